import { Fragment, useState, type ReactNode, type Ref } from 'react'
import type { Implementation } from '#contract/implementation.ts'
import { PartPlace } from '../../../failures/PartPlace.tsx'
import { usePrepared } from '../../../page-part.ts'
import { Button } from '../../../ui/Button.tsx'
import { copyKeys, copyKeysForAria } from '../../../ui/clipboard.ts'
import { CopyField } from '../../../ui/CopyField.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { exampleCalls } from './example-calls/lazy.ts'
import { authorizationHeader, exampleNames, type TokenForm, tokenForms } from './token-forms.ts'
import styles from './TokenField.module.css'
import type { SecretToken } from './use-secret-token.ts'
import { useWords } from './use-words.ts'

type Props = {
  account: Implementation['account']
  /** Id of the token that is shown. */
  tokenId: string
  secret: SecretToken
  copyRef: Ref<HTMLButtonElement>
  /** More buttons. */
  actions: ReactNode
}

/** The secret in a form of one's choice, masked until revealed; Copy works either way. */
export function TokenField({ account, tokenId, secret, copyRef, actions }: Props) {
  const words = useWords()
  const [form, setForm] = useState<TokenForm>('header')
  usePrepared(exampleCalls)
  const names = { header: words.header, token: words.token, ...exampleNames }
  const turn = secret.isShown ? words.hide : words.reveal
  const field = (make: (token: string) => string) => (
    <CopyField
      label={`${words.authenticationToken}, ${names[form]}`}
      {...secret.textOf(make, words.hiddenEndsIn)}
      subject={`${tokenId} ${form}`}
      keyShortcuts={copyKeysForAria()}
      copyRef={copyRef}
      actions={
        <>
          <Button
            id="reveal-token"
            icon={secret.isShown ? 'eyeOff' : 'eye'}
            otherWord={secret.isShown ? words.reveal : words.hide}
            isPending={secret.view.isPending}
            aria-label={`${turn} ${words.authenticationToken}`}
            onClick={secret.isShown ? secret.hide : secret.reveal}
          >
            {turn}
          </Button>
          {actions}
        </>
      }
    />
  )

  return (
    <div className={styles.secret}>
      <div className={styles.head}>
        <RadioGroup
          legend={words.authenticationToken}
          choices={tokenForms.map((value) => ({ value, label: names[value] }))}
          value={form}
          onChange={setForm}
        />
        <p>
          {copyKeys()
            .split('+')
            .map((key, index) => (
              <Fragment key={key}>
                {index > 0 && '+'}
                <kbd>{key}</kbd>
              </Fragment>
            ))}{' '}
          <span>{words.copies[form === 'header' || form === 'token' || form === 'env' ? form : 'call']}</span>
        </p>
      </div>
      {form === 'header' || form === 'token' ? (
        field(form === 'header' ? authorizationHeader : (token) => token)
      ) : (
        <PartPlace fallback={<Skeleton lines={4} />}>
          <exampleCalls.Component form={form} account={account}>
            {field}
          </exampleCalls.Component>
        </PartPlace>
      )}
    </div>
  )
}
