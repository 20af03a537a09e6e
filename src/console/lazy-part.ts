import { TIMEOUT_MS } from '#client/request.ts'

/** A part of the console could not be loaded: it went with an update, or the connection was lost. */
export class MissingPartError extends Error {
  override name = 'MissingPartError'
}

/**
 * Marks a promise so that React's `use` reads it at once when it is fulfilled. Else it suspends for a moment all the
 * same, and whatever React shows meanwhile stands for 300 ms.
 */
export function readableAtOnce<Part>(coming: Promise<Part>): Promise<Part> {
  coming.then(
    (value) => Object.assign(coming, { status: 'fulfilled', value }),
    () => {},
  )
  return coming
}

/**
 * Waits for parts of the console as long as anyone is to wait.
 *
 * @throws Error when they have not come by then
 */
export function arrivedInTime<Part>(coming: Promise<Part>, deadline = AbortSignal.timeout(TIMEOUT_MS)) {
  return new Promise<Part>((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(new Error('It has not come in time.')))
    coming.then(resolve, reject)
  })
}

/**
 * Loads the page again if the service is there; else the browser would put its own error page in the page's place.
 *
 * @returns false where it does not answer
 */
export async function loadAgain(deadline = AbortSignal.timeout(TIMEOUT_MS)): Promise<boolean> {
  const isServed = await fetch('/', { method: 'HEAD', signal: deadline }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isServed) location.reload()
  return isServed
}

/** A document that has stood for so long may be older than the files behind it; a younger one was just loaded anew. */
const OUTLIVED_MS = 10_000

/**
 * Loads a part that may have gone with an update of the console. The page is then loaded again, which brings the console
 * as it is now; if that was just done, or the service is not there, it does not help and is left to the person.
 *
 * @throws MissingPartError, after 10 s at the latest
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await arrivedInTime(load(), deadline)
  } catch (cause) {
    if (performance.now() > OUTLIVED_MS && !deadline.aborted && (await loadAgain(deadline)))
      return new Promise(() => {})
    throw new MissingPartError('A part of the console could not be loaded.', { cause })
  }
}
