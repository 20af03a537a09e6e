import { useNavigate } from 'react-router-dom'
import { getSession, type Session } from '#contract/sign-in.ts'
import { moveFocusOn } from '../../return-focus.ts'
import { useRequest } from '../../request-context.ts'
import { noteSession, signedOutKind } from '../../session.ts'
import { useAct } from '../../use-act.ts'

/**
 * Goes on to where the person came from, now that they are signed in, which the other tabs are told. Where the browser has
 * not kept the session's cookie, for it keeps none, that is said instead.
 */
export function useSignedIn(returnTo: string) {
  const navigate = useNavigate()
  const request = useRequest()
  const { mutate, error } = useAct({
    mutationFn: async (_answered: Session) => request(getSession),
    onSuccess: (session, _input, _before, { client }) => {
      client.clear()
      noteSession(client, { kind: 'signed-in', session })
      moveFocusOn()
      void navigate(returnTo, { replace: true })
    },
    meta: { news: 'signed-in' },
  })
  return { goOn: mutate, hasNoCookie: signedOutKind(error) === 'signed-out' }
}
