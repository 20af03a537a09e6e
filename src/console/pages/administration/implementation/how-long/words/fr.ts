import type { HowLongWords } from './en.ts'

export const words: HowLongWords = {
  newTokenWorksFor: 'Le nouveau jeton fonctionne pendant',
  oneYear: '1 an',
  until: 'Jusqu’au…',
  expires: 'Il expire le',
  most: (duration) => `Ce service autorise ${duration} au maximum.`,
  date: 'Dernier jour',
  dateAndTime: 'Date et heure',
  missing: 'Indiquez une date complète.',
  between: (from, to) => `Choisissez un moment entre le ${from} et le ${to}.`,
}
