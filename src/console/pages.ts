import type { ComponentType } from 'react'
import type { Permission } from '#contract/roles.ts'
import type { Messages } from './messages/en.ts'
import type { PageProps } from './page-props.ts'
import type { IconName } from './ui/Icon.tsx'

export type Page = {
  path: string
  /** Another address of it: with the client code before, as in the addresses of the original. */
  pathOfClient?: string
  /** The last segments of addresses below it, which it shows as well. */
  below?: readonly string[]
  /** `signed-in`: inside the shell, for people with a session; `signed-out`: one card; `own`: brought by the page. */
  layout: 'signed-in' | 'signed-out' | 'own'
  /** Left out for the page that a first visit is for, which the router has from the start. */
  load?: () => Promise<{ default: ComponentType<PageProps> }>
  /** Where it stands in the navigation, for those who are permitted; left out for a page that is not in it. */
  navigation?: {
    group: keyof Messages['shell']['groups']
    word: keyof Messages['shell']['pages']
    icon: IconName
    permission: Permission
  }
  /** Whether its own answer says who is signed in, so that the shell does not have to ask. */
  bringsSession?: true
}

/**
 * Every page of the console, by name. The router, the navigation and the server's 404 read it; so nothing is imported
 * here but types, and by `import()` what the router asks for.
 */
export const pages = {
  implementation: {
    path: '/administration/implementation',
    pathOfClient: '/:client/administration/implementation',
    layout: 'signed-in',
    navigation: {
      group: 'administration',
      word: 'implementation',
      icon: 'code',
      permission: 'settings.view',
    },
    bringsSession: true,
  },
  users: {
    path: '/administration/users',
    layout: 'signed-in',
    load: () => import('./pages/administration/users/UsersPage.tsx'),
    navigation: { group: 'administration', word: 'users', icon: 'user', permission: 'users.view' },
  },
  auditLog: {
    path: '/administration/audit-log',
    layout: 'signed-in',
    load: () => import('./pages/administration/audit-log/AuditLogPage.tsx'),
    navigation: { group: 'administration', word: 'auditLog', icon: 'list', permission: 'audit.view' },
  },
  notices: {
    path: '/administration/notices',
    layout: 'signed-in',
    load: () => import('./pages/administration/notices/NoticesPage.tsx'),
    navigation: { group: 'administration', word: 'notices', icon: 'bell', permission: 'notices.view' },
  },
  batches: {
    path: '/profiles/batches',
    layout: 'signed-in',
    load: () => import('./pages/profiles/batches/BatchesPage.tsx'),
    navigation: { group: 'profiles', word: 'batches', icon: 'layers', permission: 'batches.view' },
  },
  tryFile: {
    path: '/profiles/try',
    layout: 'signed-in',
    load: () => import('./pages/profiles/try/TryPage.tsx'),
    navigation: { group: 'profiles', word: 'tryFile', icon: 'upload', permission: 'batches.view' },
  },
  lookUp: {
    path: '/profiles/look-up',
    layout: 'signed-in',
    load: () => import('./pages/profiles/look-up/LookUpPage.tsx'),
    navigation: { group: 'profiles', word: 'lookUp', icon: 'search', permission: 'profiles.view' },
  },
  account: {
    path: '/account',
    layout: 'signed-in',
    load: () => import('./pages/account/AccountPage.tsx'),
  },
  goingLive: {
    path: '/going-live',
    layout: 'signed-in',
    load: () => import('./pages/going-live/GoingLivePage.tsx'),
  },
  documentation: {
    path: '/docs',
    below: ['console', 'going-live', 'api', 'reference', 'roles', 'keyboard', 'operating', 'security'],
    layout: 'own',
    load: () => import('./pages/docs/DocsPage.tsx'),
  },
  signIn: {
    path: '/sign-in',
    layout: 'signed-out',
    load: () => import('./pages/sign-in/SignInPage.tsx'),
  },
  signInReturn: {
    path: '/sign-in/return',
    layout: 'signed-out',
    load: () => import('./pages/sign-in/return/ReturnPage.tsx'),
  },
  setUp: {
    path: '/set-up',
    layout: 'signed-out',
    load: () => import('./pages/set-up/SetUpPage.tsx'),
  },
} as const satisfies Record<string, Page>

/** What is shown at any other address. */
export const notFoundPage = {
  layout: 'signed-in',
  load: () => import('./pages/not-found/NotFoundPage.tsx'),
} as const satisfies Omit<Page, 'path'>

/** The page that people come for. */
export const HOME = pages.implementation.path

/** Addresses that lead to a page: the root, and the one that older bookmarks and Adobe's manuals use. */
export const redirects: Readonly<Record<string, string>> = {
  '/': HOME,
  '/setup/implementation': HOME,
}

/** The addresses of a page, without the one that begins with the client code. */
export const pathsOf = ({ path, below = [] }: Page): string[] => [
  path,
  ...below.map((name) => `${path}/${name}`),
]

/** Every address that the console answers; `:name` stands for one path segment. */
export const addresses: string[] = [
  ...Object.keys(redirects),
  ...Object.values<Page>(pages).flatMap((page) => [...pathsOf(page), page.pathOfClient ?? []].flat()),
]
