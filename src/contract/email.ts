import * as v from 'valibot'

/** What is meant by what was typed or pasted as an address: without blanks, a `mailto:` and the name before `<…>`. */
export const addressIn = (text: string): string =>
  text
    .trim()
    .replace(/^.*<([^<>]*)>$/s, '$1')
    .replace(/^mailto:([^?]*).*$/is, '$1')
    .trim()

/** An address whose host has letters of its own, such as `exämple.com`, as mail servers and browsers write it. */
function withAsciiHost(address: string): string {
  const at = address.lastIndexOf('@') + 1
  const host = address.slice(at)
  if (!/\P{ASCII}/u.test(host) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(host)) return address
  return URL.canParse(`http://${host}`) ? address.slice(0, at) + new URL(`http://${host}`).hostname : address
}

/** However someone writes their address, it is the same one. At most 254 characters. Source: RFC 5321, 4.5.3.1.3. */
export const GivenEmail = v.pipe(
  v.string(),
  v.transform(addressIn),
  v.toLowerCase(),
  v.transform(withAsciiHost),
  v.minLength(1, 'an e-mail address'),
  v.maxLength(254, 'at most 254 characters'),
)

/** What `<input type="email">` takes. */
export const Email = v.pipe(GivenEmail, v.rfcEmail('an e-mail address such as ana@example.com'))
