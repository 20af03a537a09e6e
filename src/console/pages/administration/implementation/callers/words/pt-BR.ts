import { pluralsOf } from '../../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} chamador`, other: `${written} chamadores` })

export const words: Words = {
  title: 'Chamadores',
  loading: 'Quem chama a API de perfil, com que frequência e com o quê.',
  noneYet:
    'Ainda não chegou nenhuma chamada à API de perfil. Quem chamar aparecerá aqui desde a primeira chamada, com ou sem token.',
  noneIn: {
    '24h': 'Nenhuma chamada nas últimas 24 horas.',
    '7d': 'Nenhuma chamada nos últimos 7 dias.',
    '30d': 'Nenhuma chamada nos últimos 30 dias.',
  },
  calls: (count, written) =>
    plural(count, {
      one: `${written} chamada`,
      many: `${written} de chamadas`,
      other: `${written} chamadas`,
    }),
  made: (count, written, calls) =>
    plural(count, {
      one: `${callers(count, written)} fez ${calls}.`,
      other: `${callers(count, written)} fizeram ${calls}.`,
    }),
  andOthers: 'Nem todos os que chamam cabem na lista.',
  noneMoved: (count) =>
    plural(count, { one: 'Ele não envia o token atual.', other: 'Nenhum deles envia o token atual.' }),
  allMoved: (count) =>
    plural(count, { one: 'Ele envia o token atual.', other: 'Todos eles enviam o token atual.' }),
  someMoved: (count, written) =>
    plural(count, {
      one: `${written} deles já envia o token atual.`,
      other: `${written} deles já enviam o token atual.`,
    }),

  period: 'Período',
  periods: { '24h': '24 horas', '7d': '7 dias', '30d': '30 dias' },
  view: 'Exibição',
  chartView: 'Gráfico',
  tableView: 'Tabela',
  chart: { '24h': 'Chamadas por hora', '7d': 'Chamadas por dia', '30d': 'Chamadas por dia' },
  when: { '24h': 'Hora', '7d': 'Dia', '30d': 'Dia' },
  allCalls: 'Chamadas',
  legend: {
    currentToken: 'Com o token atual',
    overlappingToken: 'Com um token anterior que ainda funciona',
    without: 'Sem um token que funcione',
    refused: 'Recusadas',
  },
  ofThem: {
    currentToken: (_count, written) => `${written} com o token atual`,
    overlappingToken: (_count, written) => `${written} com um token anterior`,
    without: (_count, written) => `${written} sem um token que funcione`,
    refused: (count, written) => plural(count, { one: `${written} recusada`, other: `${written} recusadas` }),
  },

  caller: 'Chamador',
  callsIn: { '24h': 'Chamadas, 24\u00a0h', '7d': 'Chamadas, 7\u00a0d', '30d': 'Chamadas, 30\u00a0d' },
  kind: 'Tipo',
  kinds: {
    'bulk-update': 'atualizações em massa',
    'single-update': 'atualizações individuais',
    read: 'leituras',
    'batch-status': 'status de lotes',
  },
  lastCall: 'Última chamada',
  sends: 'Envia',
  currentToken: 'O token atual',
  since: (when) => `desde ${when}`,
  sendsBoth: 'O token atual, nem sempre',
  also: (what) => `também: ${what}`,
  notCalledSince: 'Não chamou desde que o token foi criado',
  notCalledLately: 'Não chamou nos últimos 7 dias',
  sent: {
    'current-token': 'O token atual',
    'overlapping-token': 'Um token anterior que ainda funciona',
    'no-credentials': 'Nenhum token',
    'repeated-header': 'O cabeçalho duas vezes',
    'unreadable-header': 'Um cabeçalho ilegível',
    'two-ways': 'Um token de duas maneiras',
    'no-token': 'Algo que não é um token',
    'unknown-token': 'Um token desconhecido',
    'access-token': 'Um token de acesso da API de administração',
    'token-of-other-client': 'O token de outro cliente',
    'debugger-token': 'Um token de depuração',
    'replaced-token': 'Um token substituído',
    'ended-token': 'Um token encerrado',
    'expired-token': 'Um token expirado',
  },
  refused: (count, written) =>
    plural(count, { one: `${written} recusada, a última:`, other: `${written} recusadas, a última:` }),
  others: 'Todos os outros',
  othersAdvice: 'Eles não cabem na lista.',
  notToldApart: 'Eles não são diferenciados.',
  nobodyKnows: 'Endereço desconhecido',
  find: 'Buscar por nome, endereço ou programa',
  found: (count, written) =>
    plural(count, { one: `${written} chamador encontrado`, other: `${written} chamadores encontrados` }),
  showAll: (_count, written) => `Mostrar todos os ${written}`,
  nameIt: 'Dar nome',
  nameThis: (name) => `Dar nome a ${name}`,
  rename: (name) => `Nome de ${name}`,
  nameExample: 'Processo noturno do CRM',
  save: 'Salvar',
  cancel: 'Cancelar',
  close: 'Fechar',

  turnOnTitle: 'Exigir autenticação?',
  turnOnAdvice:
    'A partir da próxima chamada, a API de perfil recusa chamadas sem um token que funcione: atualizações em massa, atualizações individuais e leituras.',
  turnOnClosedTitle: 'Exigir autenticação sem um token?',
  turnOnClosedAdvice:
    'Não há nenhum token que funcione. Todas as chamadas à API de perfil serão recusadas até que você gere um e seus scripts e aplicativos o enviem.',
  checking: 'Verificando quem seria recusado…',
  notKnown: 'Não se sabe quem seria recusado.',
  noCallKnown: 'Ainda não se conhece nenhuma chamada e, portanto, ninguém que seria recusado.',
  wouldBeRefused: (count, written, of) =>
    plural(count, {
      one: `${written} de ${of} chamadores seria recusado`,
      other: `${written} de ${of} chamadores seriam recusados`,
    }),
  noneRefused: 'Nenhum chamador conhecido seria recusado.',
  letIn: (count, written) =>
    plural(count, {
      one: `${written} envia o token e continua sendo aceito`,
      other: `${written} enviam o token e continuam sendo aceitos`,
    }),
  notSeen: (count, written) =>
    plural(count, {
      one: `${written} não chamou desde que o token foi criado`,
      other: `${written} não chamaram desde que o token foi criado`,
    }),
  notSeenLately: (count, written) =>
    plural(count, {
      one: `${written} não chamou nos últimos 7 dias`,
      other: `${written} não chamaram nos últimos 7 dias`,
    }),
  notSeenAdvice: 'Não se sabe se ele o envia.',
  perDay: (count, written) =>
    plural(count, {
      one: `${written} chamada por dia`,
      many: `${written} de chamadas por dia`,
      other: `${written} chamadas por dia`,
    }),
  lessThanDaily: 'menos de uma chamada por dia',
  withoutSince: (date) => `Sem um token que funcione desde ${date}`,
  partlyWithout: 'Às vezes sem um token que funcione',
  last: 'última:',
  more: (_count, written) => `e mais ${written}`,
  othersCall: (calls) =>
    `Outros, que não cabem na lista, fazem ${calls}. Não se distingue o que eles enviam.`,
  knownSince: (date) =>
    `As chamadas são conhecidas desde ${date}: um processo executado com menos frequência não está nesta lista.`,
  canBeUndone:
    'As chamadas recusadas aparecem imediatamente nesta página, e você pode desativar a autenticação de novo.',
  turnOn: 'Ativar',
  turnOnAndRefuse: (count, written) => `Ativar e recusar ${callers(count, written)}`,
  turnOffTitle: 'Deixar de exigir autenticação?',
  turnOffAdvice:
    'A partir da próxima chamada, qualquer pessoa que conheça o código do cliente poderá ler e gravar perfis.',
  turnOffKeeps: 'O token é mantido: ele voltará a funcionar quando você reativar a autenticação.',
  turnOff: 'Desativar',
}
