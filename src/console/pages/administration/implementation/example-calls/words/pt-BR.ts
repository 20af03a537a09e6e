import type { Words } from './en.ts'

export const words: Words = {
  comments: [
    'Lê um perfil e não altera nada.',
    '404 é bom sinal: a chamada foi aceita e esse perfil não existe.',
  ],
}
