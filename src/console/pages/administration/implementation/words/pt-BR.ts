import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  title: 'Implementação',
  advice: 'O que seus scripts e aplicativos precisam para chamar a API de perfil.',

  skipToGenerate: 'Ir para “Gerar novo token de autenticação de perfil”',
  otherClientTitle: (asked) => `O cliente ${asked} não existe aqui`,
  otherClientAdvice: (ours) =>
    `Este console corresponde ao código do cliente ${ours}. O que você vê aqui pertence a ele.`,

  inClearTitle: 'Senhas e tokens trafegam sem criptografia',
  inClearAdvice:
    'Esta página chegou por http, portanto outros podem ler no caminho o que ela envia. Quem opera o serviço pode colocar https à frente e definir PUBLIC_URL com o endereço https.',
  httpsUntoldTitle: 'O serviço não sabe que é acessado por https',
  httpsUntoldAdvice:
    'O cookie da sua sessão também seria enviado sem criptografia por http. Quem opera o serviço pode definir',

  accountDetails: 'Detalhes da conta',
  clientCode: 'Código do cliente',
  imsOrgId: 'ID da organização IMS',
  profileApiUrl: 'Endereço da API de perfil',

  profileApi: 'API de perfil',
  profileApiAdvice:
    'Exija um token em todas as chamadas à API de perfil: atualizações em massa, atualizações individuais e leituras.',
  goingLive: 'Entrada em operação, passo a passo',
  readOnlyTitle: 'Você pode ver estas configurações, mas não alterá-las',
  readOnlyAdvice: (role) =>
    `Você entrou como ${role}. Para alterá-las e ver o token, são necessários direitos de aprovador ou de administrador.`,

  requireAuthentication: 'Requer autenticação',
  on: 'Ativada',
  off: 'Desativada',
  letsInWithToken: 'Somente chamadas com um token que funcione são aceitas.',
  letsInEveryone: 'Todas as chamadas são aceitas, com ou sem token.',
  saving: 'Salvando…',
  isOn: 'A opção “Requer autenticação” está ativada.',
  isOff: 'A opção “Requer autenticação” está desativada.',
  changedBy: (when, who) => `Última alteração: ${when}, por ${who}.`,

  openTitle: 'Qualquer pessoa que conheça o código do cliente pode ler e gravar perfis',
  open: {
    notSecret: 'O código do cliente não é secreto.',
    noCalls: 'Nenhuma chamada chegou nos últimos 7 dias.',
    cameWithout: 'Nos últimos 7 dias chegaram chamadas sem token de',
    more: (_count, written) => `mais ${written}`,
    nobodyKnows: 'um endereço desconhecido',
    prepareAdvice:
      'Prepare um token e coloque-o em seus scripts e aplicativos: as chamadas já podem enviá-lo, e ele só será exigido quando você ativar a autenticação.',
    prepare: 'Preparar um token…',
    sendIt: (count, written, of) =>
      plural(count, {
        one: `${written} de ${of} chamadores envia o token`,
        other: `${written} de ${of} chamadores enviam o token`,
      }),
    allSendIt: (count, written) =>
      plural(count, {
        one: 'O único chamador envia o token',
        other: `Todos os ${written} chamadores enviam o token`,
      }),
    doesNot: (calls) => `ainda não o envia: ${calls}; última:`,
    notAlways: (calls) => `nem sempre o envia: ${calls}; última:`,
    perDay: (count, written) =>
      plural(count, {
        one: `${written} chamada por dia`,
        many: `${written} de chamadas por dia`,
        other: `${written} chamadas por dia`,
      }),
    lessThanDaily: 'menos de uma chamada por dia',
    wouldBeRefused: (count, written) =>
      plural(count, {
        one: 'Ele seria recusado se você ativasse agora “Requer autenticação”.',
        other: `Ele é um dos ${written} chamadores que seriam recusados se você ativasse agora “Requer autenticação”.`,
      }),
    notSeen: (count, written) =>
      plural(count, {
        one: `${written} não chamou desde que o token foi criado, então não se sabe se o envia.`,
        other: `${written} não chamaram desde que o token foi criado, então não se sabe se o enviam.`,
      }),
    nobodyRefused: 'Nenhum chamador seria recusado: você pode ativar “Requer autenticação”.',
    notToldApart: 'Outros, que não cabem na lista de chamadores, não são diferenciados.',
    nobodyKnown: 'Nenhuma chamada chegou nos últimos 7 dias, então não se sabe quem envia o token.',
    expired: 'O token expirou: chamadas que o enviam seriam recusadas. Gere primeiro um novo.',
  },
  noTokenTitle: 'Todas as chamadas à API de perfil são recusadas até que exista um token',
  noTokenAdvice:
    'Gere um token e inclua o cabeçalho dele em cada script e aplicativo que chama a API de perfil.',
  expiringTitle: (when) => `O token expira em ${when}`,
  expiringAdvice:
    'A partir desse momento, as chamadas serão recusadas. Gere um novo token a tempo e atualize seus scripts e aplicativos.',
  expiredTitle: 'O token expirou',
  expiredAdvice:
    'Todas as chamadas à API de perfil são recusadas. Gere um novo token e atualize seus scripts e aplicativos.',

  cancel: 'Cancelar',

  authenticationToken: 'Token de autenticação',
  expiresIn: 'Expira em',
  expired: 'Expirado',
  created: 'Criado',
  createdBy: (who) => `por ${who}`,
  lastUsed: 'Último uso',
  notUsedYet: 'Ainda não usado',
  reveal: 'Mostrar',
  hide: 'Ocultar',
  hiddenEndsIn: (lastFour) => `oculto, termina em ${lastFour}`,
  testToken: 'Testar…',
  testAnyToken: 'Testar um token…',
  header: 'Cabeçalho',
  token: 'Token',
  copies: {
    header: 'copia este cabeçalho',
    token: 'copia este token',
    call: 'copia esta chamada',
    env: 'copia esta linha',
  },

  generate: 'Gerar novo token de autenticação de perfil',
  generateTakesRights: 'Para gerar um token, são necessários direitos de aprovador ou de administrador.',
  turnOnFirst: 'Ainda não há token. Prepare um acima ou ative “Requer autenticação”.',
  youChooseOverlap: 'Você escolhe se o token atual continua funcionando ao lado do novo.',
  worksFor: (duration) => `Ele funciona por ${duration}.`,
  chooseLifetime: 'Escolher por quanto tempo…',
  generated: 'Novo token gerado.',
  tokenShown: 'O token está visível.',
  tokenHidden: 'O token está oculto novamente.',
  currentToken: (when, who) => `Token atual: gerado em ${when} por ${who}.`,
  thereIsNoToken: 'Não há nenhum token.',
}
