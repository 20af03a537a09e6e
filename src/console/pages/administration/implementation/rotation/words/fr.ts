import { pluralsOf } from '../../../../../messages/plurals.ts'
import { words as howLong } from '../../how-long/words/fr.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  howLong,
  cancel: 'Annuler',
  close: 'Fermer',
  other: 'Autre…',

  firstTitle: 'Générer un jeton',
  firstAdvice: 'Ajoutez son en-tête à chaque script et application qui appelle l’API de profil.',
  generateFirst: 'Générer le jeton',
  prepareTitle: 'Préparer un jeton\u202f?',
  prepareAdvice:
    'Rien ne change pour les appelants. Les appels peuvent envoyer le jeton dès maintenant\u00a0; il sera exigé lorsque vous activerez l’authentification.',
  prepareConfirm: 'Préparer le jeton',
  generateTitle: 'Générer un nouveau jeton\u202f?',
  generateConfirm: 'Générer un nouveau jeton',
  currentUsedBy: (count, written, lastFour) =>
    plural(count, {
      one: `${written} appelant utilise le jeton actuel, qui se termine par ${lastFour}\u00a0:`,
      other: `${written} appelants utilisent le jeton actuel, qui se termine par ${lastFour}\u00a0:`,
    }),
  currentLastUsed: (lastFour, when) =>
    `Le jeton actuel, qui se termine par ${lastFour}, a été utilisé pour la dernière fois le ${when}.`,
  currentNotUsed: (lastFour) =>
    `Le jeton actuel, qui se termine par ${lastFour}, n’a pas encore été utilisé.`,
  usersNotKnown: 'La liste de ceux qui l’utilisent n’a pas pu être chargée.',
  endCurrent: 'Le jeton actuel cesse de fonctionner',
  now: 'Maintenant',
  in1Hour: 'Dans 1 heure',
  in24Hours: 'Dans 24 heures',
  in7Days: 'Dans 7 jours',
  whenItExpires: 'À son expiration',
  full: 'Quatre anciens jetons fonctionnent déjà, ce qui est le maximum en plus du jeton actuel. Pour choisir un moment ultérieur, révoquez d’abord l’un d’eux.',
  failNow: 'Le jeton actuel cesse de fonctionner immédiatement',
  failFrom: (when) => `Le jeton actuel cesse de fonctionner le ${when}`,
  resetWarning:
    'Les appels avec le jeton actuel échoueront. Mettez à jour tous les scripts et applications qui l’utilisent.',
  pageShowsWho: 'Cette page montre qui l’utilise encore.',

  lastCall: 'dernier appel',
  otherCallers: 'Autres appelants',
  unknownCaller: 'Appelant inconnu',
  more: (count, written) => plural(count, { one: `et ${written} autre`, other: `et ${written} autres` }),

  oldTokens: 'Anciens jetons',
  mostTokens: '5 jetons au maximum fonctionnent en même temps',
  token: 'Jeton',
  state: 'État',
  usedBy: 'Utilisé par',
  acts: 'Actions',
  endingIn: (lastFour) => `se terminant par ${lastFour}`,
  made: (when, who) => `créé le ${when} par ${who}`,
  worksUntil: 'Fonctionne jusqu’au',
  left: (duration) => `encore ${duration}`,
  leftUntilExpiry: (duration) => `encore ${duration}, puis il expire`,
  ended: 'Révoqué\u00a0:',
  overSince: 'Sans effet depuis\u00a0:',
  by: (who) => `par ${who}.`,
  replacedBy: (who) => `remplacé par ${who}.`,
  canWorkUntil: (when) => `Peut être réactivé jusqu’au ${when}.`,
  nobody: 'Plus personne',
  neverUsed: 'Jamais utilisé',
  calls: (count, written) =>
    plural(count, {
      one: `${written} appel en 24 heures`,
      many: `${written} d’appels en 24 heures`,
      other: `${written} appels en 24 heures`,
    }),
  refusedCalls: (count, written) =>
    plural(count, {
      one: `${written} appel refusé en 24 heures`,
      many: `${written} d’appels refusés en 24 heures`,
      other: `${written} appels refusés en 24 heures`,
    }),
  last: 'le dernier',
  showMore: (written) => `En afficher ${written} de plus`,

  extend: 'Prolonger…',
  end: 'Révoquer maintenant…',
  restore: 'Réactiver',
  endForGood: 'Révoquer définitivement…',
  leaked: 'Le jeton actuel a-t-il fuité\u202f?',
  endCurrentNow: 'Révoquer le jeton actuel…',
  of: (act, lastFour) => `${act} (jeton se terminant par ${lastFour})`,

  extendTitle: (lastFour) => `Prolonger le jeton se terminant par ${lastFour}\u202f?`,
  extendAdvice: (when) => `Il fonctionne actuellement jusqu’au ${when}.`,
  longer: 'Le laisser fonctionner',
  dayLonger: '1 jour de plus',
  weekLonger: '7 jours de plus',
  monthLonger: '30 jours de plus',
  untilItExpires: 'Jusqu’à son expiration',
  extendConfirm: 'Prolonger',

  endTitle: (lastFour) => `Révoquer maintenant le jeton se terminant par ${lastFour}\u202f?`,
  endForGoodTitle: (lastFour) => `Révoquer définitivement le jeton se terminant par ${lastFour}\u202f?`,
  endCurrentTitle: (lastFour) => `Révoquer maintenant le jeton actuel, qui se termine par ${lastFour}\u202f?`,
  endFails: 'Dès le prochain appel, les appels avec ce jeton échoueront',
  updateThem: 'Mettez d’abord à jour tous les scripts et applications qui l’utilisent.',
  endAllFail:
    'Dès le prochain appel, tous les appels à l’API de profil seront refusés jusqu’à ce que vous génériez un nouveau jeton',
  endAllFailAdvice:
    'Pour le remplacer sans interrompre personne, annulez et générez plutôt un nouveau jeton.',
  endOpen: 'L’authentification est désactivée\u00a0: les appels sont acceptés de toute façon.',
  endUsers: 'Il est utilisé par\u00a0:',
  endNotUsed: 'Aucun appelant connu ne l’utilise plus.',
  forGood: 'Définitivement\u00a0: il a fuité et ne doit plus jamais fonctionner',
  canBeUndone: (when) => `Sans cette option, vous pourrez le réactiver jusqu’au ${when}.`,
  cannotBeUndone: 'Cette action est irréversible.',
  endConfirm: 'Révoquer maintenant',
  endForGoodConfirm: 'Révoquer définitivement',

  extended: (lastFour, when) =>
    `Le jeton se terminant par ${lastFour} fonctionne maintenant jusqu’au ${when}.`,
  endedNow: (lastFour) => `Le jeton se terminant par ${lastFour} ne fonctionne plus.`,
  endedForGood: (lastFour) => `Le jeton se terminant par ${lastFour} ne fonctionnera plus jamais.`,
  restored: (lastFour, when) =>
    `Le jeton se terminant par ${lastFour} fonctionne de nouveau, jusqu’au ${when}.`,
  listIsNew: 'La liste montre l’état actuel.',

  overlap: {
    title: (lastFour) => `Le jeton se terminant par ${lastFour} fonctionne encore à côté du jeton actuel`,
    haveMoved: (moved, count, of) =>
      plural(count, {
        one: `${moved} appelant sur ${of} utilise déjà le nouveau jeton`,
        other: `${moved} appelants sur ${of} utilisent déjà le nouveau jeton`,
      }),
    toMove: 'Doivent encore changer\u00a0:',
    more: (count, written) => plural(count, { one: `${written} autre`, other: `${written} autres` }),
    unknownCaller: 'un appelant inconnu',
    notSeen: (count, written) =>
      plural(count, {
        one: `${written} n’a pas appelé depuis la création du nouveau.`,
        other: `${written} n’ont pas appelé depuis la création du nouveau.`,
      }),
    notToldApart: 'D’autres, qui ne tiennent pas dans la liste des appelants, ne sont pas distingués.',
    ends: (lastFour, when) =>
      `À partir du ${when}, les appels avec le jeton se terminant par ${lastFour} échoueront.`,
    canEnd: (count) =>
      plural(count, {
        one: 'Vous pouvez maintenant révoquer l’ancien.',
        other: 'Vous pouvez maintenant révoquer les anciens.',
      }),
    onlyThis: (lastFour) => `Seul l’ancien jeton se terminant par ${lastFour} fonctionne`,
    onlyOld: 'Seuls d’anciens jetons fonctionnent',
    allFail: (when) =>
      `À partir du ${when}, tous les appels à l’API de profil seront refusés. Générez un nouveau jeton et mettez à jour vos scripts et applications.`,
  },
}
