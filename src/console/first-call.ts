/** What Implementation, where most visits begin, asks for first: `getImplementation` of the contract. */
const PATH = '/console/v1/implementation'
/** Where it stands: there is no other page of that name, and the address without a path leads to it. */
const IS_ASKED = /^\/$|\/implementation\/?$/

/**
 * It is asked for while the code that shows it is still on its way: a build runs this file on its own, before the rest. The
 * mock answers only once it has started. It is waited for as long as `TIMEOUT_MS` of the client says, which is not imported:
 * all that the client knows would come with it.
 */
let first =
  import.meta.env.MODE !== 'mock' && IS_ASKED.test(location.pathname)
    ? fetch(PATH, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10_000) })
    : undefined
first?.catch(() => {}) // told to whoever asks

/** As `fetch`; whoever asks for that first gets the answer that is coming already. */
export const fetchOrFirst: typeof fetch = (...request) => {
  const coming = request[0] === PATH ? first : undefined
  first = undefined
  return coming ?? fetch(...request)
}
