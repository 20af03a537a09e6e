import { describe, expect, it } from 'vitest'
import { describeSetUpLink, setUp } from '#contract/set-up.ts'
import { getAccessToken, signIn } from '#contract/second-step.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import { attemptLimiter } from '#server/attempts.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { json, makeService, ORIGIN } from '../support/service.ts'

const ANA = { email: 'ana@example.com', password: 'correct horse battery staple' }

/** A service of real limits where Ana can sign in, and a set-up link that is still good. */
async function makeSetUp() {
  const service = makeService({ signInAttempts: attemptLimiter(memoryCounts()) })
  const url = await makeFirstSetUpLink(service.ports, contextWithoutRequest(service.ports, 'system'), ORIGIN)
  const code = url?.split('#code=')[1] ?? ''
  await service.as('approver', 'Ana')
  const bodies = new Map<string, unknown>([
    [signIn.path, ANA],
    [getAccessToken.path, ANA],
    [setUp.path, { code, name: 'Bo', email: 'bo@example.com', password: ANA.password }],
    [describeSetUpLink.path, { code }],
  ])
  const send = (path: string, headers: Record<string, string>) =>
    service.call(path, json('POST', bodies.get(path), headers))
  return { service, send }
}

const OPEN_TO_ALL = [signIn.path, getAccessToken.path, setUp.path, describeSetUpLink.path]

describe.each(OPEN_TO_ALL)('%s', (path) => {
  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.test' }],
    ['a neighbouring site', { 'Sec-Fetch-Site': 'same-site', Origin: 'http://evil.console.test' }],
    ['another site that names ours', { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN }],
    ['another site, over http', { Origin: 'http://evil.test' }],
    ['a page that hides where it is from', { Origin: 'null' }],
  ])('refuses what a page of %s sends', async (_, headers) => {
    const { send } = await makeSetUp()

    const response = await send(path, headers)

    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'not-same-origin' })
  })

  it.each([
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    '',
    'application/jsonp',
  ])('refuses a body that is sent as %j, as pages of other sites can', async (type) => {
    const { send } = await makeSetUp()

    const response = await send(path, { 'Content-Type': type })

    expect(response.status).toBe(415)
    expect(await response.json()).toMatchObject({
      code: 'unsupported-media-type',
      detail: 'Send the body as JSON, with "Content-Type: application/json".',
    })
  })
})

it.each([{}, { 'Sec-Fetch-Site': 'none' }, { 'Sec-Fetch-Site': 'same-origin' }, { Origin: ORIGIN }])(
  'takes %j of a script that signs in',
  async (headers) => {
    const { send } = await makeSetUp()

    expect((await send(getAccessToken.path, headers)).status).toBe(201)
    expect(
      (await send(getAccessToken.path, { ...headers, 'Content-Type': 'Application/JSON; charset=utf-8' }))
        .status,
    ).toBe(201)
  },
)

it.each([signIn.path, getAccessToken.path])('counts nothing of what other pages send to %s', async (path) => {
  const { service, send } = await makeSetUp()
  const wrong = { ...ANA, password: 'not the right one, surely' }
  const asText = { 'Content-Type': 'text/plain' }
  for (let time = 0; time < 52; time += 1) {
    await service.call(path, json('POST', wrong, { ...asText, 'Sec-Fetch-Site': 'cross-site' }))
    await service.call(path, json('POST', wrong, { ...asText, Origin: 'http://evil.test' }))
    await service.call(path, json('POST', wrong, { ...asText, Origin: ORIGIN }))
  }

  expect((await send(path, { Origin: ORIGIN })).status).toBeLessThan(300)
})

it('wants JSON of whoever is signed in too, where a body is sent at all', async () => {
  const { service } = await makeSetUp()
  const sysadmin = await service.as('sysadmin')
  const headers = { 'Content-Type': 'text/plain' }
  const nordics = { name: 'Nordics' }

  expect((await sysadmin('/console/v1/workspaces', json('POST', nordics, headers))).status).toBe(415)
  expect((await sysadmin('/acme/target/clients/settings', json('PATCH', {}, headers))).status).toBe(406)
  expect((await sysadmin('/console/v1/workspaces', { method: 'POST' })).status).toBe(400)
  expect((await sysadmin('/console/v1/workspaces', json('POST', nordics))).status).toBe(201)
})
