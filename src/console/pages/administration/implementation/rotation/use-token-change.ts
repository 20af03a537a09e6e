import type { ChangedToken } from '#contract/rotation.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../../request-context.ts'
import { useAct } from '../../../../use-act.ts'
import { changeTokenMutation, type TokenChange } from './queries.ts'
import { useWords } from './use-words.ts'

/** Changes a token, waits for the answer and says what was done, or is broken with `error`. @param say to screen readers */
export function useTokenChange(say: (words: string) => void) {
  const told = useTold()
  const { mutateAsync, isPending, variables, error, startedAtMs, reset } = useAct(
    changeTokenMutation(useRequest()),
  )
  const change = async (wanted: TokenChange) => say(told(wanted.act, await mutateAsync(wanted)))
  return { change, error, startedAtMs, reset, pendingId: isPending ? variables.token.id : null }
}

function useTold(): (act: TokenChange['act'], token: ChangedToken) => string {
  const words = useWords()
  const { instant } = useFormats()
  return (act, { lastFour, worksUntil, isEndedForGood }) => {
    if (act === 'end') return isEndedForGood ? words.endedForGood(lastFour) : words.endedNow(lastFour)
    const until = instant(worksUntil)
    return act === 'extend' ? words.extended(lastFour, until) : words.restored(lastFour, until)
  }
}
