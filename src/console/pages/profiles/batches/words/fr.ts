import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  title: 'Lots',
  advice: 'Les fichiers de mises à jour de profils qui ont été envoyés, et ce qu’est devenue chaque ligne.',
  notUnderstood: 'Une partie de l’adresse n’a pas de sens ici et a été ignorée',

  sent: 'Envoyés à l’API',
  kept: (count, written) =>
    plural(count, {
      one: `Conservés ${written} jour.`,
      many: `Conservés ${written} de jours.`,
      other: `Conservés ${written} jours.`,
    }),
  keptForEver: 'Ils ne sont jamais supprimés.',
  show: 'Afficher',
  filters: {
    all: 'Tous',
    running: 'En cours',
    'with-failures': 'Avec échecs',
    stuck: 'Bloqués',
    refused: 'Refusés',
  },
  moreThan: (written) => `plus de ${written}`,
  time: 'Période',
  anyTime: 'Toutes les dates',
  periods: { '24h': '24 dernières heures', '7d': '7 derniers jours', '30d': '30 derniers jours' },
  noneYet:
    'Aucun lot n’est encore arrivé. Chaque fichier de mises à jour qu’un traitement envoie figurera ici.',
  none: 'Aucun lot ne correspond à ces filtres.',
  showOlder: 'Afficher les lots précédents',

  received: 'Reçu',
  caller: 'Appelant',
  rows: 'Lignes',
  state: 'État',
  took: 'Durée',
  noId: 'sans ID',
  unknownCaller: 'Inconnu',
  soFar: (duration) => `${duration} jusqu’ici`,
  waitsSince: 'En attente depuis',

  lookedAt: (consumed, all) => `${consumed} lignes sur ${all}`,
  stuckAt: (row) => `Bloqué à la ligne ${row}`,
  stuckBecause:
    'L’application a échoué à plusieurs reprises ; le journal du service dit pourquoi. Rien n’est perdu : les lignes attendent qu’une personne décide.',
  givenUp: (rows) => `Abandonné : ${rows} lignes non appliquées`,
  refused: 'Refusé, rien n’a été enregistré',
  callerWasTold: 'L’appelant a reçu la réponse :',
  allApplied: 'Tout est appliqué',
  applied: (count, written) =>
    plural(count, {
      one: `${written} ligne appliquée.`,
      many: `${written} de lignes appliquées.`,
      other: `${written} lignes appliquées.`,
    }),
  failed: (count, written) =>
    plural(count, {
      one: `${written} en échec.`,
      many: `${written} en échec.`,
      other: `${written} en échec.`,
    }),
  notFound: (count, written) =>
    plural(count, {
      one: `${written} profil introuvable.`,
      many: `${written} de profils introuvables.`,
      other: `${written} profils introuvables.`,
    }),
  versionOne: 'v1 ne met à jour que les profils qui existent.',
  seeRows: (count, written) =>
    plural(count, {
      one: `Voir la ligne`,
      many: `Voir ${written} de lignes`,
      other: `Voir les ${written} lignes`,
    }),
  csvOf: (batchId) => `CSV du lot ${batchId}`,
  acts: {
    'tried-again': (by, at) => `Relancé par ${by} le ${at}.`,
    'given-up': (by, at) => `Abandonné par ${by} le ${at}.`,
  },

  tryAgain: 'Réessayer',
  giveUp: 'Abandonner…',
  giveUpNow: 'Abandonner',
  cancel: 'Annuler',
  close: 'Fermer',
  askGiveUp: (count, written) =>
    plural(count, {
      one: `Abandonner ${written} ligne qui n’a pas été appliquée ?`,
      many: `Abandonner ${written} de lignes qui n’ont pas été appliquées ?`,
      other: `Abandonner ${written} lignes qui n’ont pas été appliquées ?`,
    }),
  giveUpMeans:
    'Elles sont supprimées définitivement ; il faudrait renvoyer le fichier. Les lignes déjà appliquées le restent. Le journal d’audit en garde la trace.',
  saidTriedAgain: 'Le lot est relancé.',
  saidGivenUp: 'Le lot a été abandonné.',

  backToList: 'Tous les lots',
  oneBatch: 'Lot',
  failedRows: 'Lignes non appliquées',
  failedRowsAdvice:
    'Par ligne du fichier ; l’en-tête est la ligne 1. Leur téléchargement laisse une trace dans le journal d’audit.',
  allAsCsv: 'Toutes en CSV',
  identifier: 'Identifiant',
  line: 'Ligne',
  reason: 'Motif',
  reasons: {
    'not-found': 'Ce profil n’existe pas, et v1 n’en crée pas.',
    'too-large': 'Le profil dépasserait 64 Ko.',
  },
  showMore: 'Afficher plus de lignes',
}
