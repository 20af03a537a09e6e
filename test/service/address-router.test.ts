import { expect, it } from 'vitest'
import { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { AddressRouter } from '#service/http/address-router.ts'
import { operations } from '#contract/features.ts'

/** In the order in which they are mounted, with what is theirs. */
const FAMILIES = [
  ['console', ['/console/*']],
  ['profile', ['/m2/*', '/rest/*']],
  ['admin', ['/:tenant/target/*']],
] as const

/** Answers with what was mounted where, in the order in which it is come to. */
function mounted(router: AddressRouter<never> | TrieRouter<never>) {
  const app = new Hono({ router })
  app.use(async (call, next) => {
    await next()
    call.header('Through', 'all')
  })
  for (const [family, addresses] of FAMILIES) {
    for (const { method, path } of operations.filter((operation) => operation.family === family))
      app.on(method, path, (call) => call.text(`${method} ${path} ${JSON.stringify(call.req.param())}`))
    for (const address of addresses) app.all(address, (call) => call.text(address))
  }
  app.all('*', (call) => call.text('none'))
  return async (method: string, path: string) => {
    const answer = await app.request(path, { method })
    return `${answer.headers.get('Through')} ${await answer.text()}`
  }
}

const addressOf = (path: string) => path.replaceAll(/:(\w+)/g, 'a%20$1')

it.each([
  ...operations.map(({ method, path }) => [method, addressOf(path)] as const),
  ...[
    '/',
    '/rest',
    '/rest/',
    '/m2',
    '/m2/target/clients/settings',
    '/rest/target/x',
    '/restful',
    '/a/b/c',
  ].map((path) => ['GET', path] as const),
])('finds at %s %s what one router finds among all', async (method, path) => {
  const found = await mounted(new AddressRouter())(method, path)

  expect(found).toBe(await mounted(new TrieRouter())(method, path))
})
