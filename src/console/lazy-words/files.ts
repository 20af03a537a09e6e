/** The words of the pages and parts that a first visit does not need, by the name of each: one file a language has them all. */
export const lazyWords = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  'pt-BR': () => import('./pt-BR.ts'),
  sv: () => import('./sv.ts'),
}
