import { pluralsOf } from '../../../messages/plurals.ts'
import type { Words } from './en.ts'

const plural = pluralsOf('fr')

export const words: Words = {
  title: 'Documentation',
  advice:
    'Ce que fait la console, comment les programmes appellent son API et comment on l’exploite. Les textes sont en anglais.',
  onThisPage: 'Sur cette page',
  toConsole: 'Retour à la console',
  names: {
    console: 'La console, page par page',
    'going-live': 'Mise en service',
    api: 'Guide de l’API',
    reference: 'Référence de l’API',
    roles: 'Rôles',
    keyboard: 'Raccourcis clavier',
    operating: 'Exploitation',
    security: 'Sécurité',
  },
  about: {
    console: 'Ce que montre chaque carte de la console et ce que l’on peut y faire.',
    'going-live':
      'D’une API de profil ouverte à une API qui n’admet que les appels portant le jeton\u00a0: pour les approbateurs et pour les développeurs des traitements.',
    api: 'Comment les scripts se connectent, mettent à jour et lisent les profils, renouvellent les jetons et apprennent ce qui s’est passé.',
    reference:
      'Chaque appel avec ce qu’il accepte et ce qu’il répond, tel que /openapi.json le décrit aux programmes.',
    roles: 'Qui peut faire quoi, selon son rôle.',
    keyboard: 'Ce que font les touches dans la console, en plus de ce qu’elles font partout.',
    operating:
      'Pour qui exploite le service\u00a0: paramètres, sauvegarde, PostgreSQL, métriques et alarmes.',
    security: 'Ce qui est gardé secret et comment, et ce qui a été vérifié selon OWASP ASVS 5.0.',
  },
  reference: {
    parameters: 'Paramètres',
    body: 'Corps',
    answers: 'Réponses',
    name: 'Nom',
    place: 'Dans',
    type: 'Type',
    needed: 'Obligatoire',
    meaning: 'Signification',
    yes: 'oui',
    no: 'non',
    find: 'Chercher un appel',
    findHint: 'Par sa méthode, son adresse ou ce qu’il fait.',
    found: (count, written) => plural(count, { one: `${written} appel`, other: `${written} appels` }),
    noneFound: (text) =>
      `Aucun appel ne contient «\u00a0${text}\u00a0» dans sa méthode, son adresse ou ce qu’il fait.`,
    showAll: 'Afficher tous les appels',
  },
  keyboard: {
    keys: 'Touches',
    effect: 'Ce qu’elles font',
    everywhere: 'Sur toutes les pages',
    names: {
      tab: 'Tab, Maj+Tab',
      skip: 'Tab, puis Entrée',
      enter: 'Entrée',
      space: 'Espace',
      arrows: 'Touches fléchées',
      escape: 'Échap',
      chart: 'Touches fléchées, Début, Fin',
      name: 'Entrée, Échap',
    },
    effects: {
      tab: 'Vont à la commande suivante ou à la précédente.',
      skip: 'En haut d’une page, mènent directement à son contenu. Sur Implémentation, le premier des deux liens mène au bouton qui génère un jeton.',
      enter: 'Suit un lien, active un bouton, envoie un formulaire.',
      space: 'Active un bouton, bascule un interrupteur, coche une case, ouvre une liste.',
      arrows: 'Vont d’un choix au suivant, qui est aussitôt choisi. Dans une liste, elles font de même.',
      escape: 'Ferme une question, un menu ou une liste sans rien changer.',
      copy: 'Copie le jeton sous la forme choisie, même masqué. Pour cela, rien ne doit être sélectionné et le curseur ne doit pas être dans un champ de texte.',
      chart: 'Vont de colonne en colonne dans le graphique des appels, à la première et à la dernière.',
      test: 'Teste ce qui a été collé, dans «\u00a0Tester un jeton\u00a0».',
      name: 'Pendant que l’on nomme un appelant\u00a0: enregistrent le nom ou le laissent tel quel.',
    },
  },
}
