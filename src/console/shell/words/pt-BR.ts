import type { Words } from './en.ts'

export const words: Words = {
  themes: { system: 'Sistema', light: 'Claro', dark: 'Escuro' },
  yourAccount: 'Sua conta',
  signOut: 'Sair',
  languageMissing: (name) =>
    `Não foi possível carregar o idioma ${name}. Verifique sua conexão, recarregue a página e escolha-o novamente.`,
}
