import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  title: 'Lots',
  advice:
    'Les fichiers de mises à jour de profils que les appelants ont envoyés, et ce que leurs lignes sont devenues.',
  notUnderstood: "Une partie de l'adresse ne signifie rien ici et a été ignorée",
  kept: (duration) => `Conservés pendant ${duration}.`,
  keptForEver: 'Ils ne sont jamais supprimés.',

  show: 'Afficher',
  kinds: {
    all: 'Tous',
    running: 'En cours',
    'with-failures': 'Avec échecs',
    stuck: 'Bloqués',
    refused: 'Refusés',
  },
  receivedIn: 'Reçus',
  anyTime: "N'importe quand",
  periods: {
    day: 'Ces dernières 24 heures',
    week: 'Ces 7 derniers jours',
    month: 'Ces 30 derniers jours',
  },

  received: 'Reçu',
  caller: 'Appelant',
  unknownCaller: 'Appelant inconnu',
  rows: 'Lignes',
  outcome: 'État',
  took: 'Durée',
  soFar: (duration) => `${duration} pour l'instant`,
  since: (when) => `Depuis : ${when}`,

  allApplied: 'Toutes appliquées',
  applied: (count, written) =>
    plural(count, {
      one: `${written} appliquée`,
      many: `${written} d'appliquées`,
      other: `${written} appliquées`,
    }),
  failed: (count, written) =>
    plural(count, {
      one: `${written} en échec`,
      other: `${written} en échec`,
    }),
  notFound: (count, written) =>
    plural(count, {
      one: `${written} profil introuvable`,
      many: `${written} de profils introuvables`,
      other: `${written} profils introuvables`,
    }),
  notAppliedAsCsv: 'Lignes non appliquées en CSV',
  doneOf: (done, all) => `${done} lignes traitées sur ${all}`,
  stuck: 'Bloqué',
  stuckMeans:
    "Son application a échoué à plusieurs reprises ; le journal du service dit pourquoi. Rien n'est perdu : les autres lignes attendent.",
  givenUp: 'Abandonné',
  decidedBy: (name, when) => `Décision de ${name}, ${when}.`,
  refused: "Refusé, rien n'a été enregistré",
  callerWasTold: "Réponse reçue par l'appelant :",

  none: "Aucun lot n'est encore arrivé. Les mises à jour groupées qu'envoient les appelants apparaîtront ici.",
  noneFits: 'Aucun lot ne correspond à ces filtres.',
  showOlder: 'Afficher les lots plus anciens',
}
