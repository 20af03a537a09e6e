import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiError } from '#client/api-error.ts'
import { useRequest } from '../../request-context.ts'
import { failureText } from '../../failures/failure-text.ts'
import { useFormats, useMessages } from '../../messages/MessagesProvider.tsx'
import type { PageProps } from '../../page-props.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Card } from '../../ui/Card.tsx'
import { setUpLinkQuery } from './queries.ts'
import { SetUpForm } from './SetUpForm.tsx'
import { useWords } from './use-words.ts'

/** Where a one-time set-up link leads. Its code comes in the fragment, which browsers send to no server. */
export default function SetUpPage({ home }: PageProps) {
  const messages = useMessages()
  const formats = useFormats()
  const setUp = useWords()
  const [code] = useState(() => new URLSearchParams(location.hash.slice(1)).get('code') ?? '')
  const { data: link, error } = useQuery(setUpLinkQuery(useRequest(), code))
  usePageTitle(setUp.title)

  useEffect(() => history.replaceState(history.state, '', location.pathname + location.search), [])

  if (code === '') return <Card heading="h1" title={setUp.unusableTitle} advice={setUp.incompleteAdvice} />
  if (error) {
    const isUsed = error instanceof ApiError && error.code === 'not-found'
    const advice = isUsed ? setUp.usedAdvice : failureText(error, messages, formats)
    return (
      <Card heading="h1" title={setUp.unusableTitle} advice={advice}>
        <p>{setUp.unusableAdvice}</p>
      </Card>
    )
  }
  if (!link) return null

  const isFirst = link.kind === 'first'
  return (
    <Card
      heading="h1"
      title={isFirst ? setUp.firstTitle : setUp.invitedTitle(link.name)}
      advice={isFirst ? setUp.firstAdvice : setUp.invitedAdvice(link.email)}
    >
      <SetUpForm code={code} link={link} home={home} />
    </Card>
  )
}
