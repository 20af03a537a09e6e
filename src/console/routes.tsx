import { lazy } from 'react'
import { matchPath, Navigate, useLocation } from 'react-router-dom'
import { pages } from '#contract/paths.ts'
import { ImplementationPage } from './pages/administration/implementation/ImplementationPage.tsx'
import { SignedInLayout } from './shell/SignedInLayout.tsx'
import { SignedOutLayout } from './shell/SignedOutLayout.tsx'

const NotFoundPage = lazy(() => import('./pages/not-found/NotFoundPage.tsx'))
const SetUpPage = lazy(() => import('./pages/set-up/SetUpPage.tsx'))
const SignInPage = lazy(() => import('./pages/sign-in/SignInPage.tsx'))

/** The client code may stand before the page, as in the addresses of the original. */
const implementationOfClient = `/:client${pages.implementation}` as const

/** Every page of the console; those that a first visit does not need are loaded when they are. */
export function ConsoleRoutes() {
  const { pathname } = useLocation()
  const isAt = (path: string) => matchPath(path, pathname) !== null
  if (isAt(pages.home) || isAt(pages.formerImplementation))
    return <Navigate to={pages.implementation} replace />
  if (isAt(pages.signIn)) return <SignedOutLayout page={<SignInPage />} />
  if (isAt(pages.setUp)) return <SignedOutLayout page={<SetUpPage />} />
  if (isAt(pages.implementation)) return <SignedInLayout page={<ImplementationPage />} />
  const ofClient = matchPath(implementationOfClient, pathname)
  return (
    <SignedInLayout
      page={ofClient ? <ImplementationPage clientInPath={ofClient.params.client} /> : <NotFoundPage />}
    />
  )
}
