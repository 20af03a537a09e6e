import { pluralsOf } from '../../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')
const callers = (count: number, written: string) =>
  plural(count, { one: `${written} appelant`, other: `${written} appelants` })

export const words: Words = {
  title: 'Appelants',
  loading: 'Qui appelle l’API de profil, à quelle fréquence et avec quoi.',
  noneYet:
    'Aucun appel à l’API de profil n’est encore arrivé. Chaque appelant apparaît ici dès son premier appel, avec ou sans jeton.',
  noneIn: {
    '24h': 'Aucun appel au cours des dernières 24 heures.',
    '7d': 'Aucun appel au cours des 7 derniers jours.',
    '30d': 'Aucun appel au cours des 30 derniers jours.',
  },
  calls: (count, written) =>
    plural(count, { one: `${written} appel`, many: `${written} d’appels`, other: `${written} appels` }),
  made: (count, written, calls) =>
    plural(count, {
      one: `${callers(count, written)} a effectué ${calls}.`,
      other: `${callers(count, written)} ont effectué ${calls}.`,
    }),
  andOthers: 'Tous les appelants ne tiennent pas dans la liste.',
  noneMoved: (count) =>
    plural(count, { one: 'Il n’envoie pas le jeton actuel.', other: 'Aucun n’envoie le jeton actuel.' }),
  allMoved: (count) =>
    plural(count, { one: 'Il envoie le jeton actuel.', other: 'Tous envoient le jeton actuel.' }),
  someMoved: (count, written) =>
    plural(count, {
      one: `${written} d’entre eux envoie désormais le jeton actuel.`,
      other: `${written} d’entre eux envoient désormais le jeton actuel.`,
    }),

  period: 'Période',
  periods: { '24h': '24 heures', '7d': '7 jours', '30d': '30 jours' },
  view: 'Affichage',
  chartView: 'Graphique',
  tableView: 'Tableau',
  chart: { '24h': 'Appels par heure', '7d': 'Appels par jour', '30d': 'Appels par jour' },
  when: { '24h': 'Heure', '7d': 'Jour', '30d': 'Jour' },
  allCalls: 'Appels',
  legend: {
    currentToken: 'Avec le jeton actuel',
    overlappingToken: 'Avec un ancien jeton encore valide',
    without: 'Sans jeton valide',
    refused: 'Refusés',
  },
  ofThem: {
    currentToken: (_count, written) => `${written} avec le jeton actuel`,
    overlappingToken: (_count, written) => `${written} avec un ancien jeton`,
    without: (_count, written) => `${written} sans jeton valide`,
    refused: (count, written) => plural(count, { one: `${written} refusé`, other: `${written} refusés` }),
  },

  caller: 'Appelant',
  callsIn: { '24h': 'Appels, 24\u00a0h', '7d': 'Appels, 7\u00a0j', '30d': 'Appels, 30\u00a0j' },
  kind: 'Type',
  kinds: {
    'bulk-update': 'mises à jour groupées',
    'single-update': 'mises à jour individuelles',
    read: 'lectures',
    'batch-status': 'état des lots',
  },
  lastCall: 'Dernier appel',
  sends: 'Envoie',
  currentToken: 'Le jeton actuel',
  since: (when) => `depuis le ${when}`,
  sendsBoth: 'Le jeton actuel, pas toujours',
  also: (what) => `aussi\u00a0: ${what}`,
  notCalledSince: 'N’a pas appelé depuis la création du jeton',
  notCalledLately: 'N’a pas appelé au cours des 7 derniers jours',
  sent: {
    'current-token': 'Le jeton actuel',
    'overlapping-token': 'Un ancien jeton encore valide',
    'no-credentials': 'Aucun jeton',
    'repeated-header': 'L’en-tête deux fois',
    'unreadable-header': 'Un en-tête illisible',
    'two-ways': 'Un jeton de deux manières',
    'no-token': 'Quelque chose qui n’est pas un jeton',
    'unknown-token': 'Un jeton inconnu',
    'access-token': 'Un jeton d’accès de l’API d’administration',
    'token-of-other-client': 'Le jeton d’un autre client',
    'debugger-token': 'Un jeton de débogage',
    'replaced-token': 'Un jeton remplacé',
    'ended-token': 'Un jeton révoqué',
    'expired-token': 'Un jeton expiré',
  },
  refused: (count, written) =>
    plural(count, {
      one: `${written} refusé, le dernier\u00a0:`,
      other: `${written} refusés, le dernier\u00a0:`,
    }),
  others: 'Tous les autres',
  othersAdvice: 'Ils ne tiennent pas dans la liste.',
  notToldApart: 'On ne peut pas les distinguer.',
  nobodyKnows: 'Adresse inconnue',
  find: 'Chercher par nom, adresse ou programme',
  found: (count, written) =>
    plural(count, { one: `${written} appelant trouvé`, other: `${written} appelants trouvés` }),
  showAll: (_count, written) => `Afficher les ${written}`,
  nameIt: 'Nommer',
  nameThis: (name) => `Nommer ${name}`,
  rename: (name) => `Nom de ${name}`,
  nameExample: 'Traitement nocturne du CRM',
  save: 'Enregistrer',
  cancel: 'Annuler',
  close: 'Fermer',

  turnOnTitle: 'Exiger l’authentification\u202f?',
  turnOnAdvice:
    'Dès le prochain appel, l’API de profil refusera tout appel sans jeton valide\u00a0: mises à jour groupées, mises à jour individuelles et lectures.',
  turnOnClosedTitle: 'Exiger l’authentification sans jeton\u202f?',
  turnOnClosedAdvice:
    'Aucun jeton n’est valide. Tous les appels à l’API de profil seront refusés jusqu’à ce que vous en génériez un et que vos scripts et applications l’envoient.',
  checking: 'Recherche des appelants qui seraient refusés…',
  notKnown: 'On ne sait pas qui serait refusé.',
  noCallKnown: 'Aucun appel n’est encore connu, et donc personne qui serait refusé.',
  wouldBeRefused: (count, written, of) =>
    plural(count, {
      one: `${written} appelant sur ${of} serait refusé`,
      other: `${written} appelants sur ${of} seraient refusés`,
    }),
  noneRefused: 'Aucun appelant connu ne serait refusé.',
  letIn: (count, written) =>
    plural(count, {
      one: `${written} envoie le jeton et reste accepté`,
      other: `${written} envoient le jeton et restent acceptés`,
    }),
  notSeen: (count, written) =>
    plural(count, {
      one: `${written} n’a pas appelé depuis la création du jeton`,
      other: `${written} n’ont pas appelé depuis la création du jeton`,
    }),
  notSeenLately: (count, written) =>
    plural(count, {
      one: `${written} n’a pas appelé au cours des 7 derniers jours`,
      other: `${written} n’ont pas appelé au cours des 7 derniers jours`,
    }),
  notSeenAdvice: 'On ne sait pas s’il l’envoie.',
  perDay: (count, written) =>
    plural(count, {
      one: `${written} appel par jour`,
      many: `${written} d’appels par jour`,
      other: `${written} appels par jour`,
    }),
  lessThanDaily: 'moins d’un appel par jour',
  withoutSince: (date) => `Sans jeton valide depuis le ${date}`,
  partlyWithout: 'Parfois sans jeton valide',
  last: 'dernier\u00a0:',
  more: (count, written) => plural(count, { one: `et ${written} autre`, other: `et ${written} autres` }),
  othersCall: (calls) =>
    `D’autres, qui ne tiennent pas dans la liste, effectuent ${calls}. On ne distingue pas ce qu’ils envoient.`,
  knownSince: (date) =>
    `Les appels sont connus depuis le ${date}\u00a0: un traitement qui s’exécute moins souvent n’est pas dans cette liste.`,
  canBeUndone:
    'Les appels refusés apparaissent aussitôt sur cette page, et vous pouvez de nouveau désactiver l’authentification.',
  turnOn: 'Activer',
  turnOnAndRefuse: (count, written) => `Activer et refuser ${callers(count, written)}`,
  turnOffTitle: 'Ne plus exiger d’authentification\u202f?',
  turnOffAdvice:
    'Dès le prochain appel, toute personne qui connaît le code client pourra lire et écrire des profils.',
  turnOffKeeps:
    'Le jeton est conservé\u00a0: il fonctionnera de nouveau quand vous réactiverez l’authentification.',
  turnOff: 'Désactiver',
}
