/** A house like ours, as small as can be and without a breach. */
export const HOUSE: Record<string, string> = {
  'contract/users.ts': `import * as v from 'valibot'`,
  'client/request.ts': `import type { User } from '#contract/users.ts'
    export const request = (url: string) => fetch(url)`,

  'console/main.tsx': `import './routes.tsx'
    if (import.meta.env.MODE === 'mock') await import('#mock/start.ts')`,
  'console/routes.tsx': `import { pages } from './pages.ts'
    import { SignInPage } from './pages/sign-in/SignInPage.tsx'`,
  'console/pages.ts': `import type { User } from '#contract/users.ts'
    export const pages = [{ path: '/set-up', page: () => import('./pages/set-up/SetUpPage.tsx') }]
    export const words = (language: string) => import(\`./pages/sign-in/words/\${language}.ts\`)`,
  'console/session.ts': `import { request } from '#client/request.ts'`,
  'console/pages/sign-in/SignInPage.tsx': `import { useTitle } from '#console/shell/use-title.ts'
    import { password } from './words/en.ts'`,
  'console/pages/sign-in/words/en.ts': `export const password = 'Password'`,
  'console/pages/set-up/SetUpPage.tsx': `import { Button } from '#console/ui/Button.tsx'`,
  'console/shell/Shell.tsx': `import { useTitle } from './use-title.ts'`,
  'console/shell/use-title.ts': `export const useTitle = (title: string) => void (document.title = title)`,
  'console/failures/PageFailure.tsx': `import { useTitle } from '../shell/use-title.ts'`,
  'console/lazy-words/en.ts': `export { password } from '../pages/sign-in/words/en.ts'`,
  'console/ui/Button.tsx': `import { en } from '#console/messages/en.ts'
    import styles from './Button.module.css'`,
  'console/ui/Button.module.css': `.button { background: url('./button.svg') }`,
  'console/ui/button.svg': `<svg xmlns="http://www.w3.org/2000/svg"/>`,
  'console/messages/en.ts': `export const en = { wait: 'One moment' }`,

  'service/app.ts': `import { Hono } from 'hono'
    import { adminFamily } from './families/admin.ts'`,
  'service/stores.ts': `import type { UserStore } from './users/store.ts'`,
  'service/families/admin.ts': `import { serve } from '../http/serve.ts'`,
  'service/users/rules.ts': `import type { Context } from '../context.ts'
    import { record } from '../audit/record.ts'`,
  'service/users/store.ts': `export interface UserStore { userOf(id: string): Promise<string> }`,
  'service/audit/record.ts': `import { badRequest } from '../errors.ts'`,
  'service/http/serve.ts': `import type { Context } from '../context.ts'`,
  'service/context.ts': `import { badRequest } from './errors.ts'
    export interface Context { actor: string }`,
  'service/permissions.ts': `export type Permission = 'users.manage'`,
  'service/errors.ts': `export const badRequest = new Error()`,

  'storage/memory/stores.ts': `import type { UserStore } from '#service/users/store.ts'`,
  'storage/sql/writer.ts': `import { DatabaseSync } from 'node:sqlite'`,
  'storage/sql/postgres.ts': `import { Pool } from 'pg'`,
  'storage/sql/sqlite.ts': `export const writer = new URL('./writer.ts', import.meta.url)`,
  'server/main.ts': `import { site } from './site.ts'`,
  'server/database.ts': `const postgres = () => import('#storage/sql/postgres.ts')`,
  'server/site.ts': `import { pages } from '#console/pages.ts'
    export const site = [process.env, Buffer.from('')]`,
  'mock/start.ts': `import { scenarios } from './scenarios.ts'`,
  'mock/scenarios.ts': `import { stores } from '#storage/memory/stores.ts'`,
}

/** A line for each breach, planted in the file with which the breach begins; it breaks one rule alone. */
export const PLANTED: Record<string, string> = {
  // Between the folders
  'contract/users.ts imports service/errors.ts, which contract may not know': "import '#service/errors.ts'",
  'client/request.ts imports service/errors.ts, which client may not know': "import '#service/errors.ts'",
  'client/request.ts climbs out of client/ to contract/users.ts': "import '../contract/users.ts'",
  'service/errors.ts imports storage/sql/writer.ts, which service/errors.ts may not know':
    "import '#storage/sql/writer.ts'",
  'storage/memory/stores.ts imports storage/sql/writer.ts, which storage/memory may not know':
    "import '../sql/writer.ts'",
  'storage/sql/sqlite.ts imports storage/memory/stores.ts, which storage/sql may not know':
    "new URL('../memory/stores.ts', import.meta.url)",
  'mock/scenarios.ts imports storage/sql/writer.ts, which mock may not know':
    "import '#storage/sql/writer.ts'",
  'server/main.ts imports storage/memory/stores.ts, which server may not know':
    "import '#storage/memory/stores.ts'",
  'server/main.ts imports console/pages.ts, which server may not know': "import '#console/pages.ts'",
  'server/database.ts imports storage/sql/postgres.ts, which server/database.ts may not know':
    "import '#storage/sql/postgres.ts'",
  'server/site.ts imports console/shell/Shell.tsx, which server/site.ts may not know':
    "import '#console/shell/Shell.tsx'",
  'console/session.ts imports mock/start.ts, which console may not know': "await import('#mock/start.ts')",
  'console/main.tsx imports mock/start.ts, which console/main.tsx may not know': "import '#mock/start.ts'",
  'console/main.tsx imports mock/scenarios.ts, which console/main.tsx may not know':
    "await import('#mock/scenarios.ts')",

  // Out of all of them
  'server/main.ts imports ../../test/random.ts, which lies in no zone': "import '../../test/random.ts'",
  'mock/start.ts imports #../test/random.ts, which lies in no zone': "import '#../test/random.ts'",
  'mock/start.ts imports ./scenarios, which lies in no zone': "import './scenarios'",
  'mock/start.ts imports what is only known when it runs': "await import('./scenarios' + '.ts')",
  'console/shell/Shell.tsx imports console/pages.ts, which console/shell may not know':
    "import '../pages.ts'",
  'service/helpers.ts lies in no zone': '',

  // In the console
  'console/pages/sign-in/SignInPage.tsx imports console/pages/set-up/SetUpPage.tsx, which console/pages/sign-in may not know':
    "import '../set-up/SetUpPage.tsx'",
  'console/pages/set-up/SetUpPage.tsx imports console/pages/sign-in/words/en.ts, which console/pages/set-up may not know':
    "import '#console/pages/sign-in/words/en.ts'",
  'console/ui/Button.tsx imports console/pages/sign-in/SignInPage.tsx, which console/ui may not know':
    "import type { Props } from '../pages/sign-in/SignInPage.tsx'",
  'console/ui/Button.tsx imports client/request.ts, which console/ui may not know':
    "import '#client/request.ts'",
  'console/ui/Button.module.css imports console/shell/use-title.ts, which console/ui may not know':
    ".title { composes: title from '../shell/use-title.ts' }",
  'console/messages/en.ts imports console/shell/use-title.ts, which console/messages may not know':
    "import '../shell/use-title.ts'",
  'console/shell/Shell.tsx imports console/pages/sign-in/SignInPage.tsx, which console/shell may not know':
    "await import('../pages/sign-in/SignInPage.tsx')",
  'console/failures/PageFailure.tsx imports console/pages/sign-in/SignInPage.tsx, which console/failures may not know':
    "import '../pages/sign-in/SignInPage.tsx'",
  'console/session.ts imports console/pages/sign-in/SignInPage.tsx, which console may not know':
    "import './pages/sign-in/SignInPage.tsx'",
  'console/pages/fields.ts imports console/ui/Button.tsx, which console/pages may not know':
    "import '#console/ui/Button.tsx'",
  'console/pages.ts imports more than types of #contract/users.ts': "import '#contract/users.ts'",
  'console/pages.ts imports more than types of react': "import { lazy } from 'react'",

  // In the service
  'service/users/rules.ts imports service/families/admin.ts, which service/users may not know':
    "import type { Family } from '../families/admin.ts'",
  'service/http/serve.ts imports service/users/store.ts, which service/http may not know':
    "import type { UserStore } from '../users/store.ts'",
  'service/families/admin.ts imports service/stores.ts, which service/families may not know':
    "import type { Stores } from '../stores.ts'",
  'service/errors.ts imports service/permissions.ts, which service/errors.ts may not know':
    "import type { Permission } from './permissions.ts'",

  // Circles
  'storage/sql/writer.ts → storage/sql/sqlite.ts → storage/sql/writer.ts is a circle':
    "import { writer } from './sqlite.ts'",
  'console/shell/use-title.ts → console/shell/Shell.tsx → console/shell/use-title.ts is a circle':
    "import type { Props } from './Shell.tsx'",

  // Packages
  'contract/users.ts imports hono, which contract may not know': "import 'hono'",
  'service/context.ts imports node:fs, which service may not know': "import 'node:fs'",
  'service/context.ts imports fs, which service may not know': "import 'fs'",
  'service/app.ts imports @valibot/to-json-schema, which service may not know':
    "import '@valibot/to-json-schema'",
  'storage/memory/stores.ts imports node:sqlite, which storage/memory may not know': "import 'node:sqlite'",
  'server/main.ts imports vite, which server may not know': "import 'vite'",
  'console/ui/Button.tsx imports react-router-dom, which console/ui may not know':
    "import 'react-router-dom'",

  // Globals
  'contract/users.ts uses URL, which contract may not know': "new URL('https://example.com')",
  'service/context.ts uses Buffer, which service may not know': "const bytes = Buffer.from('')",
  'service/users/rules.ts uses process, which service may not know': 'const { env } = process',
  'service/http/serve.ts uses document, which service may not know':
    "if (typeof document === 'object') throw 0",
  'service/audit/record.ts uses globalThis, which service may not know': 'globalThis.process.exit()',
  'service/families/admin.ts uses import.meta.dirname, which service may not know': 'import.meta.dirname',
  'console/ui/Button.tsx uses fetch, which console/ui may not know': "const Wait = () => <b>{fetch('/')}</b>",
}
