import { useNavigate } from 'react-router-dom'
import { ApiError } from '#client/api-error.ts'
import { InlineFailure } from '../../failures/InlineFailure.tsx'
import { useRequest } from '../../request-context.ts'
import { signedOutKind } from '../../session.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAct } from '../../use-act.ts'
import { acceptMutation } from './queries.ts'
import styles from './SetUpForm.module.css'
import { takeFocus } from './take-focus.ts'
import { useWords } from './use-words.ts'

/**
 * For someone who can sign in already: in another tab, in whatever way they do it, for the code is in the memory of this
 * page alone.
 */
export function AcceptInvitation({ code, home }: { code: string; home: string }) {
  const words = useWords().accept
  const navigate = useNavigate()
  const { mutate, error, isPending } = useAct(acceptMutation(useRequest()))
  const isTheirs = !(error instanceof ApiError && error.code === 'not-found')
  return (
    <div className={styles.form}>
      <Notice tone="info" role="alert" title={words.title}>
        <p>{words.advice}</p>
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        </p>
      </Notice>
      {signedOutKind(error) && <Notice tone="error" role="alert" title={words.signedOut} />}
      {isTheirs ? (
        <InlineFailure error={error} />
      ) : (
        <Notice tone="error" role="alert" title={words.notTheirs} />
      )}
      <Button
        ref={takeFocus}
        variant="primary"
        isPending={isPending}
        onClick={() => mutate(code, { onSuccess: () => void navigate(home, { replace: true }) })}
      >
        {words.accept}
      </Button>
    </div>
  )
}
