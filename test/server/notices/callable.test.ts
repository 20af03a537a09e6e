import type * as os from 'node:os'
import { describe, expect, it, vi } from 'vitest'
import { callableAddresses } from '#server/notices/callable.ts'
import { networksFrom } from '#server/remote-address.ts'

/** Of this machine, which seldom has one of the internet while tests run. */
const OWN = '93.184.215.99'
vi.mock('node:os', async (importOriginal) => {
  const original = await importOriginal<typeof os>()
  const networkInterfaces = () => ({ ...original.networkInterfaces(), eth9: [{ address: OWN }] })
  return { ...original, networkInterfaces }
})

const OWN_NETWORKS = networksFrom('10.1.0.0/16, fd12::/16, 169.254.169.254') ?? raise()
function raise(): never {
  throw new Error('These are networks.')
}

const PUBLIC = '93.184.215.14'

/** What becomes of a call of that address, where every name leads to those. */
const called = (url: string, leadsTo: string[] = [PUBLIC]) =>
  callableAddresses(new URL(url), OWN_NETWORKS, async () =>
    leadsTo.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  ).then(
    () => 'may be called',
    (error: unknown) => String(error instanceof Error && error.message),
  )

describe.each([
  ['loopback', '127.0.0.1'],
  ['another of loopback', '127.8.9.1'],
  ['this network', '0.0.0.0'],
  ['a private network', '10.2.0.1'],
  ['another private network', '172.16.0.1'],
  ['a third private network', '192.168.1.1'],
  ['link-local, where clouds tell of themselves', '169.254.170.2'],
  ['shared by a provider (CGNAT)', '100.100.100.200'],
  ['multicast', '224.0.0.1'],
  ['everyone', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['for benchmarks', '198.18.0.1'],
  ['the metadata service of Azure', '168.63.129.16'],
  ['the metadata service of Oracle', '192.0.0.192'],
  ['loopback of IPv6', '::1'],
  ['nowhere of IPv6', '::'],
  ['link-local of IPv6', 'fe80::1'],
  ['unique local', 'fd00:ec2::254'],
  ['site-local', 'fec0::1'],
  ['multicast of IPv6', 'ff02::1'],
  ['loopback mapped into IPv6', '::ffff:127.0.0.1'],
  ['loopback in the older way', '::7f00:1'],
  ['loopback by 6to4', '2002:7f00:1::1'],
  ['loopback by NAT64', '64:ff9b::7f00:1'],
  ['a private network by NAT64', '64:ff9b::a02:1'],
])('an address that is %s, %s', (_, address) => {
  const literal = address.includes(':') ? `[${address}]` : address

  it('is not called by itself', async () => {
    expect(await called(`https://${literal}/`)).toBe('address-refused')
  })

  it('is not called by a name, nor where the name has another address too', async () => {
    expect(await called('https://hooks.example.com/', [address])).toBe('address-refused')
    expect(await called('https://hooks.example.com/', [PUBLIC, address])).toBe('address-refused')
  })
})

it.each(['https://0x7f.1/', 'https://2130706433/', 'https://0177.0.0.1/', 'https://127.1/'])(
  'is not deceived by %s',
  async (url) => {
    expect(await called(url)).toBe('address-refused')
  },
)

it('does not call a link-local address that a name has with its zone', async () => {
  expect(await called('https://printer.local/', ['fe80::1%eth0'])).toBe('address-refused')
})

it('does not call this machine by an address of the internet that it has', async () => {
  expect(await called('https://hooks.example.com/', [OWN])).toBe('address-refused')
})

it.each([PUBLIC, '2606:4700:4700::1111', '64:ff9b::808:808'])(
  'calls %s, which is on the internet, by https alone',
  async (address) => {
    expect(await called('https://hooks.example.com/', [address])).toBe('may be called')
    expect(await called('http://hooks.example.com/', [address])).toBe('not-https')
  },
)

it.each(['10.1.2.3', 'fd12::1', '169.254.169.254', '::ffff:10.1.2.3'])(
  'calls %s, which the operator has listed, also by http',
  async (address) => {
    expect(await called('https://hooks.internal/', [address])).toBe('may be called')
    expect(await called('http://hooks.internal/', [address])).toBe('may be called')
    expect(await called('http://hooks.internal/', [address, PUBLIC])).toBe('not-https')
  },
)
