import type { Messages } from './en.ts'
import { pluralsOf } from './plurals.ts'

const plural = pluralsOf('pt-BR')
const characters = (count: number) =>
  plural(count, {
    one: `${count} caractere`,
    many: `${count} de caracteres`,
    other: `${count} caracteres`,
  })

/** O que o console diz em português do Brasil; trata por você. */
export const ptBR: Messages = {
  language: 'pt-BR',
  product: 'Profile API Console',

  shell: {
    skipToContent: 'Pular para o conteúdo',
    navigation: 'Páginas',
    administration: 'Administração',
    implementation: 'Implementação',
    theme: 'Tema',
    language: 'Idioma',
    themes: { system: 'Sistema', light: 'Claro', dark: 'Escuro' },
    account: (name) => `Sua conta: ${name}`,
    signOut: 'Sair',
    roles: {
      observer: 'Observador',
      editor: 'Editor',
      publisher: 'Publicador',
      approver: 'Aprovador',
      admin: 'Administrador',
      sysadmin: 'Administrador do sistema',
    },
    roleIn: (role, workspace) => `${role} em ${workspace}`,
  },

  copying: {
    copy: 'Copiar',
    copied: 'Copiado',
    press: (keys) => `Pressione ${keys} para copiar`,
    shortcut: (keys) => `Sem nada selecionado, ${keys} copia este campo`,
  },

  failures: {
    loadFailed: 'Não foi possível carregar esta página',
    brokenPage: 'Algo deu errado nesta página',
    brokenPageAdvice:
      'É uma falha do console. Tente novamente e, se o problema continuar, avise quem administra o serviço.',
    failed: 'Algo deu errado no serviço.',
    unreachable: 'Não foi possível acessar o serviço. Verifique sua conexão.',
    unreadable: 'O serviço deu uma resposta que este console não entende.',
    outOfDate: 'O que você vê pode estar desatualizado',
    requestId: 'ID da solicitação',
    tryAgain: 'Tentar novamente',
    refusals: {
      notUnderstood: 'O serviço não aceitou o que o console enviou. Recarregue a página.',
      signedOut: 'Sua sessão não está mais ativa. Entre novamente.',
      setUpRequired: 'Ninguém configurou este serviço ainda.',
      signInRefused: 'O e-mail e a senha não correspondem.',
      forbidden:
        'Sua função não permite isso. É necessário ter a função de administrador ou pelo menos direitos de aprovador.',
      notSameOrigin:
        'O serviço só aceita alterações feitas a partir do próprio endereço. Abra o console nesse endereço.',
      notFound: 'O que você solicitou não existe mais.',
      changed: 'Outra pessoa fez uma alteração nesse meio-tempo. Confira o estado atual e tente novamente.',
      tooManyAttempts: 'Muitas tentativas de login. Aguarde um pouco e tente novamente.',
      unavailable: 'O serviço não pode fazer isso no momento. Aguarde um pouco e tente novamente.',
    },
    first: {
      settings: (who, when) =>
        `Estas configurações não são mais as que você viu: ${who} as alterou em ${when}. Confira-as e repita a alteração.`,
      token: (who, when) => `${who} gerou um token em ${when}. Esse é o token atual.`,
    },
    refused: (words) => `O serviço recusou a solicitação: “${words}”`,
    languageMissing: (name) =>
      `Não foi possível carregar o idioma ${name}. Verifique sua conexão, recarregue a página e escolha-o novamente.`,
  },

  signIn: {
    title: 'Entrar',
    email: 'E-mail',
    password: 'Senha',
    submit: 'Entrar',
    emailNeeded: 'Digite seu e-mail.',
    passwordNeeded: 'Digite sua senha.',
    signedOut: 'Sessão encerrada',
    endedTitle: 'Sua sessão terminou',
    endedAdvice: 'Entre para continuar de onde parou.',
    undoneAdvice: 'O que você pediu por último não foi feito. Entre para continuar de onde parou.',
    setUpTitle: 'Ninguém configurou este serviço ainda',
    setUpAdvice: 'Abra o link de configuração que o serviço mostrou ao iniciar.',
  },

  setUp: {
    title: 'Configuração inicial',
    firstTitle: 'Configurar o Profile API Console',
    firstAdvice:
      'Você é a primeira pessoa a entrar aqui e, por isso, recebe a função de administrador do sistema.',
    invitedTitle: (name) => `Boas-vindas, ${name}`,
    invitedAdvice: (email) => `Escolha uma senha. Você vai entrar com ${email}.`,
    name: 'Nome',
    email: 'E-mail',
    password: 'Senha',
    passwordAdvice: (minLength) =>
      `Pelo menos ${characters(minLength)}. Qualquer caractere é válido, inclusive espaços; pode ser uma frase inteira.`,
    showPassword: 'Mostrar senha',
    submit: 'Concluir configuração',
    wrong: {
      name: 'Digite um nome com no máximo 100 caracteres.',
      email: 'Digite um endereço de e-mail, por exemplo, nome@example.com.',
      password: (minLength, maxLength) => `Escolha uma senha de ${minLength} a ${characters(maxLength)}.`,
    },
    unusableTitle: 'Este link de configuração não pode ser usado',
    unusableAdvice:
      'Peça um novo a um administrador do sistema. Enquanto ninguém tiver configurado o serviço, ele mostra um novo a cada inicialização.',
    usedAdvice: 'Ele já foi usado, foi substituído por um mais recente ou expirou.',
    incompleteAdvice: 'Abra o link completo: ele termina com um código.',
  },

  notFound: {
    title: 'Página não encontrada',
    advice: 'Não há nenhuma página neste endereço.',
    toImplementation: 'Ir para Implementação',
  },

  implementation: {
    title: 'Implementação',
    advice: 'O que seus scripts e aplicativos precisam para chamar a API de perfil.',

    skipToGenerate: 'Ir para “Gerar novo token de autenticação de perfil”',
    otherClientTitle: (asked) => `O cliente ${asked} não existe aqui`,
    otherClientAdvice: (ours) =>
      `Este console corresponde ao código do cliente ${ours}. O que você vê aqui pertence a ele.`,

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
    generateTitle: 'Gerar um novo token?',
    generateAdvice:
      'Redefinir esse token resulta em falha das chamadas de API usando o token atual. Isso necessitará da atualização de qualquer script ou aplicativo que use esse token.',
    currentLastUsed: (when) => `O token atual foi usado pela última vez em ${when}.`,
    currentNotUsed: 'O token atual ainda não foi usado.',
    generateConfirm: 'Gerar novo token',
    generated: 'Novo token gerado.',
    tokenHidden: 'O token está oculto novamente.',
    currentToken: (when, who) => `Token atual: gerado em ${when} por ${who}.`,
    thereIsNoToken: 'Não há nenhum token.',
  },
}
