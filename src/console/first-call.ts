import { initialLanguage } from './language-choice.ts'
import { lazyWords } from './lazy-words/files.ts'
import { type Page, pages } from './pages.ts'

/** What Implementation, where most visits begin, asks for first: `getImplementation` of the contract. */
const IMPLEMENTATION = '/console/v1/implementation'
/** Where it stands: there is no other page of that name, and the address without a path leads to it. */
const IS_IMPLEMENTATION = /^\/$|\/implementation\/?$/
/** What sign-in asks for, which Implementation leads to where nobody is signed in: `getSignInWays`. */
const SIGN_IN_WAYS = '/console/v1/sign-in-ways'

const coming = new Map<string, Promise<Response>>()

/** It is waited for as long as `TIMEOUT_MS` of the client says, which would bring with it all that the client knows. */
function ask(path: string): Promise<Response> {
  const answer = fetch(path, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(10_000),
  })
  coming.set(path, answer)
  answer.catch(() => {}) // told to whoever asks
  return answer
}

async function askForImplementation(): Promise<void> {
  const { status } = await ask(IMPLEMENTATION)
  if (status !== 401) return
  void ask(SIGN_IN_WAYS)
  await askForCode(pages.signIn)
}

/** With all that a lazy part has to have there. */
const askForCode = (page: Pick<Page, 'load'> | undefined) =>
  page?.load && Promise.all([page.load(), lazyWords[initialLanguage()](), import('./ui/lazy-drawings.ts')])

/** Asks for what the page at an address shows, while the code that shows it is still on its way. */
async function askForFirst(pathname: string): Promise<void> {
  if (IS_IMPLEMENTATION.test(pathname)) await askForImplementation()
  else await askForCode(Object.values<Page>(pages).find(({ path }) => path === pathname))
}

// In a build this file runs before all others. The mock answers only once it has started.
if (import.meta.env.MODE !== 'mock') askForFirst(location.pathname).catch(() => {})

/** As `fetch`; whoever asks first for what was asked for already gets the answer that is coming. */
export const fetchOrFirst: typeof fetch = (...request) => {
  const [address] = request
  const first = typeof address === 'string' ? coming.get(address) : undefined
  if (typeof address === 'string') coming.delete(address)
  return first ?? fetch(...request)
}
