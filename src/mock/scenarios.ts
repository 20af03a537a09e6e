import type { Role } from '#contract/roles.ts'

/** A state worth seeing, and how the service behaves in it. */
export type Scenario = {
  isRequired?: boolean
  /** Seconds; without it no token was ever generated. */
  token?: { age: number; lifetime: number; lastUsedAgo?: number }
  /** What the person at the browser holds; approver when left out. */
  role?: Role | 'sysadmin' | 'none'
  /** Where the person is when the page opens; `first` finds a service that nobody has set up. */
  person?: 'signed-in' | 'signed-out' | 'first'
  /** The browser as it is where the page came by plain http from another machine. */
  isInClear?: true
  /** Every answer takes this long, in milliseconds. */
  delayMs?: number
  /** `down`: answers 500 with a request id; `unreachable`: does not answer. */
  failure?: 'down' | 'unreachable'
}

const DAY = 86_400
const LIFETIME = 90 * DAY
/** Leaves 62 days, 9 hours and 53 minutes. */
const liveToken = {
  age: LIFETIME - (62 * DAY + 9 * 3600 + 53 * 60 + 30),
  lifetime: LIFETIME,
  lastUsedAgo: 420,
}

/** Development, tests and screenshots name states alike: `?scenario=token-expiring`. */
export const scenarios = {
  off: {},
  'off-with-token': { token: liveToken },
  'no-token': { isRequired: true },
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
  observer: { isRequired: true, token: liveToken, role: 'observer' },
  'in-clear': { isRequired: true, token: liveToken, isInClear: true },
  'service-down': { failure: 'down' },
  unreachable: { failure: 'unreachable' },
  slow: { isRequired: true, token: liveToken, delayMs: 2500 },
  'signed-out': { isRequired: true, token: liveToken, person: 'signed-out' },
  'set-up': { person: 'first' },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios
export const scenarioNames = Object.keys(scenarios).filter((name): name is ScenarioName => name in scenarios)

export const roles = ['observer', 'editor', 'publisher', 'approver', 'admin', 'sysadmin', 'none'] as const
