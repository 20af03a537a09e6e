import type { ReactNode } from 'react'
import type { Caller, Callers } from '#contract/callers.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Icon, type IconName } from '../../../../ui/Icon.tsx'
import { Moment } from '../../../../ui/Moment.tsx'
import { TimeZone } from '../../../../ui/TimeZone.tsx'
import { nameOf } from '../caller-name.ts'
import { kindsOf } from './call-kinds.ts'
import styles from './Consequences.module.css'
import type { Consequence } from './consequence.ts'
import { isSinceToken } from './judged-since.ts'
import { useCallsPerDay } from './use-calls-per-day.ts'
import { useWords } from './use-words.ts'

/** Most that are named; the list of all is on the page. */
export const NAMED = { refused: 6, letIn: 3, notSeen: 3 }

type Props = {
  /** Whether there is a token that works. */
  hasToken: boolean
  facts: Callers
  consequence: Consequence
}

/** Who would be refused, who would not, and of whom it is not known. */
export function Consequences({ hasToken, facts, consequence }: Props) {
  const words = useWords()
  const { number, date } = useFormats()
  const callsPerDay = useCallsPerDay()
  const { refused, letIn, notSeen } = consequence
  const { others, knownSince } = facts
  const notSeenTitle = isSinceToken(facts.judgedIfRequiredSince) ? words.notSeen : words.notSeenLately
  return (
    <>
      {refused.length > 0 && (
        <Group
          icon="ended"
          tone="bad"
          title={words.wouldBeRefused(refused.length, number(refused.length), number(facts.callers.length))}
          callers={refused}
          most={NAMED.refused}
        >
          {(caller) => <Reason caller={caller} judgedSince={facts.judgedIfRequiredSince} />}
        </Group>
      )}
      {notSeen.length > 0 && (
        <Group
          icon="clock"
          tone="unknown"
          title={notSeenTitle(notSeen.length, number(notSeen.length))}
          callers={notSeen}
          most={NAMED.notSeen}
        >
          {() => hasToken && words.notSeenAdvice}
        </Group>
      )}
      {letIn.length > 0 && (
        <Group
          icon="done"
          tone="good"
          title={words.letIn(letIn.length, number(letIn.length))}
          callers={letIn}
          most={NAMED.letIn}
        />
      )}
      {others !== null && others.callsPerDay > 0 && (
        <p>{words.othersCall(callsPerDay(others.callsPerDay))}</p>
      )}
      <p>
        {knownSince !== null && <span>{words.knownSince(date(knownSince))}</span>} {words.canBeUndone}
      </p>
      {refused.length + notSeen.length > 0 && <TimeZone />}
    </>
  )
}

type GroupProps = {
  icon: IconName
  tone: 'bad' | 'unknown' | 'good'
  title: string
  callers: Caller[]
  most: number
  /** What is to be said of each. */
  children?: (caller: Caller) => ReactNode
}

function Group({ icon, tone, title, callers, most, children }: GroupProps) {
  const words = useWords()
  const { number } = useFormats()
  const callsPerDay = useCallsPerDay()
  const left = callers.length - most
  return (
    <section className={styles.group}>
      <h3 data-tone={tone}>
        <Icon name={icon} />
        {title}
      </h3>
      <ul>
        {callers.slice(0, most).map((caller) => {
          const { name, detail } = nameOf(caller)
          return (
            <li key={caller.id}>
              <p>
                <b>{name ?? words.nobodyKnows}</b> {detail}
              </p>
              <p className={styles.rate}>{callsPerDay(caller.callsPerDay)}</p>
              {children && (
                <>
                  <p className={styles.more}>{children(caller)}</p>
                  <p className={styles.more}>
                    {words.last} <Moment at={caller.lastCallAt} />
                  </p>
                </>
              )}
            </li>
          )
        })}
        {left > 0 && <li>{words.more(left, number(left))}</li>}
      </ul>
    </section>
  )
}

function Reason({ caller, judgedSince }: { caller: Caller; judgedSince: string }) {
  const words = useWords()
  const { date } = useFormats()
  const without = caller.uses
    .filter(({ verdict }) => verdict !== 'current-token' && verdict !== 'overlapping-token')
    .filter(({ lastCallAt }) => lastCallAt >= judgedSince)
    .map(({ firstCallAt }) => firstCallAt)
    .toSorted()
  const kinds = kindsOf(caller.uses)
    .map((kind) => words.kinds[kind])
    .join(', ')
  return (
    <span className={styles.sentence}>
      {kinds}. {caller.standingIfRequired === 'sends-both' && <span>{words.partlyWithout}</span>}
      {caller.standingIfRequired === 'left-behind' && without[0] !== undefined && (
        <span>{words.withoutSince(date(without[0]))}</span>
      )}
    </span>
  )
}
