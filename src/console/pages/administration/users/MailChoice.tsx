import * as v from 'valibot'
import { Language } from '#contract/languages.ts'
import { languages } from '../../../messages/language.ts'
import { languageNames } from '../../../messages/languages.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import styles from './InvitePeople.module.css'
import { useWords } from './use-words.ts'

type Props = {
  isMailSetUp: boolean
  isSent: boolean
  language: Language
  onChange: (isSent: boolean, language: Language) => void
}

/** Whether the link goes by e-mail as well, and in which language. */
export function MailChoice({ isMailSetUp, isSent, language, onChange }: Props) {
  const words = useWords()
  if (!isMailSetUp) return <p className={styles.hint}>{words.noMail}</p>
  return (
    <div className={styles.mail}>
      <Checkbox label={words.sendByMail} isChecked={isSent} onChange={(next) => onChange(next, language)} />
      {isSent && (
        <SelectField
          label={words.mailLanguage}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={language}
          onChange={({ currentTarget: { value } }) => v.is(Language, value) && onChange(true, value)}
        />
      )}
    </div>
  )
}
