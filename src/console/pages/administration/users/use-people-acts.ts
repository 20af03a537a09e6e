import type { ListedUser, SetRolesInput } from '#contract/users.ts'
import { useRequest } from '../../../request-context.ts'
import { useAct } from '../../../use-act.ts'
import { callNameOf } from './call-name.ts'
import { type Act, actMutation, setRolesMutation } from './queries.ts'
import { useWords } from './use-words.ts'

export type PeopleActs = ReturnType<typeof usePeopleActs>

/** What is done with a person at once; what came of it is said to screen readers. */
export function usePeopleActs(say: (words: string) => void) {
  const { saidDone, saidRoles } = useWords()
  const request = useRequest()
  const acting = useAct(actMutation(request))
  const giving = useAct(setRolesMutation(request))
  return {
    error: acting.error ?? giving.error,
    act: (act: Act, user: ListedUser) => {
      giving.reset()
      acting.mutate({ act, user }, { onSuccess: () => say(saidDone[act](callNameOf(user))) })
    },
    give: (user: ListedUser, held: SetRolesInput) => {
      acting.reset()
      giving.mutate({ user, held }, { onSuccess: () => say(saidRoles(callNameOf(user))) })
    },
  }
}
