import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { listTokens, TokenList } from '#contract/rotation.ts'
import { json, makeService } from '../support/service.ts'

const READ = '/rest/v1/profiles/thirdPartyId/anna?client=acme'
const UPDATE = '/m2/acme/profile/update?mbox3rdPartyId=anna&profile.city=Oslo'
const SETTINGS = '/acme/target/clients/settings'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const HOUR = 3600

/** A service that requires authentication, with an old token that works beside the current one. */
async function makeOverlap() {
  const service = makeService()
  const ana = await service.as('approver', 'Ana')
  await ana(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))
  const generate = async (body: object = {}) =>
    v.parse(AuthorizationToken, await (await ana(TOKEN, json('POST', body))).json())
  const send = (from: string, token: AuthorizationToken, path = READ) =>
    service.from({ remoteAddress: from })(path, {
      headers: { Authorization: `Bearer ${token.accessToken}`, 'User-Agent': 'curl/8.5.0' },
    })
  const usersOf = async ({ id }: AuthorizationToken) => {
    const { tokens } = v.parse(TokenList, await (await ana(listTokens.path)).json())
    return tokens.find((token) => token.id === id)?.usedBy
  }
  const old = await generate()
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) await send(address, old)
  service.advance(60)
  const current = await generate({ overlapSeconds: HOUR })
  service.advance(60)
  return { service, ana, generate, send, usersOf, old, current }
}

const addressesIn = (users: TokenList['tokens'][number]['usedBy'] | undefined) =>
  users?.latest.map(({ caller }) => caller?.address)

describe('who uses a token', () => {
  it('is told with calls and last call, the latest first', async () => {
    const { service, send, usersOf, old } = await makeOverlap()
    await send('192.0.2.2', old)
    service.advance(60)
    await send('192.0.2.2', old)

    const users = await usersOf(old)

    expect(users).toMatchObject({
      count: 3,
      latest: [
        {
          caller: { address: '192.0.2.2', userAgent: 'curl', name: null },
          calls: 3,
          refused: 0,
          lastCallAt: '2026-11-21T12:03:00.000Z',
        },
        { calls: 1, lastCallAt: '2026-11-21T12:00:00.000Z' },
        { calls: 1 },
      ],
    })
  })

  it('does not hold those who have moved to the new one, but those who have not called since', async () => {
    const { send, usersOf, old, current } = await makeOverlap()
    await send('192.0.2.1', current)
    await send('192.0.2.2', old)
    await send('192.0.2.2', current)

    expect(addressesIn(await usersOf(old))?.toSorted()).toEqual(['192.0.2.2', '192.0.2.3'])
    expect(addressesIn(await usersOf(current))?.toSorted()).toEqual(['192.0.2.1', '192.0.2.2'])
  })

  it('still holds one that has gone back to the old one', async () => {
    const { service, send, usersOf, old, current } = await makeOverlap()
    await send('192.0.2.1', current)
    service.advance(1)
    await send('192.0.2.1', old)

    expect(addressesIn(await usersOf(old))).toContain('192.0.2.1')
  })

  it('is judged by each kind of call, for jobs on one machine move one by one', async () => {
    const { service, send, usersOf, old, current } = await makeOverlap()
    await send('192.0.2.1', old, UPDATE)
    service.advance(1)
    await send('192.0.2.1', current)
    const before = addressesIn(await usersOf(old))
    await send('192.0.2.1', current, UPDATE)

    expect(before).toContain('192.0.2.1')
    expect(addressesIn(await usersOf(old))).not.toContain('192.0.2.1')
  })

  it('is told of an ended token too, with the calls that were refused', async () => {
    const { service, ana, send, usersOf, old } = await makeOverlap()
    await ana(`${listTokens.path}/${old.id}/end`, json('POST', {}, { 'If-Match': '*' }))
    service.advance(60)
    await send('192.0.2.3', old)
    await send('192.0.2.3', old)

    expect((await usersOf(old))?.latest[0]).toMatchObject({
      caller: { address: '192.0.2.3' },
      calls: 3,
      refused: 2,
      lastCallAt: '2026-11-21T12:03:00.000Z',
    })
  })

  it('is told one by one for the latest five, and of the rest how many', async () => {
    const { service, send, usersOf, old } = await makeOverlap()
    for (let last = 4; last <= 7; last += 1) {
      service.advance(1)
      await send(`192.0.2.${last}`, old)
    }

    const users = await usersOf(old)

    expect(users?.count).toBe(7)
    expect(addressesIn(users)?.slice(0, 4)).toEqual(['192.0.2.7', '192.0.2.6', '192.0.2.5', '192.0.2.4'])
    expect(users?.latest).toHaveLength(5)
  })

  it('is told without names where there was no room for the caller', async () => {
    const { service, send, usersOf, old, current } = await makeOverlap()
    for (let count = 0; count < 500; count += 1) {
      await service.from({ remoteAddress: `198.51.${Math.floor(count / 250)}.${count % 250}` })(READ)
    }
    await usersOf(old)

    await send('203.0.113.9', old)
    await send('203.0.113.9', current)

    const users = await usersOf(old)
    expect(users?.latest[0]).toMatchObject({ caller: null, calls: 1 })
  })
})
