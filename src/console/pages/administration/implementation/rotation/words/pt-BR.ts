import { pluralsOf } from '../../../../../messages/plurals.ts'
import { words as howLong } from '../../how-long/words/pt-BR.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  howLong,
  cancel: 'Cancelar',
  close: 'Fechar',
  other: 'Outro…',

  firstTitle: 'Gerar um token',
  firstAdvice: 'Inclua o cabeçalho dele em cada script e aplicativo que chama a API de perfil.',
  generateFirst: 'Gerar token',
  prepareTitle: 'Preparar um token?',
  prepareAdvice:
    'Nada muda para quem chama. As chamadas já podem enviar o token; ele será exigido quando você ativar a autenticação.',
  prepareConfirm: 'Preparar token',
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
  endCurrent: 'O token atual deixa de funcionar',
  now: 'Agora',
  in1Hour: 'Em 1 hora',
  in24Hours: 'Em 24 horas',
  in7Days: 'Em 7 dias',
  whenItExpires: 'Quando expirar',
  full: 'Quatro tokens anteriores já funcionam, o máximo além do atual. Para escolher um momento posterior, encerre primeiro um deles.',
  failNow: 'O token atual deixa de funcionar imediatamente',
  failFrom: (when) => `O token atual deixa de funcionar em ${when}`,
  resetWarning:
    'As chamadas com o token atual vão falhar. Atualize todos os scripts e aplicativos que o usam.',
  pageShowsWho: 'Esta página mostra quem ainda o usa.',

  lastCall: 'última chamada',
  otherCallers: 'Outros chamadores',
  unknownCaller: 'Chamador desconhecido',
  more: (count, written) => plural(count, { one: `e mais ${written}`, other: `e mais ${written}` }),

  oldTokens: 'Tokens anteriores',
  mostTokens: 'No máximo 5 tokens funcionam ao mesmo tempo',
  token: 'Token',
  state: 'Estado',
  usedBy: 'Usado por',
  acts: 'Ações',
  endingIn: (lastFour) => `com final ${lastFour}`,
  made: (when, who) => `criado em ${when} por ${who}`,
  worksUntil: 'Funciona até',
  left: (duration) => `restam ${duration}`,
  leftUntilExpiry: (duration) => `restam ${duration}, depois expira`,
  ended: 'Encerrado:',
  overSince: 'Sem efeito desde:',
  by: (who) => `por ${who}.`,
  replacedBy: (who) => `substituído por ${who}.`,
  canWorkUntil: (when) => `Pode ser reativado até ${when}.`,
  nobody: 'Ninguém mais',
  neverUsed: 'Nunca usado',
  calls: (count, written) =>
    plural(count, {
      one: `${written} chamada em 24 horas`,
      many: `${written} de chamadas em 24 horas`,
      other: `${written} chamadas em 24 horas`,
    }),
  refusedCalls: (count, written) =>
    plural(count, {
      one: `${written} chamada recusada em 24 horas`,
      many: `${written} de chamadas recusadas em 24 horas`,
      other: `${written} chamadas recusadas em 24 horas`,
    }),
  last: 'a última',
  showMore: (written) => `Mostrar mais ${written}`,

  extend: 'Prolongar…',
  end: 'Encerrar agora…',
  restore: 'Reativar',
  endForGood: 'Encerrar definitivamente…',
  leaked: 'O token atual vazou?',
  endCurrentNow: 'Encerrar o token atual…',
  of: (act, lastFour) => `${act} (token com final ${lastFour})`,

  extendTitle: (lastFour) => `Prolongar o token com final ${lastFour}?`,
  extendAdvice: (when) => `Agora ele funciona até ${when}.`,
  longer: 'Deixar funcionar',
  dayLonger: 'Mais 1 dia',
  weekLonger: 'Mais 7 dias',
  monthLonger: 'Mais 30 dias',
  untilItExpires: 'Até expirar',
  extendConfirm: 'Prolongar',

  endTitle: (lastFour) => `Encerrar agora o token com final ${lastFour}?`,
  endForGoodTitle: (lastFour) => `Encerrar definitivamente o token com final ${lastFour}?`,
  endCurrentTitle: (lastFour) => `Encerrar agora o token atual, com final ${lastFour}?`,
  endFails: 'A partir da próxima chamada, as chamadas com este token falharão',
  updateThem: 'Atualize antes todos os scripts e aplicativos que o usam.',
  endAllFail:
    'A partir da próxima chamada, todas as chamadas à API de perfil serão recusadas até que você gere um novo token',
  endAllFailAdvice: 'Para substituí-lo sem interromper ninguém, cancele e gere um novo token.',
  endOpen: 'A autenticação está desativada, portanto as chamadas são aceitas mesmo assim.',
  endUsers: 'Ele é usado por:',
  endNotUsed: 'Nenhum chamador conhecido ainda o usa.',
  forGood: 'Definitivamente: ele vazou e nunca mais deve funcionar',
  canBeUndone: (when) => `Sem isso, você poderá reativá-lo até ${when}.`,
  cannotBeUndone: 'Isso não pode ser desfeito.',
  endConfirm: 'Encerrar agora',
  endForGoodConfirm: 'Encerrar definitivamente',

  extended: (lastFour, when) => `O token com final ${lastFour} agora funciona até ${when}.`,
  endedNow: (lastFour) => `O token com final ${lastFour} foi encerrado.`,
  endedForGood: (lastFour) => `O token com final ${lastFour} foi encerrado definitivamente.`,
  restored: (lastFour, when) => `O token com final ${lastFour} funciona de novo, até ${when}.`,
  listIsNew: 'A lista mostra o estado atual.',

  overlap: {
    title: (lastFour) => `O token com final ${lastFour} ainda funciona ao lado do atual`,
    haveMoved: (moved, count, of) =>
      plural(count, {
        one: `${moved} de ${of} chamador já usa o novo token`,
        other: `${moved} de ${of} chamadores já usam o novo token`,
      }),
    toMove: 'Ainda precisam mudar:',
    more: (_count, written) => `mais ${written}`,
    unknownCaller: 'um chamador desconhecido',
    notSeen: (count, written) =>
      plural(count, {
        one: `${written} não chamou desde que o novo foi criado.`,
        other: `${written} não chamaram desde que o novo foi criado.`,
      }),
    notToldApart: 'Outros, que não cabem na lista de chamadores, não são diferenciados.',
    ends: (lastFour, when) => `A partir de ${when}, as chamadas com o token com final ${lastFour} falharão.`,
    canEnd: (count) =>
      plural(count, {
        one: 'Você já pode encerrar o anterior.',
        other: 'Você já pode encerrar os anteriores.',
      }),
    onlyThis: (lastFour) => `Só funciona o token anterior com final ${lastFour}`,
    onlyOld: 'Só funcionam tokens anteriores',
    allFail: (when) =>
      `A partir de ${when}, todas as chamadas à API de perfil serão recusadas. Gere um novo token e atualize seus scripts e aplicativos.`,
  },
}
