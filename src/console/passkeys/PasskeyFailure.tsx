import { ApiError } from '#client/api-error.ts'
import { InlineFailure } from '../failures/InlineFailure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { problemOf } from './authenticator.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

/** What to tell of refusals that have to do with passkeys. */
const REFUSALS: Partial<Record<string, keyof Words>> = {
  'sign-in-refused': 'refused',
  'sign-in-expired': 'expired',
  'passkey-refused': 'notAsked',
  'too-many-passkeys': 'tooMany',
  'provider-sign-in-only': 'providerOnly',
  'last-way-to-sign-in': 'lastWay',
  conflict: 'taken',
}

/** Why a passkey was not made or used: by the browser, or by the service. */
export function PasskeyFailure({ error }: { error: unknown }) {
  const words = useWords()
  const problem = error instanceof ApiError ? REFUSALS[error.code ?? ''] : problemOf(error)
  if (!problem) return <InlineFailure error={error} />
  // Who has thought better of it has done nothing wrong.
  return <Notice tone={problem === 'cancelled' ? 'info' : 'error'} role="alert" title={words[problem]} />
}
