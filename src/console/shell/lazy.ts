import { lazyComponent } from '../page-part.tsx'

/** Asks for refused calls while a page is shown. */
export const refusedNews = lazyComponent(() => import('./RefusedNews.tsx'))
