import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useColumnFormats } from './column-formats.ts'
import { type Column, kinds, type Period, total } from './periods.ts'
import { useWords } from './use-words.ts'

/** Says a column in words: which it is, and how many calls of which kinds. */
export function useReadout(period: Period, timeZone: string) {
  const words = useWords()
  const { number } = useFormats()
  const { nameOf } = useColumnFormats(period, timeZone)
  return (column: Column, isLast: boolean) => {
    const all = total(column)
    const parts = kinds
      .filter((kind) => column[kind] > 0)
      .map((kind) => words.ofThem[kind](column[kind], number(column[kind])))
    return {
      name: nameOf(column, isLast),
      calls: [words.calls(all, number(all)), ...parts].join(', '),
    }
  }
}
