import { ServiceError } from '../errors.ts'

/** The one character that PostgreSQL cannot keep in a text, and therefore none of our stores is given. */
export const NUL = '\0'

/** Escapes in a row, of which each character beyond ASCII takes two at least. */
const ESCAPES = /(?:%[\da-f]{2})+/gi

/**
 * Refuses an address with a NUL in it, or with bytes in escapes that are no UTF-8, before anything is looked up by it: read as
 * something else, two such ids would be one.
 *
 * @throws ServiceError `invalid-request` that names the parameter
 */
export function requireTextInAddress({ url }: Request): void {
  if (!url.includes('%')) return
  if (url.includes('%00')) {
    throw new ServiceError(
      'invalid-request',
      'The address holds a NUL character (%00), which nothing here can hold.',
    )
  }
  const { pathname, search } = new URL(url)
  inUtf8(pathname, strictly('utf-8'), 'The path of the address')
  formIn(search.slice(1), 'utf-8')
}

/**
 * The fields of a form, or of a query, in order; of one in another charset as well. A `+` is a blank, and a `%` that begins no escape
 * stands for itself.
 *
 * @param charset as the WHATWG's Encoding Standard labels it
 * @throws ServiceError `invalid-request` that names the first field whose escapes are no text in it
 */
export function formIn(text: string, charset: string): URLSearchParams {
  if (!text.includes('%')) return new URLSearchParams(text)
  const decoder = strictly(charset)
  const fields = text.split('&').map((field) => {
    const [name = ''] = field.split('=', 1)
    const isNameText = /^[\w.-]+$/.test(name)
    return inUtf8(field, decoder, isNameText ? `The parameter ${name.slice(0, 100)}` : 'A parameter')
  })
  return new URLSearchParams(fields.join('&'))
}

/** A byte order mark at the beginning of some escapes is data like any other. */
const strictly = (charset: string) => new TextDecoder(charset, { fatal: true, ignoreBOM: true })

/** The same with its escapes in UTF-8. */
function inUtf8(text: string, decoder: TextDecoder, what: string): string {
  return text.replaceAll(ESCAPES, (escapes) => {
    try {
      return encodeURIComponent(
        decoder.decode(Uint8Array.from(escapes.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))),
      )
    } catch {
      throw new ServiceError(
        'invalid-request',
        `${what} is not percent-encoded ${decoder.encoding.toUpperCase()}.`,
      )
    }
  })
}
