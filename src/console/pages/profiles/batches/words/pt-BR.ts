import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  title: 'Lotes',
  advice: 'Arquivos de atualizações de perfis que os chamadores enviaram e o que aconteceu com as linhas.',
  notUnderstood: 'Uma parte do endereço não significa nada aqui e foi deixada de fora',
  kept: (duration) => `Guardados por ${duration}.`,
  keptForEver: 'Eles nunca são removidos.',

  show: 'Mostrar',
  kinds: {
    all: 'Todos',
    running: 'Em andamento',
    'with-failures': 'Com falhas',
    stuck: 'Travados',
    refused: 'Recusados',
  },
  receivedIn: 'Recebidos em',
  anyTime: 'Qualquer momento',
  periods: { day: 'Últimas 24 horas', week: 'Últimos 7 dias', month: 'Últimos 30 dias' },

  received: 'Recebido',
  caller: 'Chamador',
  unknownCaller: 'Chamador desconhecido',
  rows: 'Linhas',
  outcome: 'Estado',
  took: 'Duração',
  soFar: (duration) => `${duration} até agora`,
  since: (when) => `Desde: ${when}`,

  allApplied: 'Todas aplicadas',
  applied: (count, written) =>
    plural(count, {
      one: `${written} aplicada`,
      many: `${written} de aplicadas`,
      other: `${written} aplicadas`,
    }),
  failed: (count, written) =>
    plural(count, {
      one: `${written} com falha`,
      other: `${written} com falha`,
    }),
  notFound: (count, written) =>
    plural(count, {
      one: `${written} perfil não encontrado`,
      many: `${written} de perfis não encontrados`,
      other: `${written} perfis não encontrados`,
    }),
  notAppliedAsCsv: 'Linhas não aplicadas em CSV',
  doneOf: (done, all) => `${done} de ${all} linhas processadas`,
  stuck: 'Travado',
  stuckMeans:
    'A aplicação falhou repetidas vezes; o log do serviço diz por quê. Nada se perdeu: as outras linhas aguardam.',
  givenUp: 'Abandonado',
  decidedBy: (name, when) => `Decisão de ${name}, ${when}.`,
  refused: 'Recusado, nada foi armazenado',
  callerWasTold: 'O chamador recebeu:',

  none: 'Nenhum lote chegou ainda. As atualizações em massa que os chamadores enviarem aparecerão aqui.',
  noneFits: 'Nenhum lote corresponde a estes filtros.',
  showOlder: 'Mostrar lotes mais antigos',
}
