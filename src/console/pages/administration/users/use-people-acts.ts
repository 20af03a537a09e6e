import type { ListedUser, SetRolesInput } from '#contract/users.ts'
import { useRequest } from '../../../request-context.ts'
import { useAct } from '../../../use-act.ts'
import { callNameOf } from './call-name.ts'
import { type Act, actMutation, setRolesMutation } from './queries.ts'
import { useWords } from './use-words.ts'

export type PeopleActs = ReturnType<typeof usePeopleActs>

/** What is done with a person; what came of it is said to screen readers. Kept when it is done, broken with `error`. */
export function usePeopleActs(say: (words: string) => void) {
  const { saidDone, saidRoles } = useWords()
  const request = useRequest()
  const acting = useAct(actMutation(request))
  const giving = useAct(setRolesMutation(request))
  return {
    error: acting.error ?? giving.error,
    isPending: acting.isPending || giving.isPending,
    /** Forgets why the last one was not done. */
    reset: () => {
      acting.reset()
      giving.reset()
    },
    act: async (act: Act, user: ListedUser) => {
      giving.reset()
      await acting.mutateAsync({ act, user })
      say(saidDone[act](callNameOf(user)))
    },
    give: async (user: ListedUser, held: SetRolesInput) => {
      acting.reset()
      await giving.mutateAsync({ user, held })
      say(saidRoles(callNameOf(user)))
    },
  }
}
