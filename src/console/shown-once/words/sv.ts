import type { Words } from './en.ts'

export const words: Words = {
  title: 'Lämna utan att spara?',
  advice: 'Det som skapas här visas bara en gång: när du har lämnat kan ingen visa det för dig igen.',
  leave: 'Lämna',
  stay: 'Stanna kvar',
}
