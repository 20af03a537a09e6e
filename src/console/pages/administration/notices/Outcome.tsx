import type { ReactNode } from 'react'
import type { Delivery } from '#contract/notice-deliveries.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import styles from './Outcome.module.css'
import { useTelling } from './use-telling.ts'
import { useWords } from './use-words.ts'

type Props = {
  delivery: Delivery
  /** Beside the word, such as when that was. */
  children?: ReactNode
}

const icons = { delivered: 'done', failed: 'refused', waiting: 'clock' } as const

/** What became of a delivery: a sign and a word, and what the other side said, as text and no more. */
export function Outcome({ delivery, children }: Props) {
  const words = useWords()
  const told = useTelling()
  const { seconds } = useFormats()
  const { state, failure, receipt, tries, nextTryAt, isBeingSent } = delivery
  const wasTried = state === 'failed' || (state === 'waiting' && tries > 0)
  return (
    <div className={styles.outcome} data-state={state}>
      <Icon name={icons[state]} />
      <p className={styles.word}>
        <span>{told.outcome(delivery)}</span>
        {nextTryAt !== null && !isBeingSent && (
          <>
            , <Moment at={nextTryAt} />
          </>
        )}{' '}
        {children}
      </p>
      {receipt !== null && (
        <p>
          <span>{words.outcome.took(seconds(Math.round(receipt.durationMs / 100) / 10))}</span>
          {receipt.status !== null && <span>{`, ${words.outcome.answer(receipt.status)}`}</span>}
          {tries > 1 && <span>{`, ${words.outcome.tries(tries)}`}</span>}
        </p>
      )}
      {failure !== null && (
        <p>{state === 'delivered' ? words.outcome.before(told.failure(failure)) : told.failure(failure)}</p>
      )}
      {wasTried && tries > 1 && <p>{words.outcome.tries(tries)}</p>}
    </div>
  )
}
