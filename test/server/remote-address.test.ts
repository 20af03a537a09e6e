import { expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'
import { addressIn, networkOf, remoteAddressOf } from '#server/remote-address.ts'

it.each([
  ['203.0.113.5', '203.0.113.5'],
  ['203.0.113.5:4711', '203.0.113.5'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['::FFFF:203.0.113.5', '203.0.113.5'],
  ['::ffff:cb00:7105', '203.0.113.5'],
  ['0:0:0:0:0:ffff:203.0.113.5', '203.0.113.5'],
  ['0000:0000:0000:0000:0000:ffff:cb00:7105', '203.0.113.5'],
  ['[::ffff:203.0.113.5]:4711', '203.0.113.5'],
  ['64:ff9b::203.0.113.5', '203.0.113.5'],
  ['64:ff9b::cb00:7105', '203.0.113.5'],
  ['64:ff9b:1::cb00:7105', '64:ff9b:1::cb00:7105'],
  ['2001:db8::1', '2001:db8::1'],
  ['2001:DB8:0:0::0001', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['[fe80::1%25eth0]:80', 'fe80::1'],
  ['::1', '::1'],
])('writes %s as %s', (text, address) => {
  expect(addressIn(text)).toBe(address)
})

it.each([
  '',
  'unknown',
  '_hidden',
  'localhost',
  'profiles.acme.test',
  '203.0.113',
  '203.0.113.256',
  '010.0.0.1',
  '0x7f.1',
  '2130706433',
  '203.0.113.5/8',
  '203.0.113.5?',
  'me@203.0.113.5',
  '203.0.113.5:',
  '[203.0.113.5]x',
  '2001:db8::1::2',
  '[2001:db8::1',
  '2001:db8::1]',
  '[2001:db8::1]4711',
  '12345::',
  '1'.repeat(10_000),
])('takes %j for no address', (text) => {
  expect(addressIn(text)).toBeUndefined()
})

it.each([
  ['203.0.113.5', '203.0.113.5'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:0:0:ffff::2', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  [null, 'unknown'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

const LOOPBACK = '127.0.0.1'

it.each([
  { from: 'someone who calls directly', peer: '192.0.2.9', forwarded: '203.0.113.7', address: '192.0.2.9' },
  { from: 'this machine', peer: LOOPBACK, forwarded: undefined, address: LOOPBACK },
  { from: 'a proxy over IPv4', peer: '127.0.0.53', forwarded: '203.0.113.7', address: '203.0.113.7' },
  { from: 'a proxy over IPv6', peer: '::1', forwarded: '203.0.113.7', address: '203.0.113.7' },
  {
    from: 'a proxy, on a socket of both',
    peer: '::ffff:127.0.0.1',
    forwarded: '2001:db8::7',
    address: '2001:db8::7',
  },
  {
    from: 'a caller who wrote there too',
    peer: LOOPBACK,
    forwarded: '8.8.8.8, 203.0.113.7',
    address: '203.0.113.7',
  },
  {
    from: 'two proxies',
    peer: LOOPBACK,
    forwarded: '8.8.8.8,203.0.113.7 ,127.0.0.2',
    address: '203.0.113.7',
  },
  { from: 'nothing but proxies', peer: LOOPBACK, forwarded: '127.0.0.3, 127.0.0.2', address: '127.0.0.3' },
  { from: 'a proxy that does not know', peer: LOOPBACK, forwarded: '8.8.8.8, unknown', address: LOOPBACK },
  {
    from: 'a second proxy that does not know',
    peer: LOOPBACK,
    forwarded: '8.8.8.8, _x, 127.0.0.2',
    address: '127.0.0.2',
  },
  { from: 'a proxy that wrote nothing', peer: LOOPBACK, forwarded: '', address: LOOPBACK },
  {
    from: 'a very long way',
    peer: LOOPBACK,
    forwarded: `${'8.8.8.8,'.repeat(9000)}203.0.113.7`,
    address: '203.0.113.7',
  },
  { from: 'a connection that is gone', peer: undefined, forwarded: '203.0.113.7', address: undefined },
])('finds out where a request from $from comes from', ({ peer, forwarded, address }) => {
  expect(remoteAddressOf(requestOf(peer, forwarded), readConfig({}).trustedProxies)).toBe(address)
})

it.each([
  { peer: '10.9.8.7', address: '203.0.113.7' },
  { peer: '::ffff:10.9.8.7', address: '203.0.113.7' },
  { peer: '2001:db8:5::1', address: '203.0.113.7' },
  { peer: '192.0.2.4', address: '203.0.113.7' },
  { peer: '192.0.2.5', address: '192.0.2.5' },
  { peer: '127.0.0.1', address: '127.0.0.1' },
])('believes those proxies alone that TRUSTED_PROXIES names: $peer', ({ peer, address }) => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, 2001:DB8::/32,::ffff:192.0.2.4' })

  expect(remoteAddressOf(requestOf(peer, '203.0.113.7'), trustedProxies)).toBe(address)
})

function requestOf(remoteAddress: string | undefined, forwarded: string | undefined) {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return { socket: { remoteAddress }, headers }
}
