import type { ReactNode } from 'react'
import type { Implementation } from '#contract/implementation.ts'
import { useLazyWords } from '../../../../lazy-words/lazy-words.ts'
import type { ExampleForm } from '../token-forms.ts'
import { exampleCall } from './snippets.ts'

type Props = {
  form: ExampleForm
  account: Implementation['account']
  /** Shows what is made of a token. */
  children: (make: (token: string) => string) => ReactNode
}

/** The header in a call that runs as it is copied. */
export default function ExampleCall({ form, account, children }: Props) {
  const { comments } = useLazyWords('exampleCalls')
  return children((token) => exampleCall(form, { ...account, token, comments }))
}
