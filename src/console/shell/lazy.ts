import { lazyComponent } from '../page-part.ts'

/** Asks for refused calls while a page is shown. */
export const refusedNews = lazyComponent(() => import('./RefusedNews.tsx'))
