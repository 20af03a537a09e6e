import { setTimeout as delay } from 'node:timers/promises'
import { expect } from 'vitest'
import {
  adminOf,
  batchStatus,
  isLetIn,
  profileOf,
  sendBatch,
  setUpAna,
  signInAna,
} from '../support/console-calls.ts'
import { randomOf } from '../support/random.ts'
import { type Environment, spawnService, start as startProgram } from '../support/service-process.ts'

/** How often each engine's process is killed: a few times in every run of all tests, 200 by `npm run crash`. */
export const KILLS = Number(process.env['KILLS'] ?? 25)
/** One in so many kills hits the process before it says that it has started. */
const KILLS_AT_START_ONE_IN = 6
const START_MS = 500
const WORK_MS = 250
const CUSTOMERS = 500
const LARGE_ROWS = 3000
const PADDING = 'x'.repeat(150)

/** A batch as its sender remembers it. */
type Sent = { marker: string; rowCount: number; customers: number[]; batchId: string | null }

/** A token as whoever changes tokens remembers it; `in-doubt`: the answer to a change of it was cut off. */
type Known = { id: string; secret: string; state: 'works' | 'ended' | 'in-doubt' }
type Admin = ReturnType<typeof adminOf>
/** Longer than any run. */
const OVERLAP_SECONDS = 86_400
/** Beside the current one. */
const MOST_OVERLAPPING = 4

/**
 * Kills the service at random moments, KILLS times, while batches, single updates and changes of tokens come in, and holds what
 * the sender was told against what the database says. CRASH_SEED repeats a run's choices, though not its timing.
 */
export async function crashRun(engine: string, environment: Environment): Promise<void> {
  expect(KILLS).toBeGreaterThan(0)
  const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 31)
  process.stdout.write(`${engine}: CRASH_SEED=${seed} repeats this run.\n`)
  const random = randomOf(seed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const start = () => spawnService({ ...environment, RATE_LIMIT_PER_MINUTE: '9999999', LOG_LEVEL: 'error' })

  const sent: Sent[] = []
  const singleUpdates: { customer: number; value: string; answered: boolean }[] = []
  const formers: Known[] = []

  const first = await start()
  const setter = adminOf(first.url, await setUpAna(first.url, first.setUpUrl))
  const everyone = Array.from({ length: CUSTOMERS }, (_, customer) => `customer-${customer},none,`)
  await sendBatch(first.url, ['batch=thirdPartyId,batch,padding', ...everyone])
  await expect.poll(() => profileOf(first.url, `customer-${CUSTOMERS - 1}`)).toBeDefined()
  await setter.requireAuthentication(true)
  let token = { id: '', secret: await setter.generateToken() }
  await settle(setter)
  await first.kill()

  for (let kill = 0; kill < KILLS; kill += 1) {
    if (upTo(KILLS_AT_START_ONE_IN) === 0) {
      const starting = startProgram('main', environment)
      await delay(upTo(START_MS))
      await starting.kill()
      continue
    }
    const service = await start()
    // All kills fall into a few minutes, in which one session may not make so many calls.
    const admin = adminOf(service.url, await signInAna(service.url))
    await settle(admin)
    await requireAllAcknowledged(service.url, sent.slice(-1))
    await requireAsKnown(service.url, formers.slice(-8))

    const working = Promise.allSettled([sendBatches(service.url), callWithTokens(service.url, admin)])
    await delay(upTo(WORK_MS))
    await service.kill()
    for (const { reason } of (await working).filter((end) => end.status === 'rejected'))
      requireBrokenOff(reason)
  }

  const last = await start()
  try {
    await settle(adminOf(last.url, await signInAna(last.url)))
    await requireAsKnown(last.url, formers)
    await requireAllAcknowledged(last.url, sent)
    await requireValues(last.url)
  } finally {
    await last.kill()
  }
  const acknowledged = sent.filter(({ batchId }) => batchId !== null).length
  process.stdout.write(
    `${engine}: ${KILLS} kills, ${acknowledged} batches acknowledged, ${sent.length - acknowledged} in doubt, ` +
      `${singleUpdates.length} single updates, ${formers.length} tokens replaced, of which ` +
      `${formers.filter(({ state }) => state === 'works').length} work.\n`,
  )

  /** Learns what became of what was cut off. */
  async function settle(admin: Admin) {
    const secret = await admin.currentToken()
    const listed = await admin.tokens()
    if (secret !== token.secret) formers.push({ ...token, state: 'in-doubt' })
    token = { id: listed[0]?.id ?? '', secret }
    for (const former of formers.filter(({ state }) => state === 'in-doubt')) {
      const found = listed.find(({ id }) => id === former.id)
      former.state = found?.state === 'overlapping' ? 'works' : 'ended'
    }
  }

  /** Rotates at once or with an overlap, ends an old token or lets one work again. */
  async function changeTokens(admin: Admin) {
    const working = formers.filter(({ state }) => state === 'works')
    const ended = formers.filter(({ state }) => state === 'ended')
    const hasRoom = working.length < MOST_OVERLAPPING
    const [one] = upTo(2) === 0 ? working : hasRoom ? ended.slice(-1 - upTo(ended.length)) : []
    if (one !== undefined && upTo(2) === 0) {
      const [change, state] =
        one.state === 'works' ? (['end', 'ended'] as const) : (['restore', 'works'] as const)
      one.state = 'in-doubt'
      const answer = await admin.changeToken(one.id, change)
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      await answer.text()
      one.state = state
      return
    }
    const overlaps = hasRoom && upTo(2) === 0
    const secret = await admin.generateToken(overlaps ? OVERLAP_SECONDS : 0)
    formers.push({ ...token, state: overlaps ? 'works' : 'ended' })
    token = { id: '', secret }
    await settle(admin)
  }

  /** One after the other, so that a later one always wins, until the process is gone. */
  async function sendBatches(url: string): Promise<never> {
    for (;;) {
      const isLarge = upTo(6) === 0
      const customers = Array.from({ length: 1 + upTo(isLarge ? LARGE_ROWS : 40) }, () => upTo(CUSTOMERS))
      const marker = `batch-${sent.length}`
      const rows = [
        `${marker}-first`,
        ...customers.map((customer) => `customer-${customer}`),
        `${marker}-last`,
      ].map((id) => `${id},${marker},${isLarge ? PADDING : ''}`)
      const batch: Sent = { marker, rowCount: rows.length, customers, batchId: null }
      sent.push(batch)
      const { status, batchId, text } = await sendBatch(
        url,
        ['batch=thirdPartyId,batch,padding', ...rows],
        token.secret,
      )
      // The token may have been replaced while this was on its way: then it is surely not stored.
      if (status === 401) sent.pop()
      else if (batchId === null) throw new Error(`${status} ${text}`)
      batch.batchId = batchId
    }
  }

  async function callWithTokens(url: string, admin: Admin): Promise<never> {
    for (;;) {
      if (upTo(4) === 0) {
        await changeTokens(admin)
      } else {
        const update = { customer: upTo(CUSTOMERS), value: String(singleUpdates.length), answered: false }
        singleUpdates.push(update)
        const query = `mbox3rdPartyId=customer-${update.customer}&profile.single=${update.value}`
        const answer = await fetch(`${url}/m2/demo/profile/update?${query}`, {
          headers: { Authorization: `Bearer ${token.secret}` },
        })
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
        await answer.text()
        update.answered = true
      }
      await delay(upTo(10))
    }
  }

  /** No token that has ended is let in, and none refused that works. */
  async function requireAsKnown(url: string, tokens: Known[]) {
    for (const { id, secret, state } of tokens) {
      expect([id, await isLetIn(url, secret)]).toEqual([id, state === 'works'])
    }
  }

  /** Complete, every row counted once. */
  async function requireAllAcknowledged(url: string, batches: Sent[]) {
    for (const { batchId, rowCount } of batches) {
      if (batchId === null) continue
      const status = () => batchStatus(url, batchId, token.secret)
      await expect.poll(status, { interval: 10 }).toMatchObject({ status: 'complete' })
      const count = String(rowCount)
      expect(await status()).toMatchObject({
        batchSize: count,
        consumedCount: count,
        successfulUpdates: count,
      })
    }
  }

  /** What each profile holds is what the last batch gave it; one in doubt is there whole or not at all. */
  async function requireValues(url: string) {
    const expected = new Map<number, string>()
    for (const { marker, customers, batchId } of sent) {
      const ends = await Promise.all(
        ['first', 'last'].map((end) => profileOf(url, `${marker}-${end}`, token.secret)),
      )
      const isThere = ends.map((end) => end !== undefined)
      expect([marker, ...isThere]).toEqual([marker, isThere[0], isThere[0]])
      if (batchId !== null) expect([marker, isThere[0]]).toEqual([marker, true])
      if (isThere[0]) for (const customer of customers) expected.set(customer, marker)
    }
    for (let customer = 0; customer < CUSTOMERS; customer += 1) {
      const profile = await profileOf(url, `customer-${customer}`, token.secret)
      expect([customer, profile?.['batch']]).toEqual([customer, expected.get(customer) ?? 'none'])
      const updates = singleUpdates.filter((update) => update.customer === customer)
      const answered = updates.findLast((update) => update.answered)
      // One that was cut off may still reach the database after later ones: nobody was told that it is over.
      const cutOff = updates.filter((update) => !update.answered).map(({ value }) => value)
      expect([answered?.value, ...cutOff], `customer-${customer}`).toContain(profile?.['single'])
    }
  }
}

/** A call that the kill cut off fails in `fetch`; anything else is a fault. */
function requireBrokenOff(reason: unknown) {
  if (!(reason instanceof TypeError)) throw reason
}
