import type { HowLongWords } from './en.ts'

export const words: HowLongWords = {
  newTokenWorksFor: 'O novo token funciona por',
  oneYear: '1 ano',
  until: 'Até…',
  expires: 'Expira em',
  most: (duration) => `Este serviço permite no máximo ${duration}.`,
  date: 'Último dia',
  dateAndTime: 'Data e hora',
  missing: 'Informe uma data completa.',
  between: (from, to) => `Escolha um momento entre ${from} e ${to}.`,
}
