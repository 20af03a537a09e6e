import type { Words } from './en.ts'

export const words: Words = {
  comments: [
    'Lit un profil et ne modifie rien.',
    '404 est bon signe\u00a0: l’appel est accepté et ce profil n’existe pas.',
  ],
}
