import { lazyComponent } from '../page-part.ts'

/** Asks for refused calls while a page is shown. */
export const refusedNews = lazyComponent(() => import('./RefusedNews.tsx'))

/** Asks the person to sign in again. */
export const freshSignIn = lazyComponent(() => import('./fresh-sign-in/FreshSignInDialog.tsx'))

/** The languages to choose from, and how another one comes. */
export const languageChoice = lazyComponent(() => import('./LanguageChoice.tsx'))

/** What the user menu holds. */
export const userPanel = lazyComponent(() => import('./UserPanel.tsx'))

/** The themes to choose from. */
export const themeChoice = lazyComponent(() => import('./ThemeChoice.tsx'))
