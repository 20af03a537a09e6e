import type { HowLongWords } from './en.ts'

export const words: HowLongWords = {
  newTokenWorksFor: 'El nuevo token funciona durante',
  oneYear: '1 año',
  until: 'Hasta…',
  expires: 'Caduca el',
  most: (duration) => `Este servicio permite como máximo ${duration}.`,
  date: 'Último día',
  dateAndTime: 'Fecha y hora',
  missing: 'Indique una fecha completa.',
  between: (from, to) => `Elija un momento entre el ${from} y el ${to}.`,
}
