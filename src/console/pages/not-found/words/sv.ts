import type { Words } from './en.ts'

export const words: Words = {
  title: 'Sidan hittades inte',
  advice: 'Det finns ingen sida på den här adressen.',
  toImplementation: 'Gå till Implementering',
}
