import type { Words } from './en.ts'

export const words: Words = {
  title: 'Documentation',
  advice:
    'Ce que fait la console, comment les programmes appellent son API et comment on l’exploite. Les textes sont en anglais.',
  onThisPage: 'Sur cette page',
  toConsole: 'Retour à la console',
  names: {
    'going-live': 'Mise en service',
    api: 'Guide de l’API',
    reference: 'Référence de l’API',
    roles: 'Rôles',
    operating: 'Exploitation',
    security: 'Sécurité',
  },
  about: {
    'going-live':
      'D’une API de profil ouverte à une API qui n’admet que les appels portant le jeton\u00a0: pour les approbateurs et pour les développeurs des traitements.',
    api: 'Comment les scripts se connectent, mettent à jour et lisent les profils, renouvellent les jetons et apprennent ce qui s’est passé.',
    reference:
      'Chaque appel avec ce qu’il accepte et ce qu’il répond, tel que /openapi.json le décrit aux programmes.',
    roles: 'Qui peut faire quoi, selon son rôle.',
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
  },
}
