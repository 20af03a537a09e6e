import { expect, it, vi } from 'vitest'
import { CALLER_LIMIT } from '#contract/callers.ts'
import { getImplementation } from '#contract/implementation.ts'
import { bearer, BULK, instant, makeObserved, READ, SETTINGS } from '../support/observed.ts'
import { json } from '../support/service.ts'

const DAY = 24 * 3600
const NONE = { 'left-behind': 0, 'sends-both': 0, 'not-seen': 0, moved: 0 }

it('says that nobody called yet', async () => {
  const { summary } = await makeObserved()

  expect(await summary()).toEqual({
    knownSince: null,
    count: 0,
    standings: NONE,
    standingsIfRequired: NONE,
    first: [],
    othersPerDay: null,
  })
})

it('has those who called in the last seven days, with who needs something first', async () => {
  const { as, generate, summary, callers, advance } = await makeObserved()
  const [gone, idle, job] = ['gone', 'idle', 'job'].map((name) => as('192.0.2.1', name))
  await gone?.(READ)
  advance(DAY)
  await idle?.(READ)
  advance(6 * DAY)
  const { accessToken } = await generate()
  await as('192.0.2.1', 'both')(READ, bearer(accessToken))
  await as('192.0.2.1', 'both')(READ)
  await job?.(READ, bearer(accessToken))
  await as('192.0.2.44', 'curl')(BULK, { method: 'POST', body: 'batch=pcId,city\n1,Oslo\n' })
  advance(1)

  const answer = await summary()

  expect(answer).toEqual({
    knownSince: instant(0),
    count: 4,
    standings: { 'left-behind': 1, 'sends-both': 1, 'not-seen': 1, moved: 1 },
    standingsIfRequired: { 'left-behind': 1, 'sends-both': 1, 'not-seen': 1, moved: 1 },
    first: [
      {
        id: expect.any(String),
        name: null,
        address: '192.0.2.44',
        userAgent: 'curl',
        standing: 'left-behind',
        standingIfRequired: 'left-behind',
        callsPerDay: 1,
        lastCallAt: instant(7 * DAY),
      },
      expect.objectContaining({ userAgent: 'both', standing: 'sends-both' }),
      expect.objectContaining({ userAgent: 'idle', standing: 'not-seen' }),
    ],
    othersPerDay: null,
  })
  expect(answer?.first.map(({ id }) => id)).toEqual((await callers()).callers.slice(0, 3).map(({ id }) => id))
})

it('tells those who would be refused from those who still send the token before', async () => {
  const { as, generate, summary, advance } = await makeObserved()
  const former = await generate()
  advance(60)
  const current = await generate(DAY)
  await as('192.0.2.1', 'moved')(READ, bearer(current.accessToken))
  await as('192.0.2.1', 'late')(READ, bearer(former.accessToken))
  for (const _ of [1, 2]) await as('192.0.2.1', 'later')(READ, bearer(former.accessToken))
  await as('192.0.2.1', 'open')(READ)

  const answer = await summary()

  expect(answer).toMatchObject({
    standings: { ...NONE, 'left-behind': 3, moved: 1 },
    standingsIfRequired: { ...NONE, 'left-behind': 1, moved: 3 },
    first: [{ userAgent: 'open' }, { userAgent: 'later' }, { userAgent: 'late' }],
  })
})

it('is as short with as many callers as are told apart, and says that there are more', async () => {
  const { from, summary, advance } = await makeObserved()
  for (let index = 0; index < CALLER_LIMIT + 2; index += 1) {
    await from({ remoteAddress: `198.51.100.${index}` })(READ)
  }
  const recent = await summary()
  advance(8 * DAY)

  expect(recent).toMatchObject({ count: CALLER_LIMIT, othersPerDay: 2 })
  expect(recent?.first).toHaveLength(3)
  expect(await summary()).toMatchObject({ knownSince: instant(0), count: 0, first: [], othersPerDay: null })
})

it('is not for those who may not see who calls, and nothing is asked of the database for it', async () => {
  const { signedIn, call, ports } = await makeObserved()
  await call(READ)
  const asked = vi.spyOn(ports.callers, 'calls')
  const observer = await signedIn('observer')

  const answer = await observer(getImplementation.path)

  expect(await answer.json()).toMatchObject({ callers: null })
  expect(asked).not.toHaveBeenCalled()
})

it('does not keep the page from being shown when the counts cannot be written', async () => {
  const { call, summary, ports } = await makeObserved()
  await call(READ)
  vi.spyOn(ports.callers, 'count').mockRejectedValue(new Error('no room left'))

  expect(await summary()).toMatchObject({ count: 0 })
})

it('follows an approver’s step from off without a token to on', async () => {
  const { as, approver, generate, summary, advance } = await makeObserved()
  const job = as('192.0.2.44', 'curl')
  await job(READ)
  const before = await summary()
  advance(1)
  const { accessToken } = await generate()
  const prepared = await summary()
  await job(READ, bearer(accessToken))
  await approver(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))

  const steps = [before, prepared, await summary()].map((step) => step?.first[0]?.standingIfRequired)

  expect(steps).toEqual(['left-behind', 'not-seen', 'moved'])
})
