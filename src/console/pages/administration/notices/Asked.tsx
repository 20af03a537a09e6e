import type { NewNoticeTarget, NoticeTarget } from '#contract/notice-targets.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
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
  onAsk: (next: Asking | null) => void
  onSaved: (saved: NewNoticeTarget) => void
  onRemove: (target: NoticeTarget) => void
  onReplaceSecret: (target: NoticeTarget) => void
}

/** The dialog that is open. */
export function Asked({ asking, onAsk, onSaved, onRemove, onReplaceSecret }: Props) {
  const words = useWords()
  const onClose = () => onAsk(null)
  if (asking.kind === 'secret') return <SecretDialog {...asking} onClose={onClose} />
  if (asking.kind === 'add') {
    return <TargetDialog kind={asking.target} seen={null} onSaved={onSaved} onClose={onClose} />
  }
  const { kind, target } = asking
  if (kind === 'change') {
    return (
      <TargetDialog
        kind={target.kind}
        seen={target}
        onSaved={onSaved}
        onReplaceSecret={() => onAsk({ kind: 'replace-secret', target })}
        onClose={onClose}
      />
    )
  }
  const isRemoval = kind === 'remove'
  return (
    <ConfirmDialog
      title={isRemoval ? words.removeTitle(target.name) : words.replaceTitle(target.name)}
      confirm={isRemoval ? words.removeConfirm : words.replace}
      cancel={words.cancel}
      isDangerous
      onConfirm={() => (isRemoval ? onRemove(target) : onReplaceSecret(target))}
      onClose={onClose}
    >
      <p>{isRemoval ? words.removeAdvice : words.replaceAdvice}</p>
    </ConfirmDialog>
  )
}
