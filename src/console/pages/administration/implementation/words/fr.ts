import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  title: 'Implémentation',
  advice: 'Ce dont vos scripts et applications ont besoin pour appeler l’API de profil.',

  skipToGenerate: 'Aller à «\u00a0Générer un nouveau jeton d’authentification de profil\u00a0»',
  otherClientTitle: (asked) => `Le client ${asked} n’existe pas ici`,
  otherClientAdvice: (ours) =>
    `Cette console correspond au code client ${ours}. Tout ce que vous voyez ici le concerne.`,

  inClearTitle: 'Les mots de passe et les jetons circulent en clair',
  inClearAdvice:
    'Cette page est arrivée par http : d’autres peuvent lire en chemin ce qu’elle envoie. La personne qui gère le service peut placer https devant et donner son adresse https à PUBLIC_URL.',
  httpsUntoldTitle: 'Le service ignore que l’on y accède par https',
  httpsUntoldAdvice:
    'Le cookie de votre session partirait aussi en clair par http. La personne qui gère le service peut définir',

  accountDetails: 'Détails du compte',
  clientCode: 'Code client',
  imsOrgId: 'ID d’organisation IMS',
  profileApiUrl: 'Adresse de l’API de profil',

  profileApi: 'API de profil',
  profileApiAdvice:
    'Exigez un jeton pour tout appel à l’API de profil\u00a0: mises à jour groupées, mises à jour individuelles et lectures.',
  goingLive: 'Mise en service, étape par étape',
  readOnlyTitle: 'Vous pouvez consulter ces paramètres, mais pas les modifier',
  readOnlyAdvice: (role) =>
    `Votre rôle\u00a0: ${role}. Pour les modifier et voir le jeton, il faut des droits d’approbateur ou d’administrateur.`,

  requireAuthentication: 'Exiger l’authentification',
  on: 'Activé',
  off: 'Désactivé',
  letsInWithToken: 'Seuls les appels munis d’un jeton valide sont acceptés.',
  letsInEveryone: 'Tous les appels sont acceptés, avec ou sans jeton.',
  saving: 'Enregistrement…',
  isOn: 'L’option «\u00a0Exiger l’authentification\u00a0» est activée.',
  isOff: 'L’option «\u00a0Exiger l’authentification\u00a0» est désactivée.',
  changedBy: (when, who) => `Dernière modification\u00a0: ${when}, par ${who}.`,

  openTitle: 'Toute personne qui connaît le code client peut lire et écrire des profils',
  open: {
    notSecret: 'Le code client n’est pas secret.',
    noCalls: 'Aucun appel n’est arrivé au cours des 7 derniers jours.',
    cameWithout: 'Au cours des 7 derniers jours, des appels sans jeton sont venus de',
    more: (count, written) => plural(count, { one: `${written} autre`, other: `${written} autres` }),
    nobodyKnows: 'une adresse inconnue',
    prepareAdvice:
      'Préparez un jeton et donnez-le à vos scripts et applications\u00a0: les appels peuvent l’envoyer dès maintenant, et il ne sera exigé que lorsque vous activerez l’authentification.',
    prepare: 'Préparer un jeton…',
    sendIt: (count, written, of) =>
      plural(count, {
        one: `${written} appelant sur ${of} envoie le jeton`,
        other: `${written} appelants sur ${of} envoient le jeton`,
      }),
    allSendIt: (count, written) =>
      plural(count, {
        one: 'Le seul appelant envoie le jeton',
        other: `Les ${written} appelants envoient le jeton`,
      }),
    doesNot: (calls) => `ne l’envoie pas encore\u00a0: ${calls}, dernier\u00a0:`,
    notAlways: (calls) => `ne l’envoie pas toujours\u00a0: ${calls}, dernier\u00a0:`,
    perDay: (count, written) =>
      plural(count, {
        one: `${written} appel par jour`,
        many: `${written} d’appels par jour`,
        other: `${written} appels par jour`,
      }),
    lessThanDaily: 'moins d’un appel par jour',
    wouldBeRefused: (count, written) =>
      plural(count, {
        one: 'Il serait refusé si vous activiez maintenant «\u00a0Exiger l’authentification\u00a0».',
        other: `Avec lui, ${written} appelants seraient refusés si vous activiez maintenant «\u00a0Exiger l’authentification\u00a0».`,
      }),
    notSeen: (count, written) =>
      plural(count, {
        one: `${written} n’a pas appelé depuis la création du jeton\u00a0: on ne sait pas s’il l’envoie.`,
        other: `${written} n’ont pas appelé depuis la création du jeton\u00a0: on ne sait pas s’ils l’envoient.`,
      }),
    nobodyRefused:
      'Aucun appelant ne serait refusé\u00a0: vous pouvez activer «\u00a0Exiger l’authentification\u00a0».',
    notToldApart: 'D’autres, qui ne tiennent pas dans la liste des appelants, ne sont pas distingués.',
    nobodyKnown:
      'Aucun appel n’est arrivé au cours des 7 derniers jours\u00a0: on ne sait pas qui envoie le jeton.',
    expired:
      'Le jeton a expiré\u00a0: les appels qui l’envoient seraient refusés. Générez-en d’abord un nouveau.',
  },
  noTokenTitle: 'Tous les appels à l’API de profil sont refusés tant qu’aucun jeton n’existe',
  noTokenAdvice:
    'Générez un jeton, puis ajoutez son en-tête à chaque script et application qui appelle l’API de profil.',
  expiringTitle: (when) => `Le jeton expire le ${when}`,
  expiringAdvice:
    'Les appels seront ensuite refusés. Générez à temps un nouveau jeton et mettez à jour vos scripts et applications.',
  expiredTitle: 'Le jeton a expiré',
  expiredAdvice:
    'Tous les appels à l’API de profil sont refusés. Générez un nouveau jeton et mettez à jour vos scripts et applications.',

  cancel: 'Annuler',

  authenticationToken: 'Jeton d’authentification',
  expiresIn: 'Expire dans',
  expired: 'Expiré',
  created: 'Créé',
  createdBy: (who) => `par ${who}`,
  lastUsed: 'Dernière utilisation',
  notUsedYet: 'Pas encore utilisé',
  reveal: 'Afficher',
  hide: 'Masquer',
  hiddenEndsIn: (lastFour) => `masqué, se termine par ${lastFour}`,
  testToken: 'Tester…',
  testAnyToken: 'Tester un jeton…',
  header: 'En-tête',
  token: 'Jeton',
  copies: {
    header: 'copie cet en-tête',
    token: 'copie ce jeton',
    call: 'copie cet appel',
    env: 'copie cette ligne',
  },

  generate: 'Générer un nouveau jeton d’authentification de profil',
  generateTakesRights: 'Pour générer un jeton, il faut des droits d’approbateur ou d’administrateur.',
  turnOnFirst:
    'Il n’y a pas encore de jeton. Préparez-en un ci-dessus, ou activez «\u00a0Exiger l’authentification\u00a0».',
  youChooseOverlap: 'Vous choisissez si le jeton actuel continue de fonctionner à côté du nouveau.',
  worksFor: (duration) => `Il fonctionne pendant ${duration}.`,
  chooseLifetime: 'Choisir la durée…',
  generated: 'Un nouveau jeton a été généré.',
  tokenShown: 'Le jeton est affiché.',
  tokenHidden: 'Le jeton est de nouveau masqué.',
  currentToken: (when, who) => `Jeton actuel\u00a0: généré le ${when} par ${who}.`,
  thereIsNoToken: 'Il n’y a pas de jeton.',
}
