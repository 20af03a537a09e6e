import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP, isIPv6, SocketAddress } from 'node:net'

/** `[2001:db8::1]`, `[2001:db8::1]:4711` or `203.0.113.5:4711`. */
const WITH_PORT = /^(?:\[(?<six>[^\]]+)\](?::\d{1,5})?|(?<four>[\d.]+):\d{1,5})$/

/** The prefix under which a network without IPv4 shows those who come by it. Source: RFC 6052 section 2.1. */
const TRANSLATED = /^64:ff9b::(?=[\da-f]{1,4}:[\da-f]{1,4}$)/

/**
 * A network address in its one spelling, so that nobody has two: IPv4 as such however IPv6 writes it, IPv6 in lower case
 * and compressed (RFC 5952), without zone, brackets or port.
 *
 * @returns undefined for what is no address
 */
export function addressIn(text: string): string | undefined {
  const address = isIP(text) === 0 ? withoutPort(text) : text
  const kind = isIP(address)
  if (kind === 0) return undefined
  if (kind === 4) return address
  return canonical(canonical(address).replace(TRANSLATED, '::ffff:')).replace(/^::ffff:(?=[\d.]+$)/, '')
}

function withoutPort(text: string): string {
  const { six, four } = WITH_PORT.exec(text)?.groups ?? {}
  return six ?? four ?? text
}

const canonical = (address: string) => new SocketAddress({ address, family: 'ipv6' }).address

/**
 * What is counted as one caller: an IPv4 address, and of IPv6 the first 64 bits, for the rest is the caller's own to
 * choose. All who come from nobody knows where are one.
 */
export function networkOf(address: string | null): string {
  if (address === null) return 'unknown'
  if (!isIPv6(address)) return address
  const [before = [], after = []] = address
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}

/** An address, or a network of those that begin with the same bits; with 0 of them it would be everyone. */
const LISTED = /^\s*([^\s/]+)(?:\/([1-9]\d{0,2}))?\s*$/

/**
 * Networks as the operator lists them.
 *
 * @param text addresses and networks, separated by commas
 * @returns null when one of them is neither, or is everyone
 */
export function networksFrom(text: string): BlockList | null {
  const listed = new BlockList()
  for (const entry of text.split(',')) {
    const [, given = '', bits] = LISTED.exec(entry) ?? []
    const address = addressIn(given)
    if (address === undefined) return null
    const whole = isIPv6(address) ? 128 : 32
    const prefix = Number(bits ?? whole)
    if (prefix > whole) return null
    listed.addSubnet(address, prefix, familyOf(address))
  }
  return listed
}

/** As `BlockList` names it. */
export const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/**
 * Where a request comes from. Each proxy writes whom it was called by behind what stands in X-Forwarded-For already, so
 * that is read from its end, for as long as trusted proxies are met; what whoever comes next wrote there is not believed.
 */
export function remoteAddressOf(
  { socket, headers }: { socket: { remoteAddress?: string | undefined }; headers: IncomingHttpHeaders },
  trustedProxies: BlockList,
): string | undefined {
  let caller = addressIn(socket.remoteAddress ?? '')
  if (headers['x-forwarded-for'] === undefined) return caller
  const forwarded = [headers['x-forwarded-for']].flat().flatMap((field) => field.split(','))
  for (const entry of forwarded.toReversed()) {
    if (caller === undefined || !trustedProxies.check(caller, familyOf(caller))) return caller
    const address = addressIn(entry.trim())
    if (address === undefined) return caller
    caller = address
  }
  return caller
}
