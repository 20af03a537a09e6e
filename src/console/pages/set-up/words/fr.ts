import type { Words } from './en.ts'
import { pluralsOf } from '../../../messages/plurals.ts'

const plural = pluralsOf('fr')
const characters = (count: number) =>
  plural(count, {
    one: `${count} caractère`,
    many: `${count} de caractères`,
    other: `${count} caractères`,
  })

export const words: Words = {
  title: 'Configuration initiale',
  firstTitle: 'Configurer Profile API Console',
  firstAdvice:
    "Vous êtes la première personne à entrer ici\u00a0: vous recevez donc le rôle d'administrateur système.",
  invitedTitle: (name) => `Bienvenue, ${name}`,
  invitedAdvice: (email) => `Choisissez un mot de passe. Vous vous connecterez avec ${email}.`,
  name: 'Nom',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  passwordAdvice: (minLength) =>
    `Au moins ${characters(minLength)}. Tous sont admis, y compris les espaces\u202f; une phrase entière convient.`,
  showPassword: 'Afficher le mot de passe',
  submit: 'Terminer la configuration',
  wrong: {
    name: 'Saisissez un nom de 100 caractères au maximum.',
    email: 'Saisissez une adresse e-mail, par exemple nom@example.com.',
    password: (minLength, maxLength) =>
      `Choisissez un mot de passe de ${minLength} à ${characters(maxLength)}.`,
  },
  weak: {
    'password-too-common':
      "C'est un des mots de passe que beaucoup utilisent, ou il en est composé. Choisissez-en un autre, par exemple une phrase à vous.",
    'password-of-own-words':
      'Il est composé de votre nom, de votre e-mail ou du nom du produit ou du client. Choisissez quelque chose que les autres ignorent de vous.',
    'password-too-uniform':
      "Il se répète ou suit l'alphabet, les chiffres ou le clavier. Choisissez quelque chose de moins régulier.",
  },
  unusableTitle: 'Ce lien de configuration est inutilisable',
  unusableAdvice:
    "Demandez-en un nouveau à un administrateur système. Tant que personne n'a configuré le service, chaque démarrage en affiche un nouveau.",
  usedAdvice: 'Il a déjà été utilisé, a été remplacé par un lien plus récent, a été annulé ou a expiré.',
  incompleteAdvice: 'Ouvrez le lien en entier\u00a0: il se termine par un code.',
}
