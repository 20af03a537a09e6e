import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} appelant`, other: `${written} appelants` })

export const words: Words = {
  title: 'Notifications',
  advice: 'Qui prévenir, personnes et systèmes, avant que quelque chose ne cesse de fonctionner.',

  addWebhook: 'Ajouter un webhook…',
  addEmail: 'Ajouter un e-mail…',
  noMailServer:
    'Les e-mails demandent un serveur de messagerie. La personne qui gère le service peut en indiquer un avec',
  and: 'et',

  targets: 'Qui prévenir',
  noTargets: 'Personne n’est encore prévenu. Ajoutez un webhook ou une adresse e-mail.',
  kinds: {
    'token-expiry': 'Expiration du jeton',
    'refused-calls': 'Appels refusés',
    'stuck-batches': 'Lots bloqués',
  },
  inLanguage: (language) => `Langue\u00a0: ${language}`,
  nothingSent: 'Rien n’y a encore été envoyé',
  sendTest: 'Envoyer un test',
  change: 'Modifier…',
  remove: 'Supprimer…',
  of: (act, name) => `${act}\u00a0: ${name}`,

  webhook: {
    add: 'Ajouter un webhook',
    change: 'Modifier le webhook',
    address: 'Adresse',
    addressHint: 'Elle commence par https et s’appelle avec POST.',
    wrongAddress: 'Saisissez une adresse telle que https://hooks.example.com/profile-api.',
    refusedAddress:
      'Elle doit commencer par https et mener sur Internet. La personne qui gère le service peut autoriser vos propres réseaux avec WEBHOOK_NETWORKS.',
  },
  email: {
    add: 'Ajouter une adresse e-mail',
    change: 'Modifier l’adresse e-mail',
    address: 'Adresse e-mail',
    wrongAddress: 'Saisissez une adresse e-mail telle que ops@example.com.',
    language: 'Langue de ses e-mails',
  },
  name: 'Nom',
  nameHint: 'Celui sous lequel vous la reconnaissez ici, comme «\u00a0Canal des incidents\u00a0».',
  wrongName: 'Saisissez un nom de 100 caractères au plus, sans caractères de contrôle.',
  tellOf: 'Prévenir de',
  tellOfHint: {
    'token-expiry': '30, 14, 7 et 1 jours avant l’expiration du jeton actuel, et quand il a expiré',
    'refused-calls': 'quand des appels acceptés avant un changement sont refusés',
    'stuck-batches': 'quand un lot n’a pas pu être appliqué et est abandonné',
  },
  wrongKinds: 'Choisissez-en au moins un.',
  tooMany: 'Il y a 20 webhooks et adresses e-mail, ce qui est le maximum. Supprimez-en d’abord un.',
  add: 'Ajouter',
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',

  secret: 'Secret',
  secretAdvice: 'Les requêtes sont signées avec un secret, affiché une seule fois.',
  replaceSecret: 'Remplacer le secret…',
  replaceTitle: (name) => `Remplacer le secret de ${name}\u202f?`,
  replaceAdvice:
    'Dès la prochaine requête, c’est le nouveau qui signe. Ce que le destinataire refuse avant de le connaître est renvoyé pendant un jour.',
  replace: 'Remplacer',
  secretOf: (name) => `Secret de ${name}`,
  secretShownOnce:
    'Il est affiché maintenant et plus jamais ensuite. Placez-le là où le destinataire vérifie qu’une requête vient d’ici.',
  howToVerify: 'Comme le définit Standard Webhooks\u00a0: docs/api.md explique comment.',
  done: 'Terminé',

  removeTitle: (name) => `Supprimer ${name}\u202f?`,
  removeAdvice: 'Plus rien n’y sera signalé, et ce qui attend d’y être envoyé est abandonné.',
  removeConfirm: 'Supprimer',

  saidAdded: (name) => `Ajout effectué\u00a0: ${name}.`,
  saidChanged: (name) => `Modification effectuée\u00a0: ${name}.`,
  saidRemoved: (name) => `Suppression effectuée\u00a0: ${name}.`,

  next: 'À venir',
  expires: (lastFour, when) => `Le jeton …${lastFour} expire le ${when}.`,
  told: (count) =>
    plural(count, {
      one: 'Un destinataire est prévenu ces jours-là.',
      other: `${count} destinataires sont prévenus ces jours-là.`,
    }),
  nobodyTold: 'Personne n’en est prévenu',
  nobodyToldAdvice:
    'Aucun webhook et aucune adresse e-mail n’a «\u00a0Expiration du jeton\u00a0» parmi ce qui lui est signalé.',
  daysBefore: (days) => plural(days, { one: '1 jour avant', other: `${days} jours avant` }),
  whenExpired: 'quand il a expiré',
  noToken: 'Aucun jeton n’est valide, il n’y en a donc aucun qui expirera.',

  sent: 'Envois',
  sentAdvice: 'Conservés pendant 30 jours',
  filter: 'Afficher',
  filters: {
    all: (count) => `Tous ${count}`,
    waiting: (count) => `En attente ${count}`,
    failed: (count) => `Échoués ${count}`,
  },
  none: {
    all: 'Rien n’a été envoyé au cours des 30 derniers jours.',
    waiting: 'Rien n’attend d’être envoyé.',
    failed: 'Rien n’a échoué.',
  },
  columns: { notice: 'Notification', to: 'À', when: 'Quand', result: 'Résultat', acts: 'Actions' },
  removed: 'supprimé depuis',
  tryNow: 'Essayer maintenant',
  showOlder: 'Afficher les précédents',

  notices: {
    expiring: (lastFour, days) =>
      plural(days, {
        one: `Le jeton …${lastFour} expire dans 1 jour`,
        other: `Le jeton …${lastFour} expire dans ${days} jours`,
      }),
    expired: (lastFour) => `Le jeton …${lastFour} a expiré`,
    callers,
    callersAmong: (count, written, names) => `${callers(count, written)}, dont ${names}`,
    unused: 'Personne ne l’utilise',
    usedBy: (who) => `Utilisé par ${who}`,
    refused: {
      'turned-on': () => 'Appels refusés depuis l’activation de l’authentification',
      replaced: (lastFour) => `Appels refusés depuis le remplacement de …${lastFour}`,
      'overlap-ended': (lastFour) => `Appels refusés depuis la fin du délai de …${lastFour}`,
      ended: (lastFour) => `Appels refusés depuis la révocation de …${lastFour}`,
      expired: (lastFour) => `Appels refusés depuis l’expiration de …${lastFour}`,
    },
    stuck: 'Un lot est bloqué',
    rows: (rows, written, applied) =>
      `${plural(rows, { one: `${written} ligne`, many: `${written} de lignes`, other: `${written} lignes` })}, dont ${applied} appliquées`,
    test: 'Test',
    by: (who) => `par ${who}`,
  },

  outcome: {
    delivered: 'Remis',
    failed: 'Échec',
    beingSent: 'En cours d’envoi',
    waiting: 'En attente d’envoi',
    waitingForTry: (next) => `En attente de l’essai ${next}`,
    took: (duration) => `en ${duration}`,
    answer: (status) => `réponse ${status}`,
    tries: (count) => plural(count, { one: '1 essai', other: `${count} essais` }),
    before: (failure) => `Auparavant\u00a0: ${failure}`,
  },
  failures: {
    answered: (status, said) => `Réponse ${status}${said === '' ? '' : `\u00a0: ${said}`}`,
    'timed-out': 'Pas de réponse en 8 secondes',
    'address-refused': 'Son adresse mène à un réseau de notre côté, où les webhooks ne peuvent pas aller',
    'not-https': 'Son adresse ne commence pas par https',
    'name-unknown': 'Le nom de son serveur n’est pas connu',
    'not-connected': (said) => `Pas de connexion${said === '' ? '' : `\u00a0: ${said}`}`,
    certificate: (said) => `Son certificat n’a pas été accepté${said === '' ? '' : `\u00a0: ${said}`}`,
    'mail-refused': (said) => `Le serveur de messagerie a répondu\u00a0: ${said === '' ? '…' : said}`,
    'mail-not-set-up': 'Ce service n’a pas de serveur de messagerie',
    'secret-unreadable': 'Son secret ne peut plus être lu\u00a0: remplacez-le',
    fault: 'Une défaillance du service, dont son journal dit davantage',
  },
}
