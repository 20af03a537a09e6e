import * as v from 'valibot'
import { pathOf } from '#contract/operation.ts'
import { addTarget, NewNoticeTarget, type NoticeTargetInput, testTarget } from '#contract/notice-targets.ts'
import type { BrowserSession } from './browser-session.ts'

type Stage = {
  operator: BrowserSession
  /** Moves the service's clock. */
  clock: { offsetMs: number }
  /** Does once what a process does now and then: finds what there is to tell, and sends what waits. */
  tell: () => Promise<void>
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

const INCIDENTS: NoticeTargetInput = {
  kind: 'webhook',
  name: 'Incident channel',
  address: 'https://hooks.northwind.example/profile-api',
  kinds: ['token-expiry', 'refused-calls', 'stuck-batches'],
}
const WAREHOUSE: NoticeTargetInput = {
  kind: 'webhook',
  name: 'Data warehouse',
  address: 'https://down.northwind.example/events',
  kinds: ['token-expiry'],
}
const OPERATIONS: NoticeTargetInput = {
  kind: 'email',
  name: 'Operations',
  address: 'ops@northwind.example',
  language: 'en',
  kinds: ['token-expiry', 'refused-calls'],
}

/** Adds three who are told: one takes everything, one nothing, and one is an e-mail address. */
export async function bringNoticesAbout({ operator, clock, tell }: Stage): Promise<void> {
  const add = async (input: NoticeTargetInput) => {
    const added = await operator.call('POST', addTarget.path, input)
    return v.parse(NewNoticeTarget, await added.json()).target.id
  }
  const test = (targetId: string) => operator.call('POST', pathOf(testTarget, { targetId }))

  clock.offsetMs = -2 * DAY_MS
  const [incidents, warehouse] = [await add(INCIDENTS), await add(WAREHOUSE)]
  await test(incidents)
  clock.offsetMs = -2 * DAY_MS + HOUR_MS
  await test(warehouse)
  await add(OPERATIONS)
  // Half a day ago the token's last week began.
  clock.offsetMs = -11 * HOUR_MS
  await tell()
  clock.offsetMs = -10.5 * HOUR_MS
  await tell()
  clock.offsetMs = 0
}
