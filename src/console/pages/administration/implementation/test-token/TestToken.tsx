import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { ApiError } from '#client/api-error.ts'
import { MAX_PASTED_LENGTH } from '#contract/token-check.ts'
import { InlineFailure } from '../../../../failures/InlineFailure.tsx'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../../request-context.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { useAct } from '../../../../use-act.ts'
import { Outcome } from './Outcome.tsx'
import { checkTokenMutation } from './queries.ts'
import styles from './TestToken.module.css'
import { useWords } from './use-words.ts'

type Props = {
  clientCode: string
  /** Whether authentication is required, and calls refused. */
  isRequired: boolean
  onClose: () => void
}

/** A box for whatever a person has, and what is found in it. What was pasted leaves memory when it is closed. */
export default function TestToken({ clientCode, isRequired, onClose }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const id = useId()
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const outcomeRef = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, reset, data, variables, error, isPending } = useAct(checkTokenMutation(useRequest()))
  useEffect(() => {
    if (data ?? error) outcomeRef.current?.scrollIntoView({ block: 'nearest' })
  }, [data, error])

  const test = () => {
    if (isPending) return
    const found =
      text.trim() === ''
        ? words.nothing
        : text.length > MAX_PASTED_LENGTH
          ? words.tooLong(number(MAX_PASTED_LENGTH))
          : null
    setProblem(found)
    if (found === null) mutate(text)
    else fieldRef.current?.focus()
  }
  const testByKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    test()
  }
  const change = (changed: string) => {
    setText(changed)
    setProblem(null)
    reset()
  }

  return (
    <Dialog
      id={id}
      title={words.title}
      size="wide"
      focusRef={fieldRef}
      onClose={onClose}
      buttons={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <Button
            variant="primary"
            otherWord={data ? words.test : words.testAgain}
            isPending={isPending}
            aria-keyshortcuts="Control+Enter"
            onClick={test}
          >
            {data ? words.testAgain : words.test}
          </Button>
        </>
      }
    >
      <div className={styles.paste}>
        <label htmlFor={`${id}-text`}>{words.paste}</label>
        <textarea
          ref={fieldRef}
          id={`${id}-text`}
          rows={3}
          value={text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          translate="no"
          aria-invalid={problem !== null || undefined}
          aria-describedby={`${id}-problem ${id}-hint`}
          // The service holds no NUL, and what it stands for is seen of its sign as well.
          onChange={(event) => change(event.currentTarget.value.replaceAll('\0', '\u2400'))}
          onKeyDown={testByKeys}
        />
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
        <p id={`${id}-hint`}>{words.notKept}</p>
      </div>
      <div ref={outcomeRef} className={styles.outcome} aria-live="polite">
        {data && (
          <Outcome
            text={variables}
            check={data}
            clientCode={clientCode}
            isRequired={isRequired}
            onRefused={setText}
            onSelect={() => {
              fieldRef.current?.focus()
              fieldRef.current?.select()
            }}
          />
        )}
        <Failure error={error} />
      </div>
    </Dialog>
  )
}

function Failure({ error }: { error: unknown }) {
  const words = useWords()
  const { seconds } = useFormats()
  const isTooMany = error instanceof ApiError && error.code === 'too-many-requests'
  if (!isTooMany) return <InlineFailure error={error} />
  return <Notice tone="error" role="alert" title={words.tooMany(seconds(error.retryAfterSeconds))} />
}
