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

/** A document that has stood for so long may be older than the files behind it; a younger one was just loaded anew. */
const OUTLIVED_MS = 10_000

/**
 * Loads a part that may have gone with an update of the console. The page is then loaded again, which brings the console
 * as it is now; if that was just done, or there is no connection, it does not help and is left to the person.
 *
 * @throws MissingPartError
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (cause) {
    if (navigator.onLine && performance.now() > OUTLIVED_MS) {
      location.reload()
      return new Promise(() => {})
    }
    throw new MissingPartError('A part of the console could not be loaded.', { cause })
  }
}
