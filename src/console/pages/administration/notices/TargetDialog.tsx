import { useId, useRef, useState, type FormEvent } from 'react'
import { ApiError } from '#client/api-error.ts'
import type { NewNoticeTarget, NoticeTarget, NoticeTargetInput } from '#contract/notice-targets.ts'
import { addressIn } from '#contract/email.ts'
import { NoticeKind } from '#contract/notices.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { Overtaken } from '../../../failures/Overtaken.tsx'
import { type Fate, useOvertaken } from '../../../failures/use-overtaken.ts'
import { languages } from '../../../messages/language.ts'
import { languageNames } from '../../../messages/languages.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { invalidFields } from '../../../ui/invalid-fields.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useAct } from '../../../use-act.ts'
import { KindChoice } from './KindChoice.tsx'
import { saveTargetMutation } from './queries.ts'
import styles from './TargetDialog.module.css'
import { useWords } from './use-words.ts'

type Props = {
  kind: NoticeTarget['kind']
  /** The one that is changed; null for a new one. */
  seen: NoticeTarget | null
  /** What has become of it since. */
  fate: Fate | null
  onSaved: (saved: NewNoticeTarget) => void
  /** Of a webhook that is there already. */
  onReplaceSecret?: () => void
  onClose: () => void
}

/** Asks where to tell, by which name, and of what; it stays until that is stored. */
export function TargetDialog({ kind, seen, fate, onSaved, onReplaceSecret, onClose }: Props) {
  const words = useWords()
  const { language: spoken } = useMessages()
  const id = useId()
  const nameRef = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(seen?.name ?? '')
  const [address, setAddress] = useState(seen?.address ?? '')
  const [language, setLanguage] = useState(seen?.language ?? spoken)
  const [kinds, setKinds] = useState<readonly NoticeKind[]>(seen?.kinds ?? NoticeKind.options)
  const [invalid, setInvalid] = useState<string[]>([])
  const saving = useAct(saveTargetMutation(useRequest()))
  const wordsOf = words[kind]
  const code = saving.error instanceof ApiError ? saving.error.code : null
  const fields = saving.error instanceof ApiError ? Object.keys(saving.error.fields) : []
  const isWrong = (field: string) => invalid.includes(field) || fields.includes(field)

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (saving.isPending) return
    const found = [...invalidFields(event.currentTarget), ...(kinds.length === 0 ? ['kinds'] : [])]
    setInvalid(found)
    if (found.length > 0) return
    const common = { name, address, kinds: [...kinds] }
    const input: NoticeTargetInput = kind === 'email' ? { kind, ...common, language } : { kind, ...common }
    // Also once this was closed, for a new webhook has a secret, which is shown once.
    saving.mutateAsync({ seen, input }).then(onSaved, () => {})
  }

  const title = seen === null ? wordsOf.add : wordsOf.change
  const overtaken = useOvertaken(saving.isPending ? null : fate, saving.error)
  if (overtaken) return <Overtaken title={title} close={words.close} fate={overtaken} onClose={onClose} />
  return (
    <Dialog
      id={id}
      title={title}
      size="wide"
      focusRef={nameRef}
      onClose={onClose}
      buttons={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={`${id}-form`} variant="primary" isPending={saving.isPending}>
            {seen === null ? words.add : words.save}
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          ref={nameRef}
          label={words.name}
          hint={words.nameHint}
          name="name"
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isWrong('name') ? words.wrongName : undefined}
        />
        <TextField
          label={wordsOf.address}
          hint={kind === 'webhook' ? words.webhook.addressHint : ''}
          name="address"
          type={kind === 'webhook' ? 'url' : 'email'}
          {...(kind === 'email' && { meantBy: addressIn })}
          required
          maxLength={kind === 'webhook' ? 2000 : 254}
          autoComplete="off"
          spellCheck={false}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={addressError()}
        />
        {kind === 'email' && (
          <RadioGroup
            legend={words.email.language}
            layout="fill"
            choices={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
            value={language}
            onChange={setLanguage}
          />
        )}
        <KindChoice
          kinds={kinds}
          onChange={setKinds}
          error={invalid.includes('kinds') ? words.wrongKinds : undefined}
        />
      </form>
      {seen?.kind === 'webhook' && (
        <div className={styles.secret}>
          <p>{words.secretAdvice}</p>
          <Button size="small" onClick={onReplaceSecret}>
            {words.replaceSecret}
          </Button>
        </div>
      )}
      {failure()}
    </Dialog>
  )

  function addressError() {
    if (code === 'webhook-address-refused') return words.webhook.refusedAddress
    return isWrong('address') ? wordsOf.wrongAddress : undefined
  }

  function failure() {
    if (fields.length > 0) return null
    if (code === 'too-many-targets') return <Notice tone="error" role="alert" title={words.tooMany} />
    return <InlineFailure error={saving.error} />
  }
}
