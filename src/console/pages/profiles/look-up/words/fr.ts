import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  title: 'Recherche',
  advice: 'Ce qui est enregistré d’un visiteur, et quand chaque attribut a changé.',
  visitor: 'Visiteur',
  isRecorded:
    'La recherche est inscrite au journal d’audit : qui a regardé et quand, avec une empreinte à la place de l’identifiant et sans les valeurs.',
  by: 'Rechercher par',
  identifier: 'Identifiant',
  identifierHint: 'Tel que les traitements l’envoient, sans encodage en pourcentage.',
  lookUp: 'Rechercher',
  problems: {
    empty: () => 'Saisissez l’identifiant.',
    'too-long': (limit) => `Aucun identifiant ne dépasse ${limit} caractères.`,
    character: () => 'Aucun identifiant ne contient + ni /.',
  },

  found: (idKind, id) => `Profil de ${idKind} ${id}`,
  attributes: (count, written) =>
    plural(count, {
      one: `${written} attribut.`,
      many: `${written} d’attributs.`,
      other: `${written} attributs.`,
    }),
  lastChanged: (when) => `Dernier changement : ${when}.`,
  view: 'Présentation',
  table: 'Tableau',
  asJson: 'Le profil tel que les traitements le lisent',
  attribute: 'Attribut',
  value: 'Valeur',
  changed: 'Changé',
  showAll: (length) => `Afficher les ${length} caractères`,
  showLess: 'Afficher moins',

  notFound: (idKind, id) => `Il n’y a pas de profil de ${idKind} ${id}`,
  isOfOtherKind: (idKind) => `Il y en a un dont cet identifiant est le ${idKind}.`,
  lookUpBy: (idKind) => `Rechercher par ${idKind}`,
  whatCreates: 'Ce qui le créerait',
  createdBy:
    'Une ligne avec cet identifiant et au moins une valeur, dans une mise à jour groupée de version 2 :',
  notCreatedBy:
    'Une mise à jour groupée de version 1 et une mise à jour individuelle ne changent que des profils qui existent. Une ligne dont toutes les valeurs sont vides ne crée rien.',

  waiting: (count, written) =>
    plural(count, {
      one: `${written} ligne d’un lot attend d’être appliquée`,
      many: `${written} de lignes de lots attendent d’être appliquées`,
      other: `${written} lignes de lots attendent d’être appliquées`,
    }),
  mayBeOfThis:
    'Il peut s’agir de ce visiteur. Ce qui est affiché est ce qui était enregistré au moment de la recherche.',
  lookAgain: 'Rechercher à nouveau',
}
