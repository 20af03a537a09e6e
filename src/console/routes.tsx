import type { QueryClient } from '@tanstack/react-query'
import { Suspense, type ComponentType } from 'react'
import { matchPath, Navigate, useLocation } from 'react-router-dom'
import type { ServiceRequest } from '#client/request.ts'
import type { Language } from './messages/language.ts'
import { lazyComponent, type LazyComponent } from './page-part.ts'
import type { PageProps } from './page-props.ts'
import { HOME, notFoundPage, type Page, pages, pathsOf, redirects } from './pages.ts'
import ImplementationPage, {
  prefetchImplementation,
} from './pages/administration/implementation/ImplementationPage.tsx'
import { loadImplementationWords } from './pages/administration/implementation/use-words.ts'
import { SignedInLayout } from './shell/SignedInLayout.tsx'
import { SignedOutLayout } from './shell/SignedOutLayout.tsx'

type LazyPage = Omit<Page, 'path'> & Required<Pick<Page, 'load'>>
type Shown = Omit<Page, 'path'> & {
  Component: ComponentType<PageProps>
  /** Left out where they are from the start. */
  prepare?: LazyComponent<PageProps>['prepare']
  /** Loads what it shows, which is likely there already. */
  prefetch?: (client: QueryClient, request: ServiceRequest) => Promise<void>
}

const withComponent = <Row extends LazyPage>(page: Row): Row & Shown => ({
  ...page,
  ...lazyComponent(page.load),
})

const { implementation, ...others } = pages
const shownPages: (Page & Shown)[] = [
  // The page that most visits are for is there from the start.
  { ...implementation, Component: ImplementationPage, prefetch: prefetchImplementation },
  ...Object.values<Page & LazyPage>(others).map(withComponent),
]
const shownNotFound = withComponent(notFoundPage)
const navigation = shownPages.flatMap(({ path, navigation: place }) => (place ? [{ path, ...place }] : []))

/** Has the page at an address there, so that it is shown whole at once; that it does not come is told in its place. */
export async function preparePage(pathname: string, language: Language): Promise<void> {
  const { page } = pageAt(redirects[pathname] ?? pathname)
  // A first visit is for Implementation, whose words come in one file with the shell's.
  await Promise.all([loadImplementationWords(language), page.prepare?.().catch(() => {})])
}

/** How long what a page shows is waited for, so that it is not drawn twice, once without; less than anyone sees. */
const SOON_MS = 50

/** Has there what the page at an address shows, if that is there already or comes soon. */
export async function prefetchPage(pathname: string, client: QueryClient, request: ServiceRequest) {
  const { page } = pageAt(redirects[pathname] ?? pathname)
  const soon = new Promise((resolve) => setTimeout(resolve, SOON_MS))
  if (page.prefetch) await Promise.race([page.prefetch(client, request), soon])
}

/**
 * Every page of the console; those that a first visit does not need are loaded when they are. Until then what was shown
 * before stays.
 */
export function ConsoleRoutes() {
  const { pathname } = useLocation()
  const redirect = redirects[pathname]
  if (redirect !== undefined) return <Navigate to={redirect} replace />

  const { page, clientInPath } = pageAt(pathname)
  const content = <page.Component home={HOME} clientInPath={clientInPath} />
  return (
    <Suspense>
      {page.layout === 'own' ? (
        content
      ) : page.layout === 'signed-out' ? (
        <SignedOutLayout page={content} />
      ) : (
        <SignedInLayout
          page={content}
          bringsSession={page.bringsSession ?? false}
          home={HOME}
          signIn={pages.signIn.path}
          navigation={navigation}
        />
      )}
    </Suspense>
  )
}

function pageAt(pathname: string): { page: Shown; clientInPath?: string | undefined } {
  for (const page of shownPages) {
    if (pathsOf(page).some((path) => matchPath(path, pathname))) return { page }
    const ofClient = page.pathOfClient === undefined ? null : matchPath(page.pathOfClient, pathname)
    if (ofClient) return { page, clientInPath: ofClient.params['client'] }
  }
  return { page: shownNotFound }
}
