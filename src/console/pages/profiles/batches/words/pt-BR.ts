import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  title: 'Lotes',
  advice: 'Arquivos de atualizações de perfis que foram enviados e o que aconteceu com cada linha.',
  notUnderstood: 'Uma parte do endereço não significa nada aqui e foi ignorada',

  sent: 'Enviados à API',
  kept: (count, written) =>
    plural(count, {
      one: `Mantidos por ${written} dia.`,
      many: `Mantidos por ${written} de dias.`,
      other: `Mantidos por ${written} dias.`,
    }),
  keptForEver: 'Nunca são removidos.',
  show: 'Mostrar',
  filters: {
    all: 'Todos',
    running: 'Em andamento',
    'with-failures': 'Com falhas',
    stuck: 'Travados',
    refused: 'Recusados',
  },
  moreThan: (written) => `mais de ${written}`,
  time: 'Período',
  anyTime: 'Qualquer data',
  periods: { '24h': 'Últimas 24 horas', '7d': 'Últimos 7 dias', '30d': 'Últimos 30 dias' },
  noneYet: 'Nenhum lote chegou ainda. Cada arquivo de atualizações que um processo enviar aparecerá aqui.',
  none: 'Nenhum lote corresponde a estes filtros.',
  showOlder: 'Mostrar lotes anteriores',

  received: 'Recebido',
  caller: 'Remetente',
  rows: 'Linhas',
  state: 'Estado',
  took: 'Duração',
  noId: 'sem ID',
  unknownCaller: 'Desconhecido',
  soFar: (duration) => `${duration} até agora`,
  waitsSince: 'Aguarda desde',

  lookedAt: (consumed, all) => `${consumed} de ${all} linhas`,
  stuckAt: (row) => `Travado na linha ${row}`,
  stuckBecause:
    'A aplicação falhou repetidas vezes; o log do serviço diz por quê. Nada se perdeu: as linhas aguardam que alguém decida.',
  givenUp: (rows) => `Abandonado: ${rows} linhas não aplicadas`,
  refused: 'Recusado, nada foi armazenado',
  callerWasTold: 'O remetente recebeu a resposta:',
  allApplied: 'Tudo aplicado',
  applied: (count, written) =>
    plural(count, {
      one: `${written} linha aplicada.`,
      many: `${written} de linhas aplicadas.`,
      other: `${written} linhas aplicadas.`,
    }),
  failed: (count, written) =>
    plural(count, {
      one: `${written} com falha.`,
      many: `${written} com falha.`,
      other: `${written} com falha.`,
    }),
  notFound: (count, written) =>
    plural(count, {
      one: `${written} perfil não encontrado.`,
      many: `${written} de perfis não encontrados.`,
      other: `${written} perfis não encontrados.`,
    }),
  versionOne: 'A v1 só atualiza perfis que existem.',
  seeRows: (count, written) =>
    plural(count, {
      one: `Ver a linha`,
      many: `Ver ${written} de linhas`,
      other: `Ver as ${written} linhas`,
    }),
  csvOf: (batchId) => `CSV do lote ${batchId}`,
  acts: {
    'tried-again': (by, at) => `Nova tentativa por ${by} em ${at}.`,
    'given-up': (by, at) => `Abandonado por ${by} em ${at}.`,
  },

  tryAgain: 'Tentar de novo',
  giveUp: 'Abandonar…',
  giveUpNow: 'Abandonar',
  cancel: 'Cancelar',
  close: 'Fechar',
  askGiveUp: (count, written) =>
    plural(count, {
      one: `Abandonar ${written} linha que não foi aplicada?`,
      many: `Abandonar ${written} de linhas que não foram aplicadas?`,
      other: `Abandonar ${written} linhas que não foram aplicadas?`,
    }),
  giveUpMeans:
    'Elas são removidas e não podem ser recuperadas; seria preciso enviar o arquivo de novo. As linhas que foram aplicadas continuam aplicadas. Fica registrado no log de auditoria.',
  saidTriedAgain: 'Uma nova tentativa com o lote está em andamento.',
  saidGivenUp: 'O lote foi abandonado.',

  backToList: 'Todos os lotes',
  oneBatch: 'Lote',
  failedRows: 'Linhas que não foram aplicadas',
  failedRowsAdvice: 'Por linha do arquivo; o cabeçalho é a linha 1. Baixá-las como arquivo fica registrado.',
  allAsCsv: 'Todas em CSV',
  identifier: 'Identificador',
  line: 'Linha',
  reason: 'Motivo',
  reasons: {
    'not-found': 'Esse perfil não existe, e a v1 não cria nenhum.',
    'too-large': 'O perfil passaria de 64 KB.',
  },
  showMore: 'Mostrar mais linhas',
}
