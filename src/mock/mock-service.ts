import { createApp, type Ports } from '#service/app.ts'
import { contextWithoutRequest } from '#service/context.ts'
import type { ServiceEnv } from '#service/http/env.ts'
import { noteDue } from '#service/notices/due.ts'
import { sendNext } from '#service/notices/sending.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import { bringAbout, personCredentials } from './bring-about.ts'
import { browserSession, type BrowserSession } from './browser-session.ts'
import { bringHistoryAbout, HISTORY_AGE } from './history.ts'
import { mockPorts } from './mock-ports.ts'
import { givePasskeys } from './passkeys.ts'
import { bringPeopleAbout } from './people.ts'
import { mockProvider } from './provider.ts'
import type { Scenario } from './scenarios.ts'
import { bringBatchesAbout, bringManyBatchesAbout } from './batches.ts'
import { bringVisitorsAbout, sendBatch, WAITING_BATCH } from './visitors.ts'

const CLIENT = {
  clientCode: 'northwindretail',
  tenant: 'northwindretail',
  imsOrgId: '6B3A1F2C5D7E9A010A495E2C@AdobeOrg',
  publicUrl: null,
}

/** The real service over memory. */
export type MockService = {
  /** The person whose browser shows the console. */
  person: BrowserSession
  /** A system administrator elsewhere, who may change things meanwhile. */
  operator: BrowserSession
  /** Where the first person sets the service up; null when someone has. */
  setUpUrl: string | null
}

/**
 * Starts the service in the state of a scenario.
 *
 * @param origin scheme, host and port under which the page calls it
 */
export async function startMockService(scenario: Scenario, origin: string): Promise<MockService> {
  const clock = { offsetMs: 0 }
  const background = { appliesBatches: true }
  const provider = scenario.provider ? mockProvider() : null
  const given = mockPorts(CLIENT, () => Date.now() + clock.offsetMs)
  const ports: Ports = {
    ...given,
    provider,
    ...(scenario.hasNoMail && { mail: null }),
    batchAccepted: () => void (background.appliesBatches && applyBatches(ports)),
  }
  const app = createApp(ports)
  const answer = async (request: Request, bindings: ServiceEnv['Bindings'] = {}) => {
    // Firefox keeps what a request carries from whoever would read it piece by piece.
    if (!('body' in request)) Object.defineProperty(request, 'body', { value: await bodyOf(request) })
    const response = await app.fetch(request, bindings)
    response.headers.set('Date', new Date(ports.now()).toUTCString())
    return response
  }
  const browser = () => browserSession((request, setCookie) => answer(request, { setCookie }), origin)
  const person = browser()
  const operator = browser()

  if (scenario.history) clock.offsetMs = -HISTORY_AGE * 1000
  const firstUrl = await makeFirstSetUpLink(ports, contextWithoutRequest(ports, 'system'), origin)
  if (firstUrl === null || scenario.person === 'first') return { person, operator, setUpUrl: firstUrl }
  const past = {
    setUpUrl: firstUrl,
    provider,
    clock,
    client: CLIENT,
    origin,
    answer,
    tell: () => tell(ports),
  }
  const setUpUrl = scenario.history ? await bringHistoryAbout(past) : firstUrl
  await bringAbout(scenario, { ...past, person, operator, setUpUrl })
  if (scenario.hasPeople) await bringPeopleAbout({ ...past, operator })
  if (scenario.visitors) await bringVisitorsAbout(past)
  if (scenario.visitors === 'waiting') {
    background.appliesBatches = false
    await sendBatch(past, WAITING_BATCH)
  }
  if (scenario.batches === 'of-every-kind') {
    await bringBatchesAbout(past, ports, () => {
      background.appliesBatches = false
    })
  }
  if (scenario.batches === 'many') await bringManyBatchesAbout(past)
  if (scenario.hasPasskeys) await givePasskeys(ports, personCredentials.email, new URL(origin).hostname)
  if (scenario.hasNoPasswords) ports.hasPasswordSignIn = false
  if (scenario.isStrict) ports.secondStep = 'approvers'
  if (scenario.history === 'broken') changeRecord(ports)
  await ports.auditCheck.run(ports, async () => {})
  if (scenario.failure === 'down') {
    ports.settings.find = async () => {
      throw new Error('The scenario has the settings unreadable')
    }
  }
  return { person, operator, setUpUrl: null }
}

async function tell(ports: Ports) {
  await noteDue(ports)
  while (await sendNext(ports, CLIENT)) {
    // each turn sends one
  }
}

/** Makes it seem as if someone had changed one in the database. */
function changeRecord({ audit }: Ports): void {
  const after = audit.after.bind(audit)
  audit.after = async (...place) => {
    const records = await after(...place)
    return records.map((record) => (record.position === 12 ? { ...record, actorName: 'Eve' } : record))
  }
}

async function applyBatches({ batches, now }: Ports) {
  while (await batches.applyNextChunk(CLIENT.clientCode, now())) {
    // each turn applies one chunk
  }
}

async function bodyOf(request: Request): Promise<ReadableStream | null> {
  if (['GET', 'HEAD'].includes(request.method)) return null
  return (await request.clone().blob()).stream()
}
