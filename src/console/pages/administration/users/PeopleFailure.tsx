import { ApiError } from '#client/api-error.ts'
import { firstText } from '../../../failures/failure-text.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useWords } from './use-words.ts'

/** Why what was asked for was not done, where that is about people or workspaces in their own words. */
export function PeopleFailure({ error }: { error: unknown }) {
  const { refusals } = useWords()
  const { failures } = useMessages()
  const { instant } = useFormats()
  const code = error instanceof ApiError ? error.code : ''
  if (!isKnown(code, refusals)) return <InlineFailure error={error} />
  const { title, advice } = refusals[code]
  return (
    <Notice tone="error" role="alert" title={title}>
      {error instanceof ApiError && error.first ? firstText(error.first, failures, instant) : advice}
    </Notice>
  )
}

const isKnown = <Known extends object>(code: string, known: Known): code is Extract<keyof Known, string> =>
  Object.hasOwn(known, code)
