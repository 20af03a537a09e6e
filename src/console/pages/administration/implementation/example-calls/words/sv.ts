import type { Words } from './en.ts'

export const words: Words = {
  comments: [
    'Läser en profil och ändrar ingenting.',
    '404 är som det ska: anropet släpptes in och profilen finns inte.',
  ],
}
