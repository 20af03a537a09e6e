import type { Words } from './en.ts'

export const words: Words = {
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
  yourAccount: 'Votre compte',
  signOut: 'Se déconnecter',
  languageMissing: (name) =>
    `La langue ${name} n’a pas pu être chargée. Vérifiez votre connexion, rechargez la page, puis choisissez-la de nouveau.`,
}
