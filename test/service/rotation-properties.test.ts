import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignedInContext } from '#service/context.ts'
import { ServiceError } from '#service/errors.ts'
import { generateToken } from '#service/profile-auth/generate-token.ts'
import { endToken, extendToken, restoreToken } from '#service/rotation/rules.ts'
import type { Stores } from '#service/stores.ts'
import { makeAudit, makeSession, makeSettings, makeUser } from '../storage/records.ts'
import { storeKinds } from '../storage/store-kinds.ts'
import { makeService } from '../support/service.ts'

/** Which of the tokens so far is meant, from the newest back. */
const back = fc.nat({ max: 7 })
const seconds = fc.constantFrom(60, 600, 3600)

const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('generate'),
      lifetime: seconds,
      overlap: fc.constantFrom(0, 0, 60, 600),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass'),
      seconds: fc.constantFrom(1, 59, 60, 600, -1, -60, -3600),
    }),
  },
  fc.record({ kind: fc.constant('end'), back, forGood: fc.boolean() }),
  fc.record({ kind: fc.constant('restore'), back }),
  fc.record({ kind: fc.constant('extend'), back, seconds }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

type Modelled = {
  id: string
  secret: string
  expiresAt: number
  worksUntil: number
  isReplaced: boolean
  isEnded: boolean
  isForGood: boolean
  /** Its time was seen over, by the calls after each act. */
  isOver: boolean
}

/** What has to be true of tokens, written down apart from how the service comes to it. */
function makeModel() {
  const tokens: Modelled[] = []
  const isLetIn = ({ isEnded, isOver, worksUntil }: Modelled, now: number) =>
    !isEnded && !isOver && now < worksUntil
  const hasExpired = (token: Modelled, now: number) =>
    !token.isEnded && !isLetIn(token, now) && token.worksUntil === token.expiresAt
  const hasRoom = (now: number, but: Modelled) =>
    tokens.filter((token) => token !== but && token.isReplaced && isLetIn(token, now)).length < 4

  return {
    tokens,
    isLetIn,
    generate(made: Pick<Modelled, 'id' | 'secret' | 'expiresAt'>) {
      tokens.unshift({
        ...made,
        worksUntil: made.expiresAt,
        isReplaced: false,
        isEnded: false,
        isForGood: false,
        isOver: false,
      })
    },
    /** @returns whether the newest may be replaced; it is then */
    replace(now: number, overlap: number): boolean {
      const [newest] = tokens
      if (newest === undefined) return true
      const overlaps = isLetIn(newest, now) && overlap > 0
      if (overlaps && !hasRoom(now, newest)) return false
      newest.isReplaced = true
      newest.worksUntil = Math.min(newest.worksUntil, now + overlap * 1000)
      newest.isOver ||= !overlaps
      return true
    },
    end(token: Modelled, now: number, forGood: boolean): boolean {
      const works = isLetIn(token, now)
      if (token.isForGood || hasExpired(token, now) || (!works && !forGood)) return false
      token.isEnded ||= works
      token.isForGood = forGood
      return true
    },
    restore(token: Modelled, now: number): boolean {
      if (token.isForGood || isLetIn(token, now) || hasExpired(token, now) || now >= token.expiresAt)
        return false
      if (token.isReplaced && !hasRoom(now, token)) return false
      Object.assign(token, { isEnded: false, isOver: false, worksUntil: token.expiresAt })
      return true
    },
    extend(token: Modelled, now: number, worksUntil: number): boolean {
      if (!token.isReplaced || !isLetIn(token, now) || worksUntil > token.expiresAt) return false
      token.worksUntil = worksUntil
      return true
    },
    /** Every token was looked at. */
    seen(now: number) {
      for (const token of tokens) token.isOver ||= now >= token.worksUntil
    },
  }
}

/** @returns what was answered; undefined when it was refused */
async function unlessRefused<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ServiceError && error.status < 500) return undefined
    throw error
  }
}

async function makeWorld(stores: Stores, clientCode: string) {
  const client = { clientCode, tenant: clientCode, imsOrgId: null, publicUrl: null }
  const { ports, call, advance } = makeService({ ...stores, client })
  await stores.settings.replace(makeSettings({ clientCode }), makeAudit({ clientCode }))
  const model = makeModel()
  const user = makeUser()
  const actor = { kind: 'person', user, session: makeSession(), remoteAddress: null } as const
  const context = (): SignedInContext => ({
    client,
    actor,
    requestId: 'request',
    userAgent: null,
    now: ports.now(),
  })

  async function generate({ lifetime, overlap }: { lifetime: number; overlap: number }) {
    const input = { expiresIn: lifetime, overlapSeconds: overlap }
    const made = await unlessRefused(generateToken(ports, context(), 'profile_api', input, {}))
    const mayBe = model.replace(ports.now(), overlap)
    if (made) model.generate({ id: made.id, secret: made.accessToken, expiresAt: Date.parse(made.expiresAt) })
    return { isDone: made !== undefined, mayBe }
  }

  async function change(token: Modelled, given: Act) {
    const now = ports.now()
    const meant = { tokenId: token.id, ifMatch: '*' }
    const done = async (asked: Promise<unknown>) => (await unlessRefused(asked)) !== undefined
    if ('forGood' in given) {
      const { forGood } = given
      const isDone = await done(endToken(ports, context(), meant, { forGood }))
      return { isDone, mayBe: model.end(token, now, forGood) }
    }
    if ('seconds' in given) {
      const worksUntil = token.worksUntil + given.seconds * 1000
      const input = { worksUntil: new Date(worksUntil).toISOString() }
      const isDone = await done(extendToken(ports, context(), meant, input))
      return { isDone, mayBe: model.extend(token, now, worksUntil) }
    }
    const isDone = await done(restoreToken(ports, context(), meant))
    return { isDone, mayBe: model.restore(token, now) }
  }

  return {
    /** @returns whether it was done, and whether by the model it may be */
    async does(given: Act) {
      if ('overlap' in given) return generate(given)
      if (!('back' in given)) {
        advance(given.seconds)
        return { isDone: true, mayBe: true }
      }
      const token = model.tokens[given.back]
      return token === undefined ? { isDone: true, mayBe: true } : change(token, given)
    },
    /** Which tokens are let in, from the newest back, and which may be by the model. */
    async letsIn() {
      const now = ports.now()
      const mayBe = model.tokens.map((token) => model.isLetIn(token, now))
      const path = `/rest/v1/profiles/1?client=${clientCode}`
      const answers = await Promise.all(
        model.tokens.map(({ secret }) => call(path, { headers: { Authorization: `Bearer ${secret}` } })),
      )
      model.seen(now)
      return { isLetIn: answers.map(({ status }) => status === 404), mayBe }
    },
  }
}

/** Those of a database take longer, and differ in little. */
const RUNS: Record<string, number> = { memory: 500, SQLite: 40, PostgreSQL: 40 }

describe.each(storeKinds)('over $kind', ({ kind, open }) => {
  it('whatever was generated, ended, let work again or longer, the tokens let in are those of the model', async () => {
    const stores = await open()
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), async (acts) => {
        run += 1
        const world = await makeWorld(stores, `client-${run}`)
        for (const given of acts) {
          const { isDone, mayBe } = await world.does(given)
          expect([given, isDone]).toEqual([given, mayBe])
          const calls = await world.letsIn()
          expect([given, calls.isLetIn]).toEqual([given, calls.mayBe])
        }
      }),
      { numRuns: RUNS[kind] ?? 40 },
    )
  }, 120_000)
})
