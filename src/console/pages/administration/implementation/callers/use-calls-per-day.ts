import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useWords } from './use-words.ts'

/** Says how many calls a day, in whole ones. */
export function useCallsPerDay(): (amount: number) => string {
  const words = useWords()
  const { number } = useFormats()
  return (amount) => {
    const whole = Math.round(amount)
    return whole === 0 ? words.lessThanDaily : words.perDay(whole, number(whole))
  }
}
