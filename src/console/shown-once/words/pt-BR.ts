import type { Words } from './en.ts'

export const words: Words = {
  title: 'Sair sem guardar?',
  advice:
    'O que é criado aqui é mostrado uma única vez: depois que você sair, ninguém poderá mostrá-lo de novo.',
  leave: 'Sair',
  stay: 'Ficar',
}
