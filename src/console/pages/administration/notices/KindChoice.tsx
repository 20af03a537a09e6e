import { NoticeKind } from '#contract/notices.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import styles from './TargetDialog.module.css'
import { useWords } from './use-words.ts'

type Props = {
  kinds: readonly NoticeKind[]
  onChange: (kinds: readonly NoticeKind[]) => void
  error: string | undefined
}

/** What someone is told of. */
export function KindChoice({ kinds, onChange, error }: Props) {
  const words = useWords()
  const toggled = (kind: NoticeKind, isChosen: boolean) =>
    NoticeKind.options.filter((one) => (one === kind ? isChosen : kinds.includes(one)))
  return (
    <fieldset className={styles.kinds}>
      <legend>{words.tellOf}</legend>
      {NoticeKind.options.map((kind) => (
        <div key={kind}>
          <Checkbox
            label={words.kinds[kind]}
            isChecked={kinds.includes(kind)}
            onChange={(isChosen) => onChange(toggled(kind, isChosen))}
          />
          <p>{words.tellOfHint[kind]}</p>
        </div>
      ))}
      <p className={styles.error} role="alert">
        {error}
      </p>
    </fieldset>
  )
}
