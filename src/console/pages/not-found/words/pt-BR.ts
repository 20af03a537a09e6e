import type { Words } from './en.ts'

export const words: Words = {
  title: 'Página não encontrada',
  advice: 'Não há nenhuma página neste endereço.',
  toImplementation: 'Ir para Implementação',
}
