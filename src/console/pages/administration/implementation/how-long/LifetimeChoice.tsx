import { MIN_LIFETIME_SECONDS } from '#contract/profile-auth.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../../messages/service-clock.ts'
import { defaultLifetime, isOneYear, lifetimesUpTo } from './lifetime.ts'
import styles from './LifetimeChoice.module.css'
import { TimeChoice } from './TimeChoice.tsx'
import { useTimeChoice } from './use-time-choice.ts'
import type { HowLongWords } from './words/en.ts'

export type Lifetime = ReturnType<typeof useLifetime>

/** How long a new token is to work. @param maxSeconds the longest that the operator allows */
export function useLifetime(words: HowLongWords, maxSeconds: number) {
  const { duration } = useFormats()
  const nowMs = useServiceNow()
  const labelOf = (seconds: number) => (isOneYear(seconds) ? words.oneYear : duration(seconds))
  const choice = useTimeChoice({
    options: lifetimesUpTo(maxSeconds).map((seconds) => ({
      value: String(seconds),
      label: labelOf(seconds),
      atMs: nowMs + seconds * 1000,
    })),
    first: String(defaultLifetime(maxSeconds)),
    field: 'date',
    earliestMs: nowMs + MIN_LIFETIME_SECONDS * 1000,
    latestMs: nowMs + maxSeconds * 1000,
  })
  return {
    words,
    choice,
    most: labelOf(maxSeconds),
    /** Null while the date does not do. */
    seconds: choice.atMs === null ? null : Math.round((choice.atMs - nowMs) / 1000),
    check: choice.check,
  }
}

/** The choice, with the date that comes of it and the longest that the operator allows. */
export function LifetimeChoice({ lifetime: { words, choice, most } }: { lifetime: Lifetime }) {
  const { instant } = useFormats()
  return (
    <TimeChoice words={words} legend={words.newTokenWorksFor} other={words.until} choice={choice}>
      <p className={styles.result}>
        {choice.atMs !== null && (
          <>
            {words.expires} <strong>{instant(new Date(choice.atMs).toISOString())}</strong>.{' '}
          </>
        )}
        <span>{words.most(most)}</span>
      </p>
    </TimeChoice>
  )
}
