import { pluralsOf } from '../../../../../messages/plurals.ts'
import { words as howLong } from '../../how-long/words/fr.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  howLong,
  cancel: 'Annuler',
  other: 'Autre…',

  firstTitle: 'Générer un jeton',
  firstAdvice: "Ajoutez son en-tête à chaque script et application qui appelle l'API Profile.",
  generateFirst: 'Générer le jeton',
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
    `Le jeton actuel, qui se termine par ${lastFour}, n'a pas encore été utilisé.`,
  usersNotKnown: "La liste de ceux qui l'utilisent n'a pas pu être chargée.",
  endCurrent: 'Mettre fin au jeton actuel',
  now: 'Maintenant',
  in1Hour: 'Dans 1 heure',
  in24Hours: 'Dans 24 heures',
  in7Days: 'Dans 7 jours',
  whenItExpires: 'À son expiration',
  full: "Quatre anciens jetons fonctionnent déjà, ce qui est le maximum en plus du jeton actuel. Pour choisir un moment ultérieur, mettez d'abord fin à l'un d'eux.",
  failNow: 'Dès le prochain appel, les appels avec le jeton actuel échoueront',
  failFrom: (when) => `À partir du ${when}, les appels avec le jeton actuel échoueront`,
  resetWarning:
    "La réinitialisation de ce jeton entraîne l'échec des appels d'API utilisant le jeton actuel. Vous devez, de ce fait, mettre à jour tous les scripts ou applications utilisant ce jeton.",
  pageShowsWho: "Cette page montre qui l'utilise encore.",

  lastCall: 'dernier appel',
  otherCallers: 'Autres appelants',
  unknownCaller: 'Appelant inconnu',
  more: (count, written) => plural(count, { one: `et ${written} autre`, other: `et ${written} autres` }),
}
