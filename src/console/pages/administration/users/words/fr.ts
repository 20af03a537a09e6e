import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  title: 'Utilisateurs',
  advice: 'Qui peut faire quoi, dans chaque espace de travail.',
  workspaces: 'Espaces de travail…',
  invite: 'Inviter des personnes',
  people: 'Personnes',
  of: (act, name) => `${act}\u00a0: ${name}`,
  cancel: 'Annuler',
  close: 'Fermer',
  done: 'Terminé',

  search: 'Nom ou e-mail',
  role: 'Rôle',
  anyRole: 'N’importe quel rôle',
  workspace: 'Espace de travail',
  anyWorkspace: 'Tous les espaces de travail',
  state: 'État',
  states: {
    all: (count) => `Toutes ${count}`,
    active: (count) => `Actives ${count}`,
    invited: (count) => `Invitées ${count}`,
    suspended: (count) => `Suspendues ${count}`,
  },
  none: 'Personne n’a été trouvé. Choisissez d’autres filtres ou invitez des personnes.',
  showMore: 'Afficher plus',
  columns: {
    person: 'Personne',
    roles: 'Rôles',
    state: 'État',
    lastSeen: 'Dernière activité',
    acts: 'Modifier',
  },
  you: 'Vous',
  nameless: 'Nom pas encore indiqué',
  holdsNothing: 'Aucun',
  never: 'Jamais',
  kinds: { active: 'Active', invited: 'Invitée', suspended: 'Suspendue' },
  linkWorks: (date) => `le lien fonctionne jusqu’au ${date}`,
  linkEnded: (date) => `le lien a expiré le ${date}`,
  suspended: (date, by) => `${date}, par ${by}`,
  change: 'Modifier…',

  inviteTitle: 'Inviter des personnes',
  inviteAdvice: 'Chaque personne reçoit son propre lien, qui fonctionne une seule fois, pendant 7 jours.',
  emails: 'Adresses e-mail',
  emailsHint: 'Une par ligne, ou séparées par des virgules.',
  emailsNeeded: 'Saisissez au moins une adresse e-mail.',
  wrongEmails: (wrong) => `Ceci n’est pas une adresse e-mail\u00a0: ${wrong}`,
  tooManyEmails: (most) => `Invitez au maximum ${most} personnes à la fois.`,
  taken: (emails) =>
    `Déjà dans la liste\u00a0: ${emails}. Retirez ces adresses, ou modifiez leurs rôles à cet endroit.`,
  wrongRoles: 'Choisissez au moins un rôle.',
  roles: 'Rôles',
  inWorkspace: 'Dans l’espace de travail',
  takeAway: 'Retirer',
  addRole: 'Ajouter un rôle',
  addAnotherRole: 'Ajouter un rôle dans un autre espace de travail',
  sendByMail: 'Envoyer aussi le lien par e-mail',
  mailLanguage: 'En',
  noMail: 'Aucun serveur de messagerie n’est configuré\u00a0: transmettez le lien vous-même.',
  shownAfter: 'Vous voyez chaque lien une seule fois, après l’invitation, qu’il soit envoyé ou non.',
  inviteCount: (count) =>
    plural(count, {
      one: `Inviter ${count} personne`,
      many: `Inviter ${count} de personnes`,
      other: `Inviter ${count} personnes`,
    }),

  links: (count) => plural(count, { one: 'Le lien', many: 'Les liens', other: 'Les liens' }),
  shownOnce: 'Il s’affiche ici et plus jamais ensuite. Transmettez-le comme un mot de passe.',
  linkOf: (name) => `Lien de ${name}`,
  worksUntil: (date) => `Fonctionne une seule fois, jusqu’au ${date}.`,
  mailSent: 'Le serveur de messagerie a accepté l’e-mail.',
  mailFailed: 'L’e-mail n’a pas pu être envoyé\u00a0: transmettez le lien vous-même.',

  newLink: 'Nouveau lien…',
  newLinkOf: (name) => `Nouveau lien pour ${name}`,
  makeLink: 'Créer le lien',
  renewAdvice: 'Le lien que possède cette personne cesse de fonctionner.',
  newPasswordAdvice:
    'Avec lui, la personne choisit un nouveau mot de passe. L’actuel reste valable d’ici là\u202f; un lien antérieur cesse de fonctionner.',
  newWayAdvice: (provider) =>
    `Avec lui, la personne choisit un nouveau mot de passe ou se connecte désormais avec son compte ${provider}. Le mot de passe actuel reste valable tant qu’elle n’en choisit pas d’autre\u202f; un lien antérieur cesse de fonctionner.`,
  newAccountAdvice: (provider) =>
    `Avec lui, la personne se connecte désormais avec son compte ${provider}. Un lien antérieur cesse de fonctionner.`,

  invitedAdvice:
    'Cette personne n’a pas encore accepté. Pour proposer d’autres rôles, retirez l’invitation et invitez-la de nouveau.',
  takesSysadmin:
    'Un nouveau lien, la déconnexion partout, la suspension et la suppression nécessitent un administrateur système.',
  saveRoles: 'Enregistrer les rôles',
  may: {
    observer: 'Ce que peut faire un observateur',
    editor: 'Ce que peut faire un rédacteur',
    publisher: 'Ce que peut faire un diffuseur',
    approver: 'Ce que peut faire un approbateur',
    admin: 'Ce que peut faire un administrateur',
    sysadmin: 'Ce que peut faire un administrateur système',
  },
  mayNothing: 'Sans rôle, on ne peut rien faire ici',
  mayNot: 'Non\u00a0:',
  abilities: {
    see: 'Voir les paramètres et les lots',
    switch: 'Activer et désactiver «\u00a0Exiger l’authentification\u00a0»',
    token: 'Générer, révoquer, voir et copier le jeton',
    watch: 'Voir les appelants, les notifications et le journal d’audit',
    invite: 'Inviter des personnes dans l’espace de travail et y donner des rôles',
    manage: 'Suspendre et supprimer des personnes, créer des espaces de travail',
  },

  signOut: 'Déconnecter partout…',
  takePasskeys: 'Retirer les clés d’accès…',
  suspend: 'Suspendre…',
  reinstate: 'Rétablir',
  remove: 'Supprimer…',
  withdraw: 'Retirer l’invitation…',
  asked: {
    lower: {
      title: (name) => `Retirer des rôles à ${name}\u202f?`,
      advice:
        'Cela s’applique dès sa prochaine requête. Un lien de configuration non utilisé cesse de fonctionner, de même que les liens pour d’autres que la personne ne pourrait plus créer.',
      confirm: 'Retirer des rôles',
    },
    'sign-out': {
      title: (name) => `Déconnecter ${name} partout\u202f?`,
      advice:
        'Toutes ses sessions prennent fin immédiatement, celles de ses scripts aussi, de même que tout lien non utilisé. La personne peut se reconnecter.',
      confirm: 'Déconnecter',
    },
    'take-passkeys': {
      title: (name) => `Retirer toutes les clés d’accès de ${name}\u202f?`,
      advice:
        'Pour une personne qui les a perdues. Ses codes de récupération et ses sessions prennent fin aussi, et elle se connecte ensuite sans clé d’accès. Assurez-vous que c’est bien elle qui le demande.',
      confirm: 'Retirer',
    },
    suspend: {
      title: (name) => `Suspendre ${name}\u202f?`,
      advice:
        'Toutes ses sessions prennent fin immédiatement et la personne ne peut plus se connecter jusqu’à ce que quelqu’un la rétablisse. Les liens qu’elle a créés pour d’autres cessent aussi de fonctionner. Elle garde ses rôles.',
      confirm: 'Suspendre',
    },
    remove: {
      title: (name) => `Supprimer ${name}\u202f?`,
      advice:
        'Toutes ses sessions prennent fin immédiatement et la personne perd ses rôles. Les liens qu’elle a créés pour d’autres cessent aussi de fonctionner. C’est irréversible. Le journal d’audit garde son nom.',
      confirm: 'Supprimer',
    },
    withdraw: {
      title: (name) => `Retirer l’invitation de ${name}\u202f?`,
      advice: 'Son lien cesse de fonctionner.',
      confirm: 'Retirer',
    },
  },
  saidDone: {
    suspend: (name) => `${name} est suspendu.`,
    reinstate: (name) => `${name} peut de nouveau se connecter.`,
    remove: (name) => `${name} est supprimé.`,
    withdraw: (name) => `L’invitation de ${name} est retirée.`,
    'sign-out': (name) => `Toutes les sessions de ${name} sont fermées.`,
    'take-passkeys': (name) => `Les clés d’accès de ${name} sont retirées.`,
  },
  saidRoles: (name) => `Les rôles de ${name} sont modifiés.`,
  refusals: {
    'last-way-to-sign-in': {
      title: 'La personne ne pourrait plus se connecter',
      advice: 'Sans ses clés d’accès, il ne lui resterait aucun moyen.',
    },
    'last-administrator': {
      title: 'C’est le dernier administrateur système qui peut se connecter',
      advice:
        'Plus personne ne pourrait administrer la console. Nommez d’abord un autre administrateur système.',
    },
    'precondition-failed': {
      title: 'Quelqu’un l’a modifié entre-temps',
      advice: 'Votre modification n’a pas été faite. Vérifiez l’état actuel, puis recommencez.',
    },
    'not-found': {
      title: 'Ceci n’existe plus',
      advice: 'Quelqu’un l’a supprimé, ou l’invitation a été acceptée, renouvelée ou retirée.',
    },
    conflict: {
      title: 'Quelqu’un vous a devancé',
      advice: 'Votre modification n’a pas été faite. Vérifiez l’état actuel.',
    },
    'name-taken': { title: 'Un espace de travail porte déjà ce nom', advice: 'Choisissez un autre nom.' },
    'too-many-workspaces': {
      title: 'Il y a 100 espaces de travail, c’est le maximum',
      advice: 'Supprimez-en un que personne n’utilise.',
    },
    'mail-not-set-up': {
      title: 'Aucun serveur de messagerie n’est plus configuré',
      advice: 'Créez le lien sans l’envoyer et transmettez-le vous-même.',
    },
  },

  workspacesTitle: 'Espaces de travail',
  workspacesAdvice:
    'Chaque rôle vaut dans un espace de travail. Un espace peut être supprimé quand personne n’y a de rôle ni d’invitation.',
  workspaceName: 'Nom',
  newWorkspace: 'Nouvel espace de travail',
  addWorkspace: 'Ajouter',
  saveName: 'Enregistrer',
  rename: 'Renommer',
  removeWorkspace: 'Supprimer…',
  askedWorkspace: {
    title: (name) => `Supprimer l’espace de travail ${name}\u202f?`,
    advice: 'Personne n’y a de rôle. C’est irréversible.',
    confirm: 'Supprimer',
  },
  peopleIn: (count, written) =>
    plural(count, {
      one: `${written} personne`,
      many: `${written} de personnes`,
      other: `${written} personnes`,
    }),
  defaultStays: 'Il ne peut pas être supprimé.',
  wrongName: 'Saisissez un nom de 100 caractères au plus, sans caractères de contrôle.',
}
