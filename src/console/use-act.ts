import { hashKey, useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'

type Act<Answer, Input, Before> = UseMutationResult<Answer, Error, Input, Before> & {
  /** When it was last begun: milliseconds on the performance clock, which nobody can set. */
  startedAtMs: number
}

/**
 * A mutation that does nothing a second time while it is under way: a press that comes before React has shown the one
 * before is the same act, and whoever waits for its answer gets that of the first.
 */
export function useAct<Answer, Input, Before>(
  options: UseMutationOptions<Answer, Error, Input, Before>,
): Act<Answer, Input, Before> {
  const mutation = useMutation(options)
  const [startedAtMs, setStartedAtMs] = useState(0)
  const underWay = useRef<{ act: string; answer: Promise<Answer> }>(null)

  const mutateAsync: typeof mutation.mutateAsync = (...given) => {
    const act = hashKey([given[0]])
    if (underWay.current?.act === act) return underWay.current.answer
    setStartedAtMs(performance.now())
    const started = { act, answer: mutation.mutateAsync(...given) }
    underWay.current = started
    const end = () => {
      if (underWay.current === started) underWay.current = null
    }
    started.answer.then(end, end)
    return started.answer
  }
  const mutate: typeof mutation.mutate = (...given) => {
    mutateAsync(...given).catch(() => {}) // `error` has it
  }
  return { ...mutation, mutate, mutateAsync, startedAtMs }
}
