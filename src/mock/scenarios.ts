import type { Role } from '#contract/roles.ts'
import type { Job } from './jobs.ts'

/** A state worth seeing, and how the service behaves in it. */
export type Scenario = {
  isRequired?: boolean
  /** Seconds; without it no token was ever generated. */
  token?: { age: number; lifetime: number; lastUsedAgo?: number }
  /** Who calls the profile API. */
  jobs?: readonly Job[]
  /** What somebody did to the switch and the tokens. */
  acts?: readonly Act[]
  /** Somebody is told, and some of it arrived, some failed and some waits. */
  isTold?: true
  /** The operator has named no mail server. */
  hasNoMail?: true
  /** There are profiles; `waiting`: and rows of a batch that are not applied, and never will be. */
  visitors?: 'stored' | 'waiting'
  /** Callers have sent batches; `many`: more than are shown at once, and all is well with them. */
  batches?: 'of-every-kind' | 'many'
  /** There are workspaces, and people in every state. */
  hasPeople?: true
  /** What the person at the browser holds; approver when left out. */
  role?: Role | 'sysadmin' | 'none'
  /** Where the person is when the page opens; `first` finds a service that nobody has set up. */
  person?: 'signed-in' | 'signed-out' | 'first'
  /** They are signed in elsewhere as well: in another browser, and from a script. */
  isElsewhere?: true
  /** They have two passkeys, one of them for another host, and seven recovery codes. */
  hasPasskeys?: true
  /**
   * There is a sign-in provider, by which the person came and which gives their role; and how it is with it when the page
   * opens. `email-taken`: they came by an invitation, and have an account there that nobody knows here.
   */
  provider?: 'as-before' | 'gives-less' | 'email-taken' | 'down'
  /** Nobody signs in by a password. */
  hasNoPasswords?: true
  /** Who may generate tokens takes a second step. */
  isStrict?: true
  /** Seconds since they signed in. */
  signedInAgo?: number
  /** The browser as it is where the page came by plain http from another machine. */
  isInClear?: true
  /** Much has happened, over weeks; `broken`: and a record of it was changed since. */
  history?: 'whole' | 'broken'
  /** Every answer takes this long, in milliseconds. */
  delayMs?: number
  /** `down`: answers 500 with a request id; `unreachable`: does not answer. */
  failure?: 'down' | 'unreachable'
}

/** Something that somebody did so many hours ago. */
export type Act = { agoHours: number } & (
  | { act: 'turn-on' }
  | { act: 'generate'; overlapHours?: number }
  /** The first of those beside the newest: one that works, if any does. */
  | { act: 'end-old'; forGood?: true }
)

const DAY = 86_400
const LIFETIME = 90 * DAY
/** Leaves 62 days, 9 hours and 53 minutes. */
const liveToken = {
  age: LIFETIME - (62 * DAY + 9 * 3600 + 53 * 60 + 30),
  lifetime: LIFETIME,
  lastUsedAgo: 420,
}

const pointOfSale: Job = {
  address: '198.51.100.20',
  userAgent: 'Java-http-client/21.0.2',
  name: 'Point of sale',
  kind: 'single-update',
  fromHours: 170,
  toHours: 0.02,
  everyHours: 1.4,
}
const nightlyJob: Job = {
  address: '203.0.113.7',
  userAgent: 'python-requests/2.32.3',
  name: 'Nightly CRM job',
  kind: 'bulk-update',
  fromHours: 155,
  toHours: 11,
  everyHours: 24,
}
const unnamed: Job = {
  address: '192.0.2.44',
  userAgent: 'curl/8.5.0',
  kind: 'read',
  fromHours: 150,
  toHours: 3.5,
  everyHours: 8,
}
const callers = [pointOfSale, nightlyJob, unnamed]
const preparedToken = { age: 2.3 * DAY, lifetime: LIFETIME }

/** As many as are told apart and more, of which the first have the token. */
const manyJobs: Job[] = Array.from({ length: 503 }, (_, index) => ({
  address: `2001:db8:0:${Math.floor(index / 16).toString(16)}::${(index + 1).toString(16)}`,
  userAgent: index % 2 === 0 ? 'Apache-HttpClient/5.3 (Java/21)' : 'node',
  kind: index % 3 === 0 ? 'read' : 'single-update',
  fromHours: 20 - (index % 19),
  toHours: 20 - (index % 19),
  everyHours: 1,
  ...(index < 480 && { tokenFromHours: 40 }),
}))

/** The token is 30 days old when authentication is turned on, and replaced by one that works beside it. */
const inUse = { age: 30 * DAY, lifetime: LIFETIME }
const turnedOn: Act = { agoHours: 100, act: 'turn-on' }
const replaced: Act = { agoHours: 20, act: 'generate', overlapHours: 100 }
const oldEnded: Act = { agoHours: 2.9, act: 'end-old' }
/** Goes on sending the old token. */
const staysOnOld: Job = { ...pointOfSale, fromHours: 24, tokenFromHours: 300, keepsToken: true }
const movedJobs: Job[] = [nightlyJob, unnamed].map((job) => ({ ...job, tokenFromHours: 300 }))
/** Has sent it since before authentication was on, every quarter of an hour until a moment ago. */
const oftenOnOld: Job = { ...staysOnOld, fromHours: 101, toHours: 0.007, everyHours: 0.25 }
/** The last scripts of a company, with a long name among them, none of which sends the token. */
const refusedJobs: Job[] = Array.from({ length: 40 }, (_, index) => ({
  address: `2001:db8:0:${Math.floor(index / 16).toString(16)}::${(index + 1).toString(16)}`,
  userAgent: index % 2 === 0 ? 'Apache-HttpClient/5.3 (Java/21)' : 'node',
  ...(index === 0 && { name: 'Loyalty programme, checkout, Europe and Asia' }),
  kind: index % 3 === 0 ? 'read' : 'single-update',
  fromHours: 2,
  toHours: 0.1,
  everyHours: index < 10 ? 0.2 : 0.9,
}))

/** Development, tests and screenshots name states alike: `?scenario=token-expiring`. */
export const scenarios = {
  off: {},
  'off-with-token': { token: liveToken },
  'no-token': { isRequired: true },
  callers: { jobs: callers },
  prepared: {
    token: preparedToken,
    jobs: [{ ...pointOfSale, tokenFromHours: 50 }, { ...nightlyJob, tokenFromHours: 50 }, unnamed],
  },
  'all-prepared': {
    token: preparedToken,
    jobs: callers.map((job) => ({ ...job, tokenFromHours: 50 })),
  },
  'prepared-not-seen': {
    token: { age: 2 * 3600, lifetime: LIFETIME },
    jobs: [{ ...pointOfSale, tokenFromHours: 1.9 }, nightlyJob, unnamed],
  },
  'many-callers': { token: preparedToken, jobs: manyJobs },
  overlap: {
    token: inUse,
    jobs: [staysOnOld, { ...staysOnOld, fromHours: 6.3, keepsToken: false }, ...movedJobs],
    acts: [turnedOn, replaced],
  },
  'all-moved': { token: inUse, jobs: movedJobs, acts: [turnedOn, replaced] },
  'old-tokens': {
    token: inUse,
    jobs: [staysOnOld, ...movedJobs],
    acts: [
      turnedOn,
      { ...replaced, agoHours: 96, overlapHours: 0 },
      { ...replaced, agoHours: 80, overlapHours: 24 },
      { ...replaced, agoHours: 60, overlapHours: 720 },
      { ...replaced, agoHours: 40 },
      { ...replaced, agoHours: 22 },
      replaced,
      oldEnded,
    ],
  },
  'refused-after-end': {
    token: inUse,
    jobs: [{ ...oftenOnOld, fromHours: 22.025 }, ...movedJobs],
    acts: [turnedOn, replaced, oldEnded],
  },
  'refused-after-several': {
    token: inUse,
    jobs: [
      { ...oftenOnOld, everyHours: 0.7 },
      {
        ...oftenOnOld,
        everyHours: 0.6,
        fromHours: 50,
        address: '192.0.2.45',
        userAgent: 'node',
        name: 'Web shop',
      },
      { ...oftenOnOld, everyHours: 0.5, fromHours: 1.1, keepsToken: false },
      { ...unnamed, toHours: 3.5, everyHours: 40 },
    ],
    acts: [turnedOn, { ...replaced, agoHours: 60 }, replaced, oldEnded, { ...oldEnded, agoHours: 2.5 }],
  },
  'refused-for-good': {
    token: inUse,
    jobs: [{ ...oftenOnOld, fromHours: 22.025 }],
    acts: [turnedOn, { ...replaced, overlapHours: 0 }, { ...oldEnded, forGood: true }],
  },
  'refused-after-turning-on': {
    token: preparedToken,
    jobs: [{ ...pointOfSale, tokenFromHours: 50 }, nightlyJob, { ...unnamed, toHours: 0.2, everyHours: 6.9 }],
    acts: [{ ...turnedOn, agoHours: 12 }],
  },
  'refused-after-expiry': {
    token: { age: 91 * DAY, lifetime: LIFETIME },
    jobs: [{ ...oftenOnOld, fromHours: 40.025 }],
    acts: [turnedOn],
  },
  'many-refused': { jobs: refusedJobs, acts: [{ ...turnedOn, agoHours: 1.5 }] },
  'token-live': { isRequired: true, token: liveToken },
  'token-expiring': {
    isRequired: true,
    token: { age: LIFETIME - 9 * DAY, lifetime: LIFETIME, lastUsedAgo: 60 },
  },
  'token-last-hour': { isRequired: true, token: { age: LIFETIME - 1805, lifetime: LIFETIME } },
  'token-expired': {
    isRequired: true,
    token: { age: LIFETIME + 3 * DAY, lifetime: LIFETIME, lastUsedAgo: 3 * DAY + 40 },
  },
  /** In the token's last week, with one caller that was left behind when authentication was turned on. */
  notices: {
    token: { age: LIFETIME - 6.5 * DAY, lifetime: LIFETIME },
    jobs: [pointOfSale, { ...nightlyJob, tokenFromHours: 300 }],
    acts: [{ agoHours: 12, act: 'turn-on' }],
    isTold: true,
  },
  'no-mail': { isRequired: true, token: liveToken, hasNoMail: true },
  observer: { isRequired: true, token: liveToken, role: 'observer' },
  'in-clear': { isRequired: true, token: liveToken, isInClear: true },
  people: { role: 'sysadmin', hasPeople: true },
  'people-of-workspace': { role: 'admin', hasPeople: true, hasNoMail: true },
  batches: { batches: 'of-every-kind' },
  'batches-many': { batches: 'many' },
  visitors: { visitors: 'stored' },
  'visitors-waiting': { visitors: 'waiting' },
  'audit-log': { history: 'whole', role: 'sysadmin' },
  'audit-log-broken': { history: 'broken', role: 'sysadmin' },
  'service-down': { failure: 'down' },
  unreachable: { failure: 'unreachable' },
  slow: { isRequired: true, token: liveToken, delayMs: 2500 },
  account: { isRequired: true, token: liveToken, isElsewhere: true },
  passkeys: { isRequired: true, token: liveToken, hasPasskeys: true },
  'second-step': { isRequired: true, token: liveToken, hasPasskeys: true, person: 'signed-out' },
  'first-passkey': { isRequired: true, token: liveToken, isStrict: true, person: 'signed-out' },
  'passkey-again': { isRequired: true, token: liveToken, hasPasskeys: true, signedInAgo: 1800 },
  'signed-in-long-ago': { isRequired: true, token: liveToken, signedInAgo: 1800 },
  'signed-out': { isRequired: true, token: liveToken, person: 'signed-out' },
  provider: { isRequired: true, token: liveToken, provider: 'as-before', person: 'signed-out' },
  'provider-alone': {
    isRequired: true,
    token: liveToken,
    provider: 'as-before',
    hasNoPasswords: true,
    person: 'signed-out',
  },
  'provider-down': { provider: 'down', person: 'signed-out' },
  'provider-gives-less': { isRequired: true, token: liveToken, provider: 'gives-less', person: 'signed-out' },
  'provider-gives-nothing': { provider: 'as-before', role: 'none', person: 'signed-out' },
  'provider-email-taken': { provider: 'email-taken', person: 'signed-out' },
  'provider-again': { isRequired: true, token: liveToken, provider: 'as-before', signedInAgo: 1800 },
  'people-of-provider': { role: 'sysadmin', hasPeople: true, provider: 'as-before', hasNoPasswords: true },
  'set-up': { person: 'first' },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios
export const scenarioNames = Object.keys(scenarios).filter((name): name is ScenarioName => name in scenarios)

export const roles = ['observer', 'editor', 'publisher', 'approver', 'admin', 'sysadmin', 'none'] as const
