import type { Words } from './en.ts'

export const words: Words = {
  title: 'Implementação',
  advice: 'O que seus scripts e aplicativos precisam para chamar a API de perfil.',

  skipToGenerate: 'Ir para “Gerar novo token de autenticação de perfil”',
  otherClientTitle: (asked) => `O cliente ${asked} não existe aqui`,
  otherClientAdvice: (ours) =>
    `Este console corresponde ao código do cliente ${ours}. O que você vê aqui pertence a ele.`,

  inClearTitle: 'Senhas e tokens trafegam sem criptografia',
  inClearAdvice:
    'Esta página chegou por http, portanto outros podem ler no caminho o que ela envia. Quem administra o serviço pode colocar https à frente e definir PUBLIC_URL com o endereço https.',
  httpsUntoldTitle: 'O serviço não sabe que é acessado por https',
  httpsUntoldAdvice:
    'O cookie da sua sessão também seria enviado sem criptografia por http. Quem administra o serviço pode definir',

  accountDetails: 'Detalhes da conta',
  clientCode: 'Código do cliente',
  imsOrgId: 'ID da organização IMS',
  profileApiUrl: 'Endereço da API de perfil',

  profileApi: 'API de perfil',
  profileApiAdvice:
    'Ative ou desative a autenticação para atualizações em lote via API e gere um token de autenticação de perfil.',
  readOnlyTitle: 'Você pode ver estas configurações, mas não alterá-las',
  readOnlyAdvice: (role) =>
    `Sua função: ${role}. Para alterá-las e ver o token, é necessário ter a função de administrador ou pelo menos direitos de aprovador.`,

  requireAuthentication: 'Requer autenticação',
  letsInWithToken: 'Ativada. Somente as chamadas com o token atual são aceitas.',
  letsInEveryone: 'Desativada. Chamadas sem token são aceitas.',
  saving: 'Salvando…',
  isOn: 'A opção “Requer autenticação” está ativada.',
  isOff: 'A opção “Requer autenticação” está desativada.',
  changedBy: (when, who) => `Última alteração: ${when}, por ${who}.`,

  openTitle: 'Qualquer pessoa que conheça o código do cliente pode criar e alterar perfis',
  openAdvice:
    'O código do cliente não é secreto. Ative “Requer autenticação” para aceitar somente chamadas com um token.',
  noTokenTitle: 'Todas as chamadas à API de perfil são recusadas até que exista um token',
  noTokenAdvice:
    'Gere um token e inclua o cabeçalho dele em cada script e aplicativo que chama a API de perfil.',
  expiringTitle: (when) => `O token expira em ${when}`,
  expiringAdvice:
    'A partir desse momento, as chamadas serão recusadas. Gere um novo token a tempo e atualize seus scripts e aplicativos.',
  expiredTitle: 'O token expirou',
  expiredAdvice:
    'Todas as chamadas à API de perfil são recusadas. Gere um novo token e atualize seus scripts e aplicativos.',

  turnOnTitle: 'Exigir autenticação?',
  turnOnAdvice:
    'A partir da próxima chamada, a API de perfil recusará as que não tiverem o token atual. Verifique se seus scripts e aplicativos enviam o cabeçalho correspondente.',
  turnOnClosedTitle: 'Exigir autenticação sem um token?',
  turnOnClosedAdvice:
    'Não há nenhum token válido. Todas as chamadas à API de perfil serão recusadas até que você gere um e seus scripts e aplicativos o enviem.',
  turnOn: 'Ativar',
  turnOffTitle: 'Deixar de exigir autenticação?',
  turnOffAdvice:
    'A partir da próxima chamada, qualquer pessoa que conheça o código do cliente poderá criar e alterar perfis.',
  turnOffKeeps: 'O token é mantido: ele voltará a funcionar quando você reativar a autenticação.',
  turnOff: 'Desativar',
  cancel: 'Cancelar',

  authenticationToken: 'Token de autenticação',
  expiresIn: 'Expira em',
  expired: 'Expirado',
  created: 'Criado',
  createdBy: (when, who) => `${when}, por ${who}`,
  lastUsed: 'Último uso',
  notUsedYet: 'Ainda não usado',
  reveal: 'Mostrar',
  hide: 'Ocultar',
  header: 'Cabeçalho Authorization',
  exampleCall: 'Exemplo de chamada',
  envLine: 'Linha de um arquivo .env',
  exampleCallIn: (tool) => `Exemplo de chamada, ${tool}`,

  generate: 'Gerar novo token de autenticação de perfil',
  generateTakesRights:
    'Para gerar um token, é necessário ter a função de administrador ou pelo menos direitos de aprovador.',
  turnOnFirst: 'Ative primeiro “Requer autenticação”.',
  youChooseOverlap: 'Você escolhe se o token atual continua funcionando ao lado do novo.',
  worksFor: (duration) => `Ele funciona por ${duration}.`,
  chooseLifetime: 'Escolher por quanto tempo…',
  generated: 'Novo token gerado.',
  tokenHidden: 'O token está oculto novamente.',
  currentToken: (when, who) => `Token atual: gerado em ${when} por ${who}.`,
  thereIsNoToken: 'Não há nenhum token.',
}
