import { lazy } from 'react'
import { Navigate, Route, Routes } from 'react-router-dom'
import { pages } from '#contract/paths.ts'
import { ImplementationPage } from './pages/administration/implementation/ImplementationPage.tsx'
import { SignedInLayout } from './shell/SignedInLayout.tsx'
import { SignedOutLayout } from './shell/SignedOutLayout.tsx'

const NotFoundPage = lazy(() => import('./pages/not-found/NotFoundPage.tsx'))
const SetUpPage = lazy(() => import('./pages/set-up/SetUpPage.tsx'))
const SignInPage = lazy(() => import('./pages/sign-in/SignInPage.tsx'))

/** Every page of the console; those that a first visit does not need are loaded when they are. */
export function ConsoleRoutes() {
  const toImplementation = <Navigate to={pages.implementation} replace />
  return (
    <Routes>
      <Route path={pages.home} element={toImplementation} />
      <Route path={pages.formerImplementation} element={toImplementation} />
      <Route element={<SignedOutLayout />}>
        <Route path={pages.signIn} element={<SignInPage />} />
        <Route path={pages.setUp} element={<SetUpPage />} />
      </Route>
      <Route element={<SignedInLayout />}>
        {/* The client code may stand before a page, as in the addresses of the original. */}
        <Route path={pages.implementation} element={<ImplementationPage />} />
        <Route path={`/:client${pages.implementation}`} element={<ImplementationPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
