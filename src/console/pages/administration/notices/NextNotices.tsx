import type { Notices } from '#contract/notice-targets.ts'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import styles from './NextNotices.module.css'
import { useWords } from './use-words.ts'

/** On which days the current token will be told of, before anything is sent. */
export function NextNotices({ notices: { next, targets } }: { notices: Notices }) {
  const words = useWords()
  const { date, instant } = useFormats()
  if (next === null)
    return (
      <Card title={words.next} help={<Help to="console#next" about={words.next} />} advice={words.noToken} />
    )
  const toldCount = targets.filter(({ kinds }) => kinds.includes('token-expiry')).length
  const expires = words.expires(next.token.lastFour, instant(next.token.expiresAt))
  return (
    <Card
      title={words.next}
      help={<Help to="console#next" about={words.next} />}
      advice={toldCount > 0 ? `${expires} ${words.told(toldCount)}` : expires}
    >
      {toldCount === 0 ? (
        <Notice tone="warning" title={words.nobodyTold}>
          {words.nobodyToldAdvice}
        </Notice>
      ) : (
        <ol className={styles.steps}>
          {next.steps.map(({ at, daysBefore }) => (
            <li key={daysBefore} data-end={daysBefore === 0 || undefined}>
              <time dateTime={at}>{date(at)}</time>
              <p>{daysBefore === 0 ? words.whenExpired : words.daysBefore(daysBefore)}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
