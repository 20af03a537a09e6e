import { useNavigate } from 'react-router-dom'
import type { Session } from '#contract/sign-in.ts'
import { moveFocusOn } from '../../return-focus.ts'
import { noteSession } from '../../session.ts'
import { useAct } from '../../use-act.ts'

/** Goes on to where the person came from, now that they are signed in, which the other tabs are told. */
export function useSignedIn(returnTo: string): (session: Session) => void {
  const navigate = useNavigate()
  const { mutate } = useAct({
    mutationFn: (session: Session) => Promise.resolve(session),
    onSuccess: (session, _input, _before, { client }) => {
      client.clear()
      noteSession(client, { kind: 'signed-in', session })
      moveFocusOn()
      void navigate(returnTo, { replace: true })
    },
    meta: { news: 'signed-in' },
  })
  return mutate
}
