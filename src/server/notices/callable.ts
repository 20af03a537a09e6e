import { lookup } from 'node:dns/promises'
import type { BlockList } from 'node:net'
import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'
import { addressIn, familyOf } from '../remote-address.ts'

/** Of Azure's metadata service, the one that looks like any other address of the internet. Source: Azure, "What is IP address 168.63.129.16?". */
const METADATA = '168.63.129.16'

export type HostAddress = { address: string; family: number }

/** Every address of a host name. @throws Error with a code of the system's */
export type Resolve = (hostname: string) => Promise<HostAddress[]>

export const resolve: Resolve = (hostname) => lookup(hostname, { all: true })

/** A webhook may not be called where its address leads. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError'
  readonly reason: 'not-https' | 'address-refused'

  constructor(reason: 'not-https' | 'address-refused') {
    super(reason)
    this.reason = reason
  }
}

/**
 * The addresses that a webhook's address leads to, all of which may be called: those of the internet by https, and those of
 * the operator's own networks, which they have listed, by http too. Of the rest nobody outside should have us call any:
 * this machine, the networks around it, the metadata service of a cloud.
 *
 * @throws RefusedAddressError, and what `resolve` throws
 */
export async function callableAddresses(
  { protocol, hostname }: URL,
  listed: BlockList,
  resolveHost: Resolve,
): Promise<HostAddress[]> {
  const literal = addressIn(hostname)
  const addresses = literal === undefined ? await resolveHost(hostname) : [hostAddressOf(literal)]
  const ways = addresses.map(({ address }) => addressIn(address) ?? address)
  const isListed = (way: string) => listed.check(way, familyOf(way))
  if (!ways.every((way) => isListed(way) || isOfInternet(way)))
    throw new RefusedAddressError('address-refused')
  if (protocol !== 'https:' && !ways.every(isListed)) throw new RefusedAddressError('not-https')
  return addresses
}

const hostAddressOf = (address: string): HostAddress => ({
  address,
  family: familyOf(address) === 'ipv6' ? 6 : 4,
})

function isOfInternet(address: string): boolean {
  if (address === METADATA || ipaddr.parse(address).range() !== 'unicast') return false
  const interfaces = Object.values(networkInterfaces()).flatMap((own) => own ?? [])
  return !interfaces.some((own) => addressIn(own.address) === address)
}
