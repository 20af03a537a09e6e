import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('pt-BR')

export const words: Words = {
  title: 'Usuários',
  advice: 'Quem pode fazer o quê, em cada espaço de trabalho.',
  workspaces: 'Espaços de trabalho…',
  invite: 'Convidar pessoas',
  people: 'Pessoas',
  of: (act, name) => `${act}: ${name}`,
  cancel: 'Cancelar',
  close: 'Fechar',
  done: 'Pronto',

  search: 'Nome ou e-mail',
  role: 'Função',
  anyRole: 'Qualquer função',
  workspace: 'Espaço de trabalho',
  anyWorkspace: 'Todos os espaços de trabalho',
  state: 'Estado',
  states: {
    all: (count) => `Todas ${count}`,
    active: (count) => `Ativas ${count}`,
    invited: (count) => `Convidadas ${count}`,
    suspended: (count) => `Suspensas ${count}`,
  },
  none: 'Ninguém foi encontrado. Escolha outros filtros ou convide pessoas.',
  showMore: 'Mostrar mais',
  columns: {
    person: 'Pessoa',
    roles: 'Funções',
    state: 'Estado',
    lastSeen: 'Última atividade',
    acts: 'Alterar',
  },
  you: 'Você',
  nameless: 'Ainda sem nome',
  holdsNothing: 'Nenhuma',
  never: 'Nunca',
  kinds: { active: 'Ativa', invited: 'Convidada', suspended: 'Suspensa' },
  linkWorks: (date) => `o link vale até ${date}`,
  linkEnded: (date) => `o link expirou em ${date}`,
  suspended: (date, by) => `${date}, por ${by}`,
  change: 'Alterar…',

  inviteTitle: 'Convidar pessoas',
  inviteAdvice: 'Cada pessoa recebe um link próprio que vale uma única vez, por 7 dias.',
  emails: 'Endereços de e-mail',
  emailsHint: 'Um por linha, ou separados por vírgulas.',
  emailsNeeded: 'Digite pelo menos um endereço de e-mail.',
  wrongEmails: (wrong) => `Isto não é um endereço de e-mail: ${wrong}`,
  tooManyEmails: (most) => `Convide no máximo ${most} pessoas de cada vez.`,
  taken: (emails) => `Já na lista: ${emails}. Retire esses endereços ou altere as funções ali.`,
  wrongRoles: 'Escolha pelo menos uma função.',
  roles: 'Funções',
  inWorkspace: 'No espaço de trabalho',
  takeAway: 'Retirar',
  addRole: 'Adicionar uma função',
  addAnotherRole: 'Adicionar uma função em outro espaço de trabalho',
  sendByMail: 'Enviar o link também por e-mail',
  mailLanguage: 'Em',
  noMail: 'Nenhum servidor de e-mail está configurado; entregue o link você mesmo.',
  shownAfter: 'Você vê cada link uma única vez, depois de convidar, seja ele enviado ou não.',
  inviteCount: (count) =>
    plural(count, {
      one: `Convidar ${count} pessoa`,
      many: `Convidar ${count} de pessoas`,
      other: `Convidar ${count} pessoas`,
    }),

  links: (count) => plural(count, { one: 'O link', many: 'Os links', other: 'Os links' }),
  shownOnce: 'Ele aparece aqui e nunca mais. Entregue-o como se fosse uma senha.',
  linkOf: (name) => `Link de ${name}`,
  worksUntil: (date) => `Vale uma única vez, até ${date}.`,
  mailSent: 'O servidor de e-mail aceitou a mensagem.',
  mailFailed: 'Não foi possível enviar por e-mail: entregue o link você mesmo.',

  newLink: 'Novo link…',
  newLinkOf: (name) => `Novo link para ${name}`,
  makeLink: 'Criar link',
  renewAdvice: 'O link que a pessoa tem deixa de funcionar.',
  newPasswordAdvice:
    'Com ele, a pessoa escolhe uma nova senha. A atual vale até lá; um link anterior deixa de funcionar.',
  newWayAdvice: (provider) =>
    `Com ele, a pessoa escolhe uma nova senha ou passa a entrar com a conta em ${provider}. A senha atual vale até que escolha outra; um link anterior deixa de funcionar.`,
  newAccountAdvice: (provider) =>
    `Com ele, a pessoa passa a entrar com a conta em ${provider}. Um link anterior deixa de funcionar.`,

  invitedAdvice:
    'A pessoa ainda não aceitou. Para oferecer outras funções, retire o convite e convide-a de novo.',
  takesSysadmin:
    'Um novo link, encerrar todas as sessões, suspender e remover exigem um administrador do sistema.',
  saveRoles: 'Salvar funções',
  may: {
    observer: 'O que um observador pode fazer',
    editor: 'O que um editor pode fazer',
    publisher: 'O que um publicador pode fazer',
    approver: 'O que um aprovador pode fazer',
    admin: 'O que um administrador pode fazer',
    sysadmin: 'O que um administrador do sistema pode fazer',
  },
  mayNothing: 'Quem não tem função não pode fazer nada aqui',
  mayNot: 'Não:',
  abilities: {
    see: 'Ver as configurações e os lotes',
    switch: 'Ativar e desativar “Requer autenticação”',
    token: 'Gerar, encerrar, ver e copiar o token',
    watch: 'Ver os chamadores, os avisos e o log de auditoria',
    invite: 'Convidar pessoas para o espaço de trabalho e dar funções nele',
    manage: 'Suspender e remover pessoas, criar espaços de trabalho',
  },

  signOut: 'Encerrar todas as sessões…',
  takePasskeys: 'Retirar chaves de acesso…',
  suspend: 'Suspender…',
  reinstate: 'Readmitir',
  remove: 'Remover…',
  withdraw: 'Retirar convite…',
  asked: {
    lower: {
      title: (name) => `Retirar funções de ${name}?`,
      advice:
        'Vale a partir da próxima solicitação. Um link de configuração não usado deixa de funcionar, assim como os links para outros que a pessoa não poderia mais criar.',
      confirm: 'Retirar funções',
    },
    'sign-out': {
      title: (name) => `Encerrar todas as sessões de ${name}?`,
      advice:
        'Todas as sessões terminam na hora, também as dos scripts, assim como um link não usado. A pessoa pode entrar de novo.',
      confirm: 'Encerrar sessões',
    },
    'take-passkeys': {
      title: (name) => `Retirar todas as chaves de acesso de ${name}?`,
      advice:
        'Para quem as perdeu. Os códigos de recuperação e as sessões também terminam, e depois disso a pessoa entra sem chave de acesso. Confirme que é mesmo essa pessoa quem pede.',
      confirm: 'Retirar',
    },
    suspend: {
      title: (name) => `Suspender ${name}?`,
      advice:
        'Todas as sessões terminam na hora e a pessoa não pode entrar até que alguém a readmita. Os links que ela criou para outras pessoas também deixam de funcionar. Ela mantém suas funções.',
      confirm: 'Suspender',
    },
    remove: {
      title: (name) => `Remover ${name}?`,
      advice:
        'Todas as sessões terminam na hora e a pessoa perde as funções. Os links que ela criou para outras pessoas também deixam de funcionar. Não é possível desfazer. O log de auditoria mantém o nome.',
      confirm: 'Remover',
    },
    withdraw: {
      title: (name) => `Retirar o convite de ${name}?`,
      advice: 'O link deixa de funcionar.',
      confirm: 'Retirar',
    },
  },
  saidDone: {
    suspend: (name) => `${name} está com o acesso suspenso.`,
    reinstate: (name) => `${name} pode entrar de novo.`,
    remove: (name) => `A remoção de ${name} foi feita.`,
    withdraw: (name) => `O convite de ${name} foi retirado.`,
    'sign-out': (name) => `Todas as sessões de ${name} foram encerradas.`,
    'take-passkeys': (name) => `As chaves de acesso de ${name} foram retiradas.`,
  },
  saidRoles: (name) => `As funções de ${name} foram alteradas.`,
  refusals: {
    'last-way-to-sign-in': {
      title: 'A pessoa não poderia mais entrar',
      advice: 'Sem as chaves de acesso não lhe restaria nenhuma forma.',
    },
    'last-administrator': {
      title: 'Este é o último administrador do sistema que pode entrar',
      advice: 'Ninguém mais poderia administrar o console. Nomeie antes outro administrador do sistema.',
    },
    'precondition-failed': {
      title: 'Alguém alterou isto desde que você viu',
      advice: 'Sua alteração não foi feita. Confira o estado atual e repita-a.',
    },
    'not-found': {
      title: 'Isto não existe mais',
      advice: 'Alguém removeu, ou o convite foi aceito, renovado ou retirado.',
    },
    conflict: {
      title: 'Alguém foi mais rápido',
      advice: 'Sua alteração não foi feita. Confira o estado atual.',
    },
    'name-taken': { title: 'Já há um espaço de trabalho com este nome', advice: 'Escolha outro nome.' },
    'too-many-workspaces': {
      title: 'Há 100 espaços de trabalho, que é o máximo',
      advice: 'Remova um que ninguém use.',
    },
    'mail-not-set-up': {
      title: 'Não há mais servidor de e-mail configurado',
      advice: 'Crie o link sem enviá-lo e entregue-o você mesmo.',
    },
  },

  workspacesTitle: 'Espaços de trabalho',
  workspacesAdvice:
    'Cada função vale em um espaço de trabalho. Um espaço pode ser removido quando ninguém tem função nem convite ali.',
  workspaceName: 'Nome',
  newWorkspace: 'Novo espaço de trabalho',
  addWorkspace: 'Adicionar',
  saveName: 'Salvar',
  rename: 'Renomear',
  removeWorkspace: 'Remover…',
  askedWorkspace: {
    title: (name) => `Remover o espaço de trabalho ${name}?`,
    advice: 'Ninguém tem função ali. Não é possível desfazer.',
    confirm: 'Remover',
  },
  peopleIn: (count, written) =>
    plural(count, { one: `${written} pessoa`, many: `${written} de pessoas`, other: `${written} pessoas` }),
  defaultStays: 'Ele não pode ser removido.',
  wrongName: 'Digite um nome com no máximo 100 caracteres, sem caracteres de controle.',
}
