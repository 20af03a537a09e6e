import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judged } from '#service/access/enforcement.ts'
import { DAY_MS } from '#service/callers/periods.ts'
import { refusedSince } from '#service/callers/refused-since.ts'
import type { SignedInContext } from '#service/context.ts'
import { ServiceError } from '#service/errors.ts'
import { generateToken } from '#service/profile-auth/generate-token.ts'
import { endToken, restoreToken } from '#service/rotation/rules.ts'
import { updateSettings } from '#service/settings/rules.ts'
import type { Stores } from '#service/stores.ts'
import { makeSession, makeUser } from '../storage/records.ts'
import { storeKinds } from '../storage/store-kinds.ts'
import { makeService } from '../support/service.ts'

/** Which of the tokens so far is meant, from the newest back. */
const back = fc.nat({ max: 3 })

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('call'), caller: fc.nat({ max: 3 }), back }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass'), seconds: fc.constantFrom(1, 600, 86_400) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('switch'), isOn: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('generate'), overlap: fc.constantFrom(0, 600) }) },
  fc.record({ kind: fc.constant('end'), back }),
  fc.record({ kind: fc.constant('restore'), back }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

type Token = { id: string; secret: string }
type Call = { caller: string; tokenId: string | null; at: number; isLetIn: boolean }

async function makeWorld(stores: Stores, clientCode: string) {
  const client = { clientCode, tenant: clientCode, imsOrgId: null, publicUrl: null }
  const { ports, from, advance } = makeService({ ...stores, client })
  const actor = { kind: 'person', user: makeUser(), session: makeSession(), remoteAddress: null } as const
  const context = (): SignedInContext => ({
    client,
    actor,
    requestId: 'request',
    userAgent: null,
    now: ports.now(),
  })
  const tokens: Token[] = []
  const calls: Call[] = []
  /** When calls with each token, or none, were last judged to be let in. */
  const lastLetIn = new Map<string | null, number>()

  async function call(caller: number, token: Token | undefined) {
    const headers = token && { Authorization: `Bearer ${token.secret}` }
    const answer = await from({ remoteAddress: `192.0.2.${caller}` })(
      `/rest/v1/profiles/1?client=${clientCode}`,
      headers && { headers },
    )
    const isLetIn = answer.status === 404
    calls.push({ caller: `192.0.2.${caller}`, tokenId: token?.id ?? null, at: ports.now(), isLetIn })
  }

  async function does(given: Act) {
    if ('caller' in given) {
      // The first sends no token, the second the first one, the third the newest, the last any.
      const sent = [undefined, tokens.at(-1), tokens[0], tokens[given.back]]
      await call(given.caller, sent[given.caller])
    } else if ('seconds' in given) advance(given.seconds)
    else if ('isOn' in given) {
      const { isOn } = given
      await updateSettings(ports, context(), () => ({ enableProfileApiAuthentication: isOn }), undefined)
    } else if ('overlap' in given) {
      const input = { expiresIn: 3 * 86_400, overlapSeconds: given.overlap }
      const { id, accessToken } = await generateToken(ports, context(), 'profile_api', input, {})
      tokens.unshift({ id, secret: accessToken })
    } else {
      const token = tokens[given.back]
      if (token === undefined) return
      const meant = { tokenId: token.id, ifMatch: '*' }
      if (given.kind === 'end') await endToken(ports, context(), meant, { forGood: false })
      else await restoreToken(ports, context(), meant)
    }
  }

  async function isRefused(token: Token | undefined) {
    const credentials = token
      ? ({ kind: 'bearer', secret: token.secret } as const)
      : ({ kind: 'none' } as const)
    return (await judged(ports, context(), { credentials, hasTokenInAddress: false })).isRefused
  }

  return {
    calls,
    lastLetIn,
    now: () => ports.now(),
    /** Acts that are refused change nothing. */
    async does(given: Act) {
      await does(given).catch((error: unknown) => {
        if (!(error instanceof ServiceError)) throw error
      })
      for (const token of [undefined, ...tokens]) {
        if (!(await isRefused(token))) lastLetIn.set(token?.id ?? null, ports.now())
      }
      // So that no two acts come at the same instant.
      advance(1)
    },
    isRefusedNow: (tokenId: string | null) => isRefused(tokens.find(({ id }) => id === tokenId)),
    refused: () => refusedSince(ports, context()),
  }
}

type World = Awaited<ReturnType<typeof makeWorld>>

async function expectTrue({ calls, lastLetIn, now, isRefusedNow, refused }: World) {
  const found = await refused()
  for (const { caller, tokenId, change, calls: count, lastCallAt, areLetInToo } of found) {
    const own = calls.filter((call) => call.caller === caller?.address)
    const alike = own.filter((call) => call.tokenId === tokenId && call.at >= change.at)
    expect(await isRefusedNow(tokenId)).toBe(true)
    expect(own.some(({ isLetIn, at }) => isLetIn && at < change.at)).toBe(true)
    expect(alike.every(({ isLetIn }) => !isLetIn)).toBe(true)
    expect([count, lastCallAt]).toEqual([alike.length, alike.at(-1)?.at])
    expect(change.at).toBeLessThanOrEqual(now())
    expect(areLetInToo).toBe(own.some(({ isLetIn, at }) => isLetIn && at > lastCallAt))
    if (areLetInToo) expect(now() - lastCallAt).toBeLessThan(DAY_MS)
    // What else it sends, a caller has begun to send after its token was replaced or ended.
    const isItsOwn = tokenId === null && change.token !== null
    if (!isItsOwn) expect(change.at).toBeGreaterThanOrEqual(lastLetIn.get(tokenId) ?? 0)
  }
  for (const [address, own] of Map.groupBy(calls, ({ caller }) => caller)) {
    const sent = new Set(own.map(({ tokenId }) => tokenId))
    const [tokenId = null] = sent
    const last = own.at(-1)
    if (sent.size > 1 || last === undefined) continue
    const isVictim =
      !last.isLetIn &&
      own.some(({ isLetIn }) => isLetIn) &&
      last.at > (lastLetIn.get(tokenId) ?? 0) &&
      now() - last.at <= 7 * DAY_MS
    expect(found.some(({ caller }) => caller?.address === address)).toBe(isVictim)
  }
}

/** By chance alone there would seldom be anyone to be refused. */
const BEGINNING: Act[] = [
  { kind: 'call', caller: 0, back: 0 },
  { kind: 'generate', overlap: 0 },
  { kind: 'call', caller: 1, back: 0 },
  { kind: 'switch', isOn: true },
  { kind: 'call', caller: 2, back: 0 },
]

/** Those of a database take longer, and differ in little. */
const RUNS: Record<string, number> = { memory: 400, SQLite: 40, PostgreSQL: 20 }

describe.each(storeKinds)('over $kind', ({ kind, open }) => {
  it('whatever was turned, replaced, ended and let work again, who is refused is told of with its change', async () => {
    const stores = await open()
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), async (acts) => {
        run += 1
        const world = await makeWorld(stores, `client-${run}`)
        for (const given of [...BEGINNING, ...acts]) await world.does(given)
        await expectTrue(world)
      }),
      { numRuns: RUNS[kind] ?? 20 },
    )
  }, 120_000)
})
