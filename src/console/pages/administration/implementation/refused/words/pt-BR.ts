import { pluralsOf } from '../../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')
const refused = (count: number, written: string) =>
  plural(count, {
    one: `${written} chamada recusada`,
    many: `${written} de chamadas recusadas`,
    other: `${written} chamadas recusadas`,
  })

export const words: Words = {
  title: {
    'turned-on': (count, written) => `${refused(count, written)} desde que “Requer autenticação” foi ativada`,
    replaced: (count, written, token) => `${refused(count, written)} desde que ${token} foi substituído`,
    'overlap-ended': (count, written, token) =>
      `${refused(count, written)} desde o fim do prazo para ${token}`,
    ended: (count, written, token) => `${refused(count, written)} desde que ${token} foi encerrado`,
    expired: (count, written, token) => `${refused(count, written)} desde que ${token} expirou`,
  },
  titleOfSeveral: (count, written) => `${refused(count, written)} após várias alterações`,
  happened: {
    'turned-on': (who) => `${who} ativou “Requer autenticação”`,
    replaced: (who, token) => `${who} substituiu ${token}`,
    'overlap-ended': (_who, token) => `O prazo para ${token} terminou`,
    ended: (who, token) => `${who} encerrou ${token}`,
    expired: (_who, token) => `${token} expirou`,
  },
  calls: (count, written) =>
    plural(count, {
      one: `${written} chamada`,
      many: `${written} de chamadas`,
      other: `${written} chamadas`,
    }),
  lastRefused: 'Última chamada recusada:',
  tokenEndingIn: (lastFour) => `o token que termina em ${lastFour}`,

  caller: 'Chamador',
  refused: 'Recusadas',
  why: 'Por quê',
  last: 'Última',
  sends: {
    'no-credentials': () => 'Não envia nenhum token',
    'repeated-header': () => 'Envia o cabeçalho duas vezes',
    'unreadable-header': () => 'Envia um cabeçalho ilegível',
    'two-ways': () => 'Envia um token de duas maneiras',
    'no-token': () => 'Envia algo que não é um token',
    'unknown-token': () => 'Envia um token desconhecido',
    'access-token': () => 'Envia um token de acesso da API de administração',
    'token-of-other-client': () => 'Envia o token de outro cliente',
    'debugger-token': () => 'Envia um token de depuração',
    'replaced-token': (token) => `Envia ${token}, substituído`,
    'ended-token': (token) => `Envia ${token}, encerrado`,
    'expired-token': (token) => `Envia ${token}, expirado`,
  },
  areLetInToo: 'Algumas das suas chamadas são aceitas.',
  otherCallers: 'Todos os outros',
  nobodyKnows: 'Endereço desconhecido',
  more: (_count, written) => `e mais ${written}`,
  showMore: 'Mostrar mais',
  showFewer: 'Mostrar menos',

  wouldLetIn: (token, count, written, of) =>
    plural(count, {
      one: `Se ${token} voltasse a funcionar, ${written} destas ${of} teria sido aceita.`,
      other: `Se ${token} voltasse a funcionar, ${written} destas ${of} teriam sido aceitas.`,
    }),
  wouldLetInAll: (token) => `Se ${token} voltasse a funcionar, todas teriam sido aceitas.`,
  thenWorksUntil: (date) =>
    `Ele então funciona até ${date}, quando teria expirado; você pode encerrá-lo a qualquer momento.`,
  endedForGood: (token) => `${token} foi encerrado definitivamente e não pode voltar a funcionar.`,
  hasExpired: (token) => `${token} expirou e não pode voltar a funcionar.`,
  needCurrent: 'Estes scripts e aplicativos precisam do token atual: o cabeçalho dele está abaixo.',
  needNew: 'Nenhum token funciona. Gere um novo e atualize seus scripts e aplicativos.',
  letOldWorkAgain: 'Fazer o token anterior voltar a funcionar',
  letWorkAgain: (token) => `Fazer ${token} voltar a funcionar`,
  goToGenerate: 'Ir para “Gerar novo token de autenticação de perfil”',
  turnOff: 'Desativar “Requer autenticação”…',

  worksAgain: (token) => `${token} voltou a funcionar`,
  worksAgainUntil: (date) => `As chamadas com ele são aceitas até ${date}.`,
  doesNotWork: (token) => `${token} não funciona.`,
  isOff: 'A opção “Requer autenticação” está desativada',
  isOn: 'A opção “Requer autenticação” está ativada.',
  letsInEveryone: 'As chamadas são aceitas sem token.',
}
