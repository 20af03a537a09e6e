import type { Words } from './en.ts'

export const words: Words = {
  comments: [
    'Lee un perfil y no cambia nada.',
    '404 está bien: la llamada se aceptó y ese perfil no existe.',
  ],
}
