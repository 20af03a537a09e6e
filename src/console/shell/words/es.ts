import type { Words } from './en.ts'

export const words: Words = {
  themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
  yourAccount: 'Su cuenta',
  signOut: 'Cerrar sesión',
  languageMissing: (name) =>
    `No se ha podido cargar el idioma ${name}. Compruebe su conexión, recargue la página y elíjalo de nuevo.`,
}
