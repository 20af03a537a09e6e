import type { HowLongWords } from './en.ts'

export const words: HowLongWords = {
  newTokenWorksFor: 'Den nya tokenen fungerar i',
  oneYear: '1 år',
  until: 'Till…',
  expires: 'Går ut den',
  most: (duration) => `Den här tjänsten tillåter högst ${duration}.`,
  date: 'Sista dag',
  dateAndTime: 'Datum och tid',
  missing: 'Ange ett fullständigt datum.',
  between: (from, to) => `Välj en tidpunkt mellan den ${from} och den ${to}.`,
}
