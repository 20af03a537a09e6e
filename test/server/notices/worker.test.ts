import { expect, it, onTestFinished, vi } from 'vitest'
import { startTellingNotices } from '#server/notices/worker.ts'
import type { Tried } from '#service/ports.ts'
import { EMAIL, noticesOf, WEBHOOK } from '../../support/notices.ts'
import { json, makeService } from '../../support/service.ts'

const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const DELIVERED: Tried = { receipt: { durationMs: 1, status: 204 } }

/** A worker over memory, with a token that expires in a minute and a way to let the time between two looks pass. */
async function makeWorker(send = async (): Promise<Tried> => DELIVERED) {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const sent: string[] = []
  const webhooks = {
    refusalOf: async () => null,
    send: async ({ id }: { id: string }) => {
      sent.push(id)
      return send()
    },
  }
  const { ports, as, advance } = makeService({ webhooks })
  const approver = await as('approver')
  const notices = noticesOf(approver)
  await notices.add(WEBHOOK)
  await approver(TOKEN, json('POST', { expiresIn: 60 }))
  const reported: unknown[] = []
  return {
    ports,
    notices,
    approver,
    advance,
    sent,
    reported,
    start: () => startTellingNotices(ports, (error) => reported.push(error)),
    pass: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000),
  }
}

it('tells at once when it starts, and then within half a minute', async () => {
  const { advance, start, pass, sent, notices } = await makeWorker()
  await notices.add({ ...EMAIL, kinds: ['stuck-batches'] })
  const stop = start()
  onTestFinished(stop)
  await pass(0)
  const before = sent.length
  advance(60)

  await pass(30)

  expect([before, sent.length]).toEqual([0, 1])
  expect((await notices.sent()).deliveries).toMatchObject([
    { state: 'delivered', notice: { type: 'token.expired' } },
  ])
})

it('sends what waits within five seconds, and what is tried again when its time has come', async () => {
  const answers: Tried[] = [{ failure: { reason: 'timed-out', status: null, said: null } }]
  const { advance, start, pass, sent } = await makeWorker(async () => answers.shift() ?? DELIVERED)
  advance(60)
  onTestFinished(start())
  await expect.poll(() => sent.length).toBe(1)

  await pass(5)
  const meanwhile = sent.length
  advance(60)
  await pass(5)

  expect([meanwhile, new Set(sent).size]).toEqual([1, 1])
  expect(sent).toHaveLength(2)
})

it('ends once the tries that are under way have ended', async () => {
  const answer = Promise.withResolvers<Tried>()
  const { advance, start, sent, notices } = await makeWorker(() => answer.promise)
  advance(60)
  const stop = start()
  await expect.poll(() => sent.length).toBe(1)

  const stopped = stop().then(async () => (await notices.sent()).counts.waiting)
  answer.resolve(DELIVERED)

  expect(await stopped).toBe(0)
})

it('reports once what keeps it from looking, until a look goes well, and goes on then', async () => {
  const { ports, advance, start, pass, sent, reported } = await makeWorker()
  const lost = new Error('no database')
  const targets = vi.spyOn(ports.notices, 'targets').mockRejectedValue(lost)
  advance(60)
  onTestFinished(start())
  await pass(20)
  const before = [...reported]

  targets.mockRestore()
  await pass(5)

  expect(before).toEqual([lost])
  await expect.poll(() => sent.length).toBe(1)
  expect(reported).toEqual([lost])
})
