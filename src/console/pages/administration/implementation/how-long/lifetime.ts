import { MAX_LIFETIME_SECONDS } from '#contract/profile-auth.ts'

const DAY = 86_400
const USUAL = [1, 7, 30, 60, 90].map((days) => days * DAY)
const DEFAULT = 90 * DAY

/** Lifetimes to choose from, in seconds: the usual ones that the operator allows, and the longest. */
export const lifetimesUpTo = (maxSeconds: number): number[] => [
  ...USUAL.filter((seconds) => seconds < maxSeconds),
  maxSeconds,
]

/** What is chosen first, and what a token gets that nobody chose for. Source: `service/profile-auth/token.ts`. */
export const defaultLifetime = (maxSeconds: number): number => Math.min(DEFAULT, maxSeconds)

export const isOneYear = (seconds: number): boolean => seconds === MAX_LIFETIME_SECONDS
