import type { ReactNode } from 'react'
import type { Implementation } from '#contract/implementation.ts'
import { usePageWords } from '../../../../page-words.ts'
import type { ExampleForm } from '../token-forms.ts'
import { exampleCall } from './snippets.ts'
import type { Words } from './words/en.ts'

type Props = {
  form: ExampleForm
  account: Implementation['account']
  /** Shows what is made of a token; in it the words of this part count, and no others. */
  children: (make: (token: string) => string) => ReactNode
}

/** The header in a call that runs as it is copied. */
export default function ExampleCall({ form, account, children }: Props) {
  const { comments } = usePageWords<Words>()
  return children((token) => exampleCall(form, { ...account, token, comments }))
}
