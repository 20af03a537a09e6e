import { pluralsOf } from '../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  title: 'Documentação',
  advice:
    'O que o console faz, como programas chamam sua API e como ele é operado. Os textos estão em inglês.',
  onThisPage: 'Nesta página',
  toConsole: 'Voltar ao console',
  names: {
    console: 'O console, página por página',
    'going-live': 'Entrada em operação',
    api: 'Guia da API',
    reference: 'Referência da API',
    roles: 'Funções',
    keyboard: 'Atalhos de teclado',
    operating: 'Operação',
    security: 'Segurança',
  },
  about: {
    console: 'O que cada cartão do console mostra e o que se pode fazer nele.',
    'going-live':
      'De uma API de perfil aberta a uma que só aceita quem envia o token: para aprovadores e para quem desenvolve os processos.',
    api: 'Como scripts entram, atualizam e leem perfis, trocam tokens e descobrem o que aconteceu.',
    reference: 'Cada chamada com o que aceita e o que responde, como /openapi.json descreve para programas.',
    roles: 'Quem pode fazer o quê, conforme a função.',
    keyboard: 'O que as teclas fazem no console, além do que fazem em toda parte.',
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
    find: 'Procurar uma chamada',
    findHint: 'Pelo método, pelo endereço ou pelo que faz.',
    found: (count, written) => plural(count, { one: `${written} chamada`, other: `${written} chamadas` }),
    noneFound: (text) => `Nenhuma chamada tem “${text}” no método, no endereço ou no que faz.`,
    showAll: 'Mostrar todas as chamadas',
  },
  keyboard: {
    keys: 'Teclas',
    effect: 'O que fazem',
    everywhere: 'Em todas as páginas',
    names: {
      tab: 'Tab, Shift+Tab',
      skip: 'Tab e depois Enter',
      enter: 'Enter',
      space: 'Espaço',
      arrows: 'Setas',
      escape: 'Esc',
      chart: 'Setas, Home, End',
      name: 'Enter, Esc',
    },
    effects: {
      tab: 'Vão para o próximo controle ou para o anterior.',
      skip: 'No início de uma página, pulam para o conteúdo. Em Implementação, o primeiro dos dois links leva ao botão que gera um token.',
      enter: 'Segue um link, aciona um botão, envia um formulário.',
      space: 'Aciona um botão, muda uma chave, marca uma caixa, abre uma lista.',
      arrows: 'Vão de uma opção para a próxima, que é escolhida na hora. Em uma lista fazem o mesmo.',
      escape: 'Fecha uma pergunta, um menu ou uma lista sem mudar nada.',
      copy: 'Copia o token na forma escolhida, mesmo oculto. Para isso, nada pode estar selecionado e o cursor não pode estar em um campo de texto.',
      chart: 'Vão de coluna em coluna no gráfico de chamadas, para a primeira e para a última.',
      test: 'Testa o que foi colado, em “Testar um token”.',
      name: 'Enquanto se dá um nome a quem chama: salvam o nome ou o deixam como estava.',
    },
  },
}
