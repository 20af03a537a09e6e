import type { ErrorCode } from '#contract/errors.ts'

/** Refusals that only signing in can meet where there is a provider. */
const REFUSALS = [
  'sign-in-out-of-date',
  'provider-refused',
  'provider-unavailable',
  'provider-not-trusted',
  'provider-clock-off',
  'provider-refuses-us',
  'suspended',
  'another-account',
  'provider-not-fresh',
  'no-role',
  'not-invited',
  'email-not-verified',
  'other-sign-in',
  'password-sign-in-off',
  'provider-sign-in-only',
] as const satisfies ErrorCode[]
export type ProviderRefusal = (typeof REFUSALS)[number]

export const providerRefusalOf = (code: string): ProviderRefusal | undefined =>
  REFUSALS.find((refusal) => refusal === code)
