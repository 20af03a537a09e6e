import { useEffect, useId, useRef, useState } from 'react'
import type { SignInWays } from '#contract/oidc.ts'
import type { ListedUser } from '#contract/users.ts'
import { firstIn } from '../../../failures/failure-text.ts'
import { Overtaken } from '../../../failures/Overtaken.tsx'
import { useOvertaken } from '../../../failures/use-overtaken.ts'
import { useMessages } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { leave } from '../../../shown-once/leave.ts'
import { ShownOnce } from '../../../shown-once/ShownOnce.tsx'
import { useSignInWays } from '../../../shell/provider/use-sign-in-ways.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useAct } from '../../../use-act.ts'
import { callNameOf } from './call-name.ts'
import { MadeLinks } from './MadeLinks.tsx'
import { MailChoice } from './MailChoice.tsx'
import { PeopleFailure } from './PeopleFailure.tsx'
import { makeLinkMutation } from './queries.ts'
import styles from './RolesEditor.module.css'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Props = {
  user: ListedUser
  /** Whether they are not any more as they were when this was asked. */
  isAnother: boolean
  isMailSetUp: boolean
  onClose: () => void
}

/** Asks whether to make a new link, and shows it once. */
export function LinkDialog({ user, isAnother, isMailSetUp, onClose }: Props) {
  const words = useWords()
  const { language: spoken } = useMessages()
  const id = useId()
  /** To make it, then to copy it. */
  const actRef = useRef<HTMLButtonElement>(null)
  const [isSent, setSent] = useState(false)
  const [language, setLanguage] = useState(spoken)
  const { mutate, data: made, error, isPending } = useAct(makeLinkMutation(useRequest()))
  const ways = useSignInWays()
  const name = callNameOf(user)
  useEffect(() => {
    if (made) actRef.current?.focus()
  }, [made])
  const fate = useOvertaken(isAnother && !isPending && !made ? 'changed' : null, error)
  if (fate) {
    const first = firstIn(error)
    return (
      <Overtaken
        title={words.newLinkOf(name)}
        close={words.close}
        fate={fate}
        first={first}
        onClose={onClose}
      />
    )
  }
  return (
    <ShownOnce isShown={isPending || made !== undefined}>
      <Dialog
        id={id}
        title={words.newLinkOf(name)}
        size="wide"
        describedBy={`${id}-text`}
        focusRef={actRef}
        onClose={() => leave(onClose)}
        buttons={
          made ? (
            <Button onClick={onClose}>{words.done}</Button>
          ) : (
            <>
              <Button onClick={() => leave(onClose)}>{words.cancel}</Button>
              <Button
                ref={actRef}
                variant="primary"
                isPending={isPending}
                onClick={() => mutate({ user, sendIn: isSent ? language : undefined })}
              >
                {words.makeLink}
              </Button>
            </>
          )
        }
      >
        <p id={`${id}-text`}>
          {made
            ? words.shownOnce
            : user.state.kind === 'invited'
              ? words.renewAdvice
              : ways && adviceFor(user, ways, words)}
        </p>
        {made ? (
          <MadeLinks links={[{ ...made, of: name }]} copyRef={actRef} />
        ) : (
          <div className={styles.form}>
            <MailChoice
              isMailSetUp={isMailSetUp}
              isSent={isSent}
              language={language}
              onChange={(next, nextLanguage) => {
                setSent(next)
                setLanguage(nextLanguage)
              }}
            />
            <PeopleFailure error={error} />
          </div>
        )}
      </Dialog>
    </ShownOnce>
  )
}

/** What a link is for by which somebody who is here already gets in anew. */
function adviceFor(
  { hasRolesFromProvider }: ListedUser,
  { password, provider }: SignInWays,
  words: Words,
): string {
  if (provider === null) return words.newPasswordAdvice
  return password && !hasRolesFromProvider
    ? words.newWayAdvice(provider.name)
    : words.newAccountAdvice(provider.name)
}
