import type { Words } from './en.ts'

export const words: Words = {
  title: 'Documentação',
  advice:
    'O que o console faz, como programas chamam sua API e como ele é operado. Os textos estão em inglês.',
  onThisPage: 'Nesta página',
  toConsole: 'Voltar ao console',
  names: {
    'going-live': 'Entrada em operação',
    api: 'Guia da API',
    reference: 'Referência da API',
    roles: 'Funções',
    operating: 'Operação',
    security: 'Segurança',
  },
  about: {
    'going-live':
      'De uma API de perfil aberta a uma que só aceita quem envia o token: para aprovadores e para quem desenvolve os processos.',
    api: 'Como scripts entram, atualizam e leem perfis, trocam tokens e descobrem o que aconteceu.',
    reference: 'Cada chamada com o que aceita e o que responde, como /openapi.json descreve para programas.',
    roles: 'Quem pode fazer o quê, conforme a função.',
    operating: 'Para quem opera o serviço: configurações, backup, PostgreSQL, métricas e alarmes.',
    security: 'O que é mantido em segredo e como, e o que foi verificado segundo o OWASP ASVS 5.0.',
  },
  reference: {
    parameters: 'Parâmetros',
    body: 'Corpo',
    answers: 'Respostas',
    name: 'Nome',
    place: 'Em',
    type: 'Tipo',
    needed: 'Obrigatório',
    meaning: 'Significado',
    yes: 'sim',
    no: 'não',
  },
}
