import { pluralsOf } from '../../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')
const refused = (count: number, written: string) =>
  plural(count, {
    one: `${written} appel refusé`,
    many: `${written} d’appels refusés`,
    other: `${written} appels refusés`,
  })

export const words: Words = {
  title: {
    'turned-on': (count, written) =>
      `${refused(count, written)} depuis l’activation de «\u00a0Exiger l’authentification\u00a0»`,
    replaced: (count, written, token) => `${refused(count, written)} depuis que ${token} a été remplacé`,
    'overlap-ended': (count, written, token) =>
      `${refused(count, written)} depuis la fin du délai pour ${token}`,
    ended: (count, written, token) => `${refused(count, written)} depuis que ${token} a été révoqué`,
    expired: (count, written, token) => `${refused(count, written)} depuis que ${token} a expiré`,
  },
  titleOfSeveral: (count, written) => `${refused(count, written)} après plusieurs changements`,
  happened: {
    'turned-on': (who) => `${who} a activé «\u00a0Exiger l’authentification\u00a0»`,
    replaced: (who, token) => `${who} a remplacé ${token}`,
    'overlap-ended': (_who, token) => `Fin du délai pour ${token}`,
    ended: (who, token) => `${who} a révoqué ${token}`,
    expired: (_who, token) => `A expiré\u00a0: ${token}`,
  },
  calls: (count, written) =>
    plural(count, { one: `${written} appel`, many: `${written} d’appels`, other: `${written} appels` }),
  lastRefused: 'Dernier appel refusé\u00a0:',
  tokenEndingIn: (lastFour) => `le jeton se terminant par ${lastFour}`,

  caller: 'Appelant',
  refused: 'Refusés',
  why: 'Pourquoi',
  last: 'Dernier',
  sends: {
    'no-credentials': () => 'N’envoie aucun jeton',
    'repeated-header': () => 'Envoie l’en-tête deux fois',
    'unreadable-header': () => 'Envoie un en-tête illisible',
    'two-ways': () => 'Envoie un jeton de deux manières',
    'no-token': () => 'Envoie quelque chose qui n’est pas un jeton',
    'unknown-token': () => 'Envoie un jeton inconnu',
    'access-token': () => 'Envoie un jeton d’accès de l’API d’administration',
    'token-of-other-client': () => 'Envoie le jeton d’un autre client',
    'debugger-token': () => 'Envoie un jeton de débogage',
    'replaced-token': (token) => `Envoie ${token}, remplacé`,
    'ended-token': (token) => `Envoie ${token}, révoqué`,
    'expired-token': (token) => `Envoie ${token}, expiré`,
  },
  areLetInToo: 'Certains de ses appels sont acceptés.',
  otherCallers: 'Tous les autres',
  nobodyKnows: 'Adresse inconnue',
  more: (count, written) => plural(count, { one: `et ${written} autre`, other: `et ${written} autres` }),
  showMore: 'Afficher plus',
  showFewer: 'Afficher moins',

  wouldLetIn: (token, count, written, of) =>
    plural(count, {
      one: `Si ${token} fonctionnait de nouveau, ${written} de ces ${of} appels aurait été accepté.`,
      other: `Si ${token} fonctionnait de nouveau, ${written} de ces ${of} appels auraient été acceptés.`,
    }),
  wouldLetInAll: (token) => `Si ${token} fonctionnait de nouveau, tous auraient été acceptés.`,
  thenWorksUntil: (date) =>
    `Il fonctionnera alors jusqu’au ${date}, date à laquelle il aurait expiré\u00a0; vous pourrez le révoquer à tout moment.`,
  endedForGood: (token) => `Révoqué définitivement\u00a0: ${token}. Il ne pourra plus jamais fonctionner.`,
  hasExpired: (token) => `A expiré\u00a0: ${token}. Il ne peut plus fonctionner.`,
  needCurrent: 'Ces scripts et applications ont besoin du jeton actuel\u00a0: son en-tête est ci-dessous.',
  needNew: 'Aucun jeton ne fonctionne. Générez-en un nouveau et mettez à jour vos scripts et applications.',
  letOldWorkAgain: 'Refaire fonctionner l’ancien jeton',
  letWorkAgain: (token) => `Refaire fonctionner ${token}`,
  goToGenerate: 'Aller à «\u00a0Générer un nouveau jeton d’authentification de profil\u00a0»',
  turnOff: 'Désactiver «\u00a0Exiger l’authentification\u00a0»…',

  worksAgain: (token) => `De nouveau valide\u00a0: ${token}`,
  worksAgainUntil: (date) => `Les appels qui le portent sont acceptés jusqu’au ${date}.`,
  doesNotWork: (token) => `Toujours sans effet\u00a0: ${token}.`,
  isOff: 'L’option «\u00a0Exiger l’authentification\u00a0» est désactivée',
  isOn: 'L’option «\u00a0Exiger l’authentification\u00a0» est activée.',
  letsInEveryone: 'Les appels sont acceptés sans jeton.',
}
