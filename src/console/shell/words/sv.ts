import type { Words } from './en.ts'

export const words: Words = {
  themes: { system: 'System', light: 'Ljust', dark: 'Mörkt' },
  yourAccount: 'Ditt konto',
  signOut: 'Logga ut',
  languageMissing: (name) =>
    `Språket ${name} kunde inte läsas in. Kontrollera din anslutning, läs in sidan igen och välj det på nytt.`,
}
