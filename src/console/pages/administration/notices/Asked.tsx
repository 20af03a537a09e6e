import type { Dispatch, SetStateAction } from 'react'
import type { NewNoticeTarget, NoticeTarget } from '#contract/notice-targets.ts'
import { Question } from '../../../failures/Question.tsx'
import { fateAmong } from '../../../failures/use-overtaken.ts'
import { useRequest } from '../../../request-context.ts'
import { ADD_ID } from './NoticesHeader.tsx'
import { removeTargetMutation, replaceSecretMutation } from './queries.ts'
import { SecretDialog } from './SecretDialog.tsx'
import { TargetDialog } from './TargetDialog.tsx'
import { useWords } from './use-words.ts'

/** What the person is asked, or shown once. */
export type Asking =
  | { kind: 'add'; target: NoticeTarget['kind'] }
  | { kind: 'change' | 'remove' | 'replace-secret'; target: NoticeTarget }
  | { kind: 'secret'; name: string; secret: string }

type Props = {
  asking: Asking
  /** As they are now. */
  targets: readonly NoticeTarget[]
  onAsk: Dispatch<SetStateAction<Asking | null>>
  onSaved: (saved: NewNoticeTarget) => void
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** What stays when a target is removed. */
const RETURN_TO = [ADD_ID]

/** The dialog that is open. */
export function Asked({ asking, targets, onAsk, onSaved, say }: Props) {
  const words = useWords()
  const request = useRequest()
  /** What it led to stays open: a secret is shown once. */
  const onClose = () => onAsk((now) => (now === asking ? null : now))
  if (asking.kind === 'secret') return <SecretDialog {...asking} onClose={onClose} />
  if (asking.kind === 'add') {
    return <TargetDialog kind={asking.target} seen={null} fate={null} onSaved={onSaved} onClose={onClose} />
  }
  const { kind, target } = asking
  const fate = fateAmong(targets, target)
  if (kind === 'change') {
    return (
      <TargetDialog
        kind={target.kind}
        seen={target}
        fate={fate}
        onSaved={onSaved}
        onReplaceSecret={() => onAsk({ kind: 'replace-secret', target })}
        onClose={onClose}
      />
    )
  }
  const asked = {
    cancel: words.cancel,
    close: words.close,
    isDangerous: true,
    input: target,
    fate,
    returnFocusTo: RETURN_TO,
    onClose,
  }
  return kind === 'remove' ? (
    <Question
      {...asked}
      title={words.removeTitle(target.name)}
      confirm={words.removeConfirm}
      mutation={removeTargetMutation(request)}
      onDone={() => say(words.saidRemoved(target.name))}
    >
      <p>{words.removeAdvice}</p>
    </Question>
  ) : (
    <Question
      {...asked}
      title={words.replaceTitle(target.name)}
      confirm={words.replace}
      mutation={replaceSecretMutation(request)}
      onDone={({ secret }) => secret !== null && onAsk({ kind: 'secret', name: target.name, secret })}
    >
      <p>{words.replaceAdvice}</p>
    </Question>
  )
}
