import { expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'
import { originOf, strictTransportSecurity, warningOfClearText } from '#server/transport.ts'

const IN_CLEAR =
  ': passwords and tokens travel in clear. Put https in front and set PUBLIC_URL to its address, such as https://profiles.example.com.'
const OPEN = `HOST is an address that other machines reach, and PUBLIC_URL is no https address${IN_CLEAR}`

it.each([
  [{}, undefined],
  [{ HOST: '127.0.0.1' }, undefined],
  [{ HOST: '::1' }, undefined],
  [{ HOST: 'localhost', PUBLIC_URL: 'http://localhost:4700' }, undefined],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://profiles.example.com' }, undefined],
  [{ PUBLIC_URL: 'https://profiles.example.com' }, undefined],
  [{ HOST: '0.0.0.0' }, OPEN],
  [{ HOST: '::' }, OPEN],
  [{ HOST: '10.0.0.7', PUBLIC_URL: 'http://localhost:4700' }, OPEN],
  [{ PUBLIC_URL: 'http://profiles.example.com' }, `PUBLIC_URL is an http address${IN_CLEAR}`],
])('warns of clear text where others may read along: %j', (environment, warning) => {
  expect(warningOfClearText(readConfig(environment))).toBe(warning)
})

it.each([
  [{}, false],
  [{ PUBLIC_URL: 'http://profiles.example.com' }, false],
  [{ PUBLIC_URL: 'https://profiles.example.com' }, 'max-age=31536000'],
  [
    { PUBLIC_URL: 'https://profiles.example.com', HSTS_SUBDOMAINS: 'true' },
    'max-age=31536000; includeSubDomains',
  ],
])('has browsers come by https where PUBLIC_URL says so: %j', (environment, header) => {
  expect(strictTransportSecurity(readConfig(environment))).toBe(header)
})

it.each([
  ['127.0.0.1', 'http://localhost:4700'],
  ['0.0.0.0', 'http://localhost:4700'],
  ['::', 'http://localhost:4700'],
  ['::1', 'http://[::1]:4700'],
  ['10.0.0.7', 'http://10.0.0.7:4700'],
])('says where someone on this machine finds what listens on %s', (host, origin) => {
  expect(originOf(host, 4700)).toBe(origin)
})
