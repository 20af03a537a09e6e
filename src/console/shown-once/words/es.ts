import type { Words } from './en.ts'

export const words: Words = {
  title: '¿Salir sin guardarlo?',
  advice: 'Lo que se crea aquí se muestra una sola vez: cuando salga, nadie podrá mostrárselo de nuevo.',
  leave: 'Salir',
  stay: 'Quedarse',
}
