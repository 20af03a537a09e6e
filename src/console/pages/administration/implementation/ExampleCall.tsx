import { useState } from 'react'
import type { Implementation } from '#contract/implementation.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { exampleCall, exampleLanguages, exampleNames, type ExampleLanguage } from './snippets.ts'
import type { SecretToken } from './use-secret-token.ts'
import { useWords } from './use-words.ts'

/** The header in a call that runs as it is copied. */
export function ExampleCall({
  account,
  secret,
}: {
  account: Implementation['account']
  secret: SecretToken
}) {
  const words = useWords()
  const [language, setLanguage] = useState<ExampleLanguage>('curl')
  return (
    <CopyField
      label={language === 'env' ? words.envLine : words.exampleCallIn(exampleNames[language])}
      above={
        <RadioGroup
          legend={words.exampleCall}
          choices={exampleLanguages.map((value) => ({ value, label: exampleNames[value] }))}
          value={language}
          onChange={setLanguage}
        />
      }
      {...secret.textOf((token) => exampleCall(language, { ...account, token }))}
    />
  )
}
