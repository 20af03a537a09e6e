import { useState, type Ref } from 'react'
import type { Implementation } from '#contract/implementation.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyField } from '../../../ui/CopyField.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { authorizationHeader, exampleCall, exampleLanguages, exampleNames } from './snippets.ts'
import type { useSecretToken } from './use-secret-token.ts'

type Props = {
  account: Implementation['account']
  lastFour: string
  secret: ReturnType<typeof useSecretToken>
  headerCopyRef: Ref<HTMLButtonElement>
}

/** The token and everything made of it, masked until it is revealed; Copy works either way. */
export function TokenSecret({ account, lastFour, secret, headerCopyRef }: Props) {
  const { implementation: words } = useMessages()
  const [language, setLanguage] = useState(exampleLanguages[0] as (typeof exampleLanguages)[number])
  const { shown } = secret
  const visible = shown ?? `${'•'.repeat(24)}${lastFour}`

  /** A text made of the token: shown as far as the token is, copied whole. */
  const made = (of: (token: string) => string) => ({
    value: of(visible),
    ...(shown === undefined && { fetchText: async () => of(await secret.fetch()), onRefused: secret.show }),
  })
  const example = made((token) => exampleCall(language, { ...account, token }))

  return (
    <>
      <CopyField
        label={words.authenticationToken}
        {...made((token) => token)}
        actions={
          <Button
            icon={shown === undefined ? 'eye' : 'eyeOff'}
            isPending={secret.view.isPending}
            onClick={shown === undefined ? secret.reveal : secret.hide}
          >
            {shown === undefined ? words.reveal : words.hide}
          </Button>
        }
      />
      <CopyField label={words.header} {...made(authorizationHeader)} isPrimary copyRef={headerCopyRef} />
      <InlineFailure error={secret.view.error} />
      <RadioGroup
        legend={words.exampleCall}
        choices={exampleLanguages.map((value) => ({ value, label: exampleNames[value] }))}
        value={language}
        onChange={setLanguage}
      />
      <CopyField label={exampleNames[language]} rows={example.value.split('\n').length} {...example} />
    </>
  )
}
