import type { Words } from './en.ts'

export const words: Words = {
  title: 'Page introuvable',
  advice: 'Il n’y a aucune page à cette adresse.',
  toImplementation: 'Accéder à la page Implémentation',
}
