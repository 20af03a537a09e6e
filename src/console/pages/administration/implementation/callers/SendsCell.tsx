import type { ReactNode } from 'react'
import type { Caller } from '#contract/callers.ts'
import type { TokenSummary } from '#contract/profile-auth.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Icon, type IconName } from '../../../../ui/Icon.tsx'
import { Moment } from '../../../../ui/Moment.tsx'
import { isSinceToken } from './judged-since.ts'
import styles from './SendsCell.module.css'
import { sendsOf } from './sends.ts'
import { useWords } from './use-words.ts'

type Props = { caller: Caller; token: TokenSummary | null; judgedSince: string }

/** With what a caller calls, and what of it was refused. */
export function SendsCell({ caller, token, judgedSince }: Props) {
  const words = useWords()
  const { number, shortInstant } = useFormats()
  const { currentSince, otherwise, refused } = sendsOf(caller, token?.id ?? null, judgedSince)
  const sent = words.sent[otherwise ?? 'no-credentials']

  return (
    <div className={styles.sends}>
      {caller.standing === 'moved' && (
        <Line icon="check" tone="success">
          {words.currentToken}
          {currentSince !== null && <small>{words.since(shortInstant(currentSince))}</small>}
        </Line>
      )}
      {caller.standing === 'sends-both' && (
        <Line icon="alert" tone="warning">
          {words.sendsBoth}
          <small>{words.also(sent)}</small>
        </Line>
      )}
      {caller.standing === 'not-seen' && (
        <Line icon="clock" tone="muted">
          {isSinceToken(judgedSince) ? words.notCalledSince : words.notCalledLately}
        </Line>
      )}
      {caller.standing === 'left-behind' &&
        (otherwise === 'overlapping-token' ? (
          <Line icon="clock" tone="info">
            {sent}
          </Line>
        ) : (
          <Line icon="alert" tone="warning">
            {sent}
          </Line>
        ))}
      {refused && (
        <Line icon="refused" tone="error">
          <span>{words.refused(refused.calls, number(refused.calls))}</span>{' '}
          <Moment at={refused.lastCallAt} />
          <small>{words.sent[refused.verdict]}</small>
        </Line>
      )}
    </div>
  )
}

type LineProps = {
  icon: IconName
  tone: 'success' | 'info' | 'warning' | 'error' | 'muted'
  children: ReactNode
}

function Line({ icon, tone, children }: LineProps) {
  return (
    <p data-tone={tone}>
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}
