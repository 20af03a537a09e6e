import { useEffect } from 'react'
import { arrivedInTime } from '../lazy-part.ts'
import { loadAllWords } from '../language-files.ts'
import { useLazyWords } from '../lazy-words/lazy-words.ts'
import { followLanguage, rememberLanguage } from '../language-choice.ts'
import { languageNames, loadMessages } from '../messages/languages.ts'
import { type Language, languages } from '../messages/language.ts'
import { useMessages, useSpeak } from '../messages/MessagesProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { useAct } from '../use-act.ts'
import styles from './LanguageChoice.module.css'

/** Each language by its own name. A language whose words cannot be loaded is not shown, and said to be missing. */
export default function LanguageChoice({ layout = 'column' }: { layout?: 'column' | 'fill' }) {
  const { language, shell } = useMessages()
  const panels = useLazyWords('panels')
  const speak = useSpeak()
  const {
    mutate: load,
    isPending,
    isError,
    variables,
  } = useAct({
    mutationFn: async (chosen: Language) => {
      const [messages] = await Promise.all([arrivedInTime(loadMessages(chosen)), loadAllWords(chosen)])
      return messages
    },
  })
  useEffect(() => followLanguage((chosen) => load(chosen, { onSuccess: speak })), [load, speak])

  return (
    <div className={styles.panel} data-layout={layout}>
      <RadioGroup
        legend={shell.language}
        layout={layout}
        choices={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        value={isPending ? variables : language}
        onChange={(chosen) =>
          load(chosen, {
            onSuccess: (messages) => {
              speak(messages)
              rememberLanguage(chosen)
            },
          })
        }
      />
      {isError && (
        <Notice tone="error" role="alert" title={panels.languageMissing(languageNames[variables])} />
      )}
    </div>
  )
}
