import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { handFocusTo } from '../../../../hand-focus.ts'
import { firstIn } from '../../../../failures/failure-text.ts'
import { InlineFailure } from '../../../../failures/InlineFailure.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../../messages/service-clock.ts'
import { useRequest } from '../../../../request-context.ts'
import { Button } from '../../../../ui/Button.tsx'
import { TimeZone } from '../../../../ui/TimeZone.tsx'
import { GENERATE_ID, handFocusOn } from '../hand-focus.ts'
import { EndQuestion } from './EndQuestion.tsx'
import { ExtendQuestion } from './ExtendQuestion.tsx'
import styles from './OldTokens.module.css'
import { tokensQuery } from './queries.ts'
import { OLD_TOKENS_ID } from './TokenActs.tsx'
import { type OldToken, TokenTable } from './TokenTable.tsx'
import { useTokenChange } from './use-token-change.ts'
import { useWords } from './use-words.ts'

/** Those whose time is over are mostly of no interest any more. */
const OVER_SHOWN = 3

/** What stays, where the row goes and maybe all of them. */
const RETURN_TO = [OLD_TOKENS_ID, GENERATE_ID]

const handFocusToHeading = handFocusTo(OLD_TOKENS_ID)

type Props = {
  /** Whether the person may change them. */
  mayChange: boolean
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** Every token but the current one that works or could work again, with who uses it and what can be done about it. */
export function OldTokens({ mayChange, say }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const nowMs = useServiceNow()
  const { data } = useSuspenseQuery(tokensQuery(useRequest()))
  const { change, pendingId, error, startedAtMs, reset } = useTokenChange(say)
  const first = firstIn(error)
  const [asked, setAsked] = useState<{ act: 'extend' | 'end'; row: OldToken } | null>(null)
  const [showsAll, setShowsAll] = useState(false)

  const old = data.tokens
    .filter(({ state, expiresAt }) => state !== 'current' && nowMs < Date.parse(expiresAt))
    .map((token) => ({
      token,
      isWorking: token.state === 'overlapping' && nowMs < Date.parse(token.worksUntil),
    }))
  const working = old.filter(({ isWorking }) => isWorking)
  const over = old.filter(({ isWorking }) => !isWorking)
  const shownOver = showsAll ? over : over.slice(0, OVER_SHOWN)
  const left = over.length - shownOver.length

  const askedAs =
    asked && old.find(({ token: { id, etag } }) => id === asked.row.token.id && etag === asked.row.token.etag)
  const failure = <InlineFailure error={error} outcome={data.receivedAtMs > startedAtMs && words.listIsNew} />
  const question = asked && {
    token: asked.row.token,
    isOvertaken: first !== undefined || (pendingId === null && askedAs?.isWorking !== asked.row.isWorking),
    first,
    failure,
    returnFocusTo: RETURN_TO,
    onClose: () => setAsked(null),
  }

  return (
    <>
      {old.length > 0 && (
        <section className={styles.tokens} aria-labelledby={OLD_TOKENS_ID} ref={handFocusOn}>
          <header>
            <h3 id={OLD_TOKENS_ID} tabIndex={-1}>
              {words.oldTokens}
            </h3>
            <p>{words.mostTokens}</p>
          </header>
          {!question && failure}
          <TokenTable
            rows={[...working, ...shownOver]}
            acts={
              mayChange
                ? {
                    pendingId,
                    onAsk: (act, row) => {
                      reset()
                      setAsked({ act, row })
                    },
                    onRestore: (token) => void change({ act: 'restore', token }).catch(() => {}),
                  }
                : null
            }
          />
          <TimeZone />
          {left > 0 && (
            <div>
              <Button size="small" ref={handFocusToHeading} onClick={() => setShowsAll(true)}>
                {words.showMore(number(left))}
              </Button>
            </div>
          )}
        </section>
      )}
      {question && asked.act === 'extend' && (
        <ExtendQuestion
          {...question}
          onExtend={(worksUntil) => change({ act: 'extend', token: question.token, worksUntil })}
        />
      )}
      {question && asked.act === 'end' && (
        <EndQuestion
          {...question}
          kind={asked.row.isWorking ? 'old' : 'over'}
          onEnd={(forGood) => change({ act: 'end', token: question.token, forGood })}
        />
      )}
    </>
  )
}
