import type { Words } from './en.ts'

export const words: Words = {
  title: 'Quitter sans rien conserver\u202f?',
  advice:
    'Ce qui est créé ici n’est affiché qu’une seule fois\u00a0: si vous quittez cette page, personne ne pourra vous le montrer à nouveau.',
  leave: 'Quitter',
  stay: 'Rester',
}
