import type { NoticeTarget } from '#contract/notice-targets.ts'
import { useRequest } from '../../../request-context.ts'
import { useAct } from '../../../use-act.ts'
import { removeTargetMutation, replaceSecretMutation, testTargetMutation } from './queries.ts'
import { useTelling } from './use-telling.ts'
import { useWords } from './use-words.ts'

/** What is done with a target at once; what came of it is said to screen readers. */
export function useTargetActs(say: (words: string) => void) {
  const words = useWords()
  const told = useTelling()
  const request = useRequest()
  const testing = useAct(testTargetMutation(request))
  const removing = useAct(removeTargetMutation(request))
  const replacing = useAct(replaceSecretMutation(request))
  return {
    testingId: testing.isPending ? testing.variables.id : null,
    errors: { test: testing.error, remove: removing.error, replace: replacing.error },
    test: (target: NoticeTarget) =>
      testing.mutate(target, { onSuccess: (delivery) => say(`${target.name}: ${told.outcome(delivery)}`) }),
    remove: (target: NoticeTarget) =>
      removing.mutate(target, { onSuccess: () => say(words.saidRemoved(target.name)) }),
    /** @param show the new one, once */
    replaceSecret: (target: NoticeTarget, show: (secret: string) => void) =>
      replacing.mutate(target, { onSuccess: ({ secret }) => secret !== null && show(secret) }),
  }
}
