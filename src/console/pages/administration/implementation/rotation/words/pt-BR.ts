import { pluralsOf } from '../../../../../messages/plurals.ts'
import { words as howLong } from '../../how-long/words/pt-BR.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  howLong,
  cancel: 'Cancelar',
  other: 'Outro…',

  firstTitle: 'Gerar um token',
  firstAdvice: 'Inclua o cabeçalho dele em cada script e aplicativo que chama a API de perfil.',
  generateFirst: 'Gerar token',
  generateTitle: 'Gerar um novo token?',
  generateConfirm: 'Gerar novo token',
  currentUsedBy: (count, written, lastFour) =>
    plural(count, {
      one: `${written} chamador usa o token atual, que termina em ${lastFour}:`,
      other: `${written} chamadores usam o token atual, que termina em ${lastFour}:`,
    }),
  currentLastUsed: (lastFour, when) =>
    `O token atual, que termina em ${lastFour}, foi usado pela última vez em ${when}.`,
  currentNotUsed: (lastFour) => `O token atual, que termina em ${lastFour}, ainda não foi usado.`,
  usersNotKnown: 'Não foi possível carregar quem o usa.',
  endCurrent: 'Encerrar o token atual',
  now: 'Agora',
  in1Hour: 'Em 1 hora',
  in24Hours: 'Em 24 horas',
  in7Days: 'Em 7 dias',
  whenItExpires: 'Quando expirar',
  full: 'Quatro tokens anteriores já funcionam, o máximo além do atual. Para escolher um momento posterior, encerre primeiro um deles.',
  failNow: 'A partir da próxima chamada, as chamadas com o token atual falharão',
  failFrom: (when) => `A partir de ${when}, as chamadas com o token atual falharão`,
  resetWarning:
    'Redefinir esse token resulta em falha das chamadas de API usando o token atual. Isso necessitará da atualização de qualquer script ou aplicativo que use esse token.',
  pageShowsWho: 'Esta página mostra quem ainda o usa.',

  lastCall: 'última chamada',
  otherCallers: 'Outros chamadores',
  unknownCaller: 'Chamador desconhecido',
  more: (count, written) => plural(count, { one: `e mais ${written}`, other: `e mais ${written}` }),
}
