import type { Words } from './en.ts'

export const words: Words = {
  title: 'Página no encontrada',
  advice: 'No hay ninguna página en esta dirección.',
  toImplementation: 'Ir a Implementación',
}
