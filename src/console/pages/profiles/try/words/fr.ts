import { pluralsOf } from '../../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  title: 'Essayer un fichier',
  advice: 'Voyez ce qui ne va pas dans un fichier de profils avant de l’envoyer.',
  file: 'Fichier',
  fileAdvice:
    'Un tableau d’un tableur, enregistré en CSV, ou un lot tel que les traitements l’envoient. Il est lu dans ce navigateur et n’en sort pas avant que vous l’envoyiez.',
  choose: 'Choisir un fichier',
  orDrop: 'Ou déposez-le ici.',
  reading: (name) => `Lecture de ${name}`,
  cancel: 'Annuler',
  cancelled: 'Annulé. Rien du fichier n’a été gardé, sauf s’il était déjà arrivé en entier.',
  gone: (name) => `${name} a été modifié ou supprimé depuis que vous l’avez choisi. Choisissez-le à nouveau.`,

  rows: (count, written) =>
    plural(count, {
      one: `${written} ligne peut être acceptée.`,
      many: `${written} de lignes peuvent être acceptées.`,
      other: `${written} lignes peuvent être acceptées.`,
    }),
  isBatch: 'Un lot tel que les traitements l’envoient.',
  isTable: (separator) => `Un tableau avec des ${separator} entre les cellules.`,
  separators: { ',': 'virgules', ';': 'points-virgules', '\t': 'tabulations', '|': 'barres verticales' },
  encodings: {
    'utf-8': 'Encodage : UTF-8.',
    'utf-16le': 'Encodage : UTF-16 ; le lot est en UTF-8.',
    'utf-16be': 'Encodage : UTF-16 (gros-boutiste) ; le lot est en UTF-8.',
    'windows-1252': 'Encodage : Windows-1252 ; le lot est en UTF-8.',
  },
  noFault: 'Aucune erreur n’a été trouvée',
  cannotBeSent: 'Ce fichier ne peut pas être envoyé tel quel',
  faulty: (count, written) =>
    plural(count, {
      one: `${written} ligne ne peut pas être acceptée`,
      many: `${written} de lignes ne peuvent pas être acceptées`,
      other: `${written} lignes ne peuvent pas être acceptées`,
    }),
  line: (line) => `Ligne ${line} :`,
  moreFaults: (written) => `Et ${written} de plus.`,
  firstColumnIs: 'La première colonne contient',
  firstRows: 'Les premières lignes, telles qu’elles seraient enregistrées',
  lineColumn: 'Ligne',

  faults: {
    empty: 'il n’y a aucune ligne sous l’en-tête.',
    'no-row': 'il y a un en-tête mais aucune ligne. Les sauts de ligne ont peut-être été supprimés.',
    'no-header': 'le fichier ne commence pas par un en-tête.',
    'form-encoded':
      'ses virgules et ses sauts de ligne sont encodés en pourcentage, comme dans un formulaire.',
    'not-text': {
      gzip: 'il est compressé par gzip. Décompressez-le et choisissez ce qu’il contient.',
      ZIP: 'c’est un classeur ou une autre archive. Enregistrez le tableau en CSV et choisissez ce fichier.',
      'UTF-16': 'il est en UTF-16. Enregistrez-le en UTF-8.',
    },
    'too-many-bytes': 'le lot ferait 50\u00a0Mo ou plus. Envoyez-le en plusieurs parties.',
    'first-column': (given) => `la première colonne doit être pcId ou thirdPartyId, et non « ${given} ».`,
    'no-attribute': 'elle ne nomme aucun attribut à côté de l’identifiant.',
    'unnamed-column': (column) => `la colonne ${column} n’a pas de nom.`,
    'doubled-column': (name) => `la colonne « ${name} » figure deux fois.`,
    'prefixed-column': (name) =>
      `la colonne « ${name} » commence par « profile. », comme seuls le font les paramètres des mises à jour individuelles.`,
    'line-too-long': (limit) => `elle dépasse ${limit}\u00a0Ko.`,
    'not-utf8': 'un caractère est abîmé : il n’est pas dans l’encodage du reste du fichier.',
    nul: 'elle contient un caractère NUL, qu’aucun profil ne peut contenir.',
    'bad-escape': 'un % n’est pas suivi d’UTF-8 encodé en pourcentage. Écrivez le % lui-même %25.',
    'second-header': 'elle contient un second en-tête, comme quand on réunit des fichiers.',
    'carriage-return': 'elle contient un retour chariot qu’aucun saut de ligne ne suit.',
    'quoted-cell':
      'une cellule est entre guillemets, ce qu’un lot n’a pas. Écrivez %22 un guillemet qui fait partie de la valeur.',
    'too-many-rows': (limit) => `un lot peut avoir au plus ${limit} lignes. Envoyez-le en plusieurs parties.`,
    'too-many-cells': (cells, named) =>
      `elle a ${cells} cellules et l’en-tête en nomme ${named}. Une valeur qui contient un séparateur doit être entre guillemets ou, dans un lot, encodée en pourcentage.`,
    identifier: {
      empty: () => 'l’identifiant est vide.',
      'too-long': (limit) => `l’identifiant dépasse ${limit} caractères.`,
      character: () => 'l’identifiant contient + ou /.',
    },
    quotes: 'un guillemet n’est pas refermé. Rien de ce qui suit ne peut être lu.',
  },

  asBatch: 'En lot',
  asBatchAdvice:
    'Les cellules vides ne changent rien. Les attributs que le fichier ne nomme pas restent tels quels.',
  leaveOut: (count, written) =>
    plural(count, {
      one: `Ignorer ${written} ligne`,
      many: `Ignorer ${written} de lignes`,
      other: `Ignorer ${written} lignes`,
    }),
  mendFirst: 'Corrigez le fichier et choisissez-le à nouveau, ou ignorez ce qui ne peut pas être accepté.',
  profilesThatAreNotThere: 'Profils qui n’existent pas',
  create: 'Les créer',
  passOver: 'Les ignorer',
  send: (count, written) =>
    plural(count, {
      one: `Envoyer ${written} ligne`,
      many: `Envoyer ${written} de lignes`,
      other: `Envoyer ${written} lignes`,
    }),
  save: 'Enregistrer le lot',
  sending: 'Envoi',
  sentOf: (sent, all) => `${sent} sur ${all}`,
  mayBeSent:
    'Il a peut-être été accepté malgré tout. Dans ce cas, le journal d’audit le dit : consultez-le avant de l’envoyer à nouveau.',

  takenIn: 'Le lot a été accepté',
  applying: 'Lignes traitées',
  appliedOf: (applied, all) => `${applied} sur ${all}`,
  applied: (count, written) =>
    plural(count, {
      one: `${written} ligne a été appliquée.`,
      many: `${written} de lignes ont été appliquées.`,
      other: `${written} lignes ont été appliquées.`,
    }),
  notApplied: (count, written) =>
    plural(count, {
      one: `${written} ligne ne l’a pas été.`,
      many: `${written} de lignes ne l’ont pas été.`,
      other: `${written} lignes ne l’ont pas été.`,
    }),
  lookUp: 'Ce qui est enregistré d’un visiteur se trouve sous Recherche.',
  stuck:
    'Ce lot est bloqué : son application a échoué à plusieurs reprises. Ce qui n’a pas été appliqué est conservé.',
  failedRows: 'Lignes qui n’ont pas été appliquées',
  allAsCsv: 'Toutes en CSV',
  identifier: 'Identifiant',
  reason: 'Motif',
  reasons: {
    'not-found': 'Ce profil n’existe pas.',
    'too-large': 'Le profil dépasserait 64\u00a0Ko.',
  },
}
