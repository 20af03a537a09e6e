import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { SET_UP_CODE } from '#contract/set-up.ts'
import type { PageProps } from '../../page-props.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { NextSteps } from './NextSteps.tsx'
import { SetUpByLink } from './SetUpByLink.tsx'
import { DONE, OPENED } from './visit.ts'
import { useWords } from './use-words.ts'

/**
 * Where a one-time set-up link leads. Its code comes in the fragment, which browsers send to no server, and leaves the
 * address at once. A link that is opened while the page is shown begins anew, for it may be another person's.
 */
export default function SetUpPage({ home }: PageProps) {
  const words = useWords()
  const navigate = useNavigate()
  const { hash, pathname, search, state } = useLocation()
  const [seen, setSeen] = useState(hash)
  const [link, setLink] = useState({ code: codeIn(hash), opening: 0 })
  usePageTitle(words.title)

  if (hash !== seen) {
    setSeen(hash)
    if (hash !== '') setLink({ code: codeIn(hash), opening: link.opening + 1 })
  }
  useEffect(() => {
    if (hash !== '') void navigate(pathname + search, { replace: true, state: codeIn(hash) && OPENED })
  }, [hash, navigate, pathname, search])

  if (state === DONE) return <NextSteps home={home} />
  if (link.code !== undefined)
    return <SetUpByLink key={link.opening} {...link} code={link.code} home={home} />
  const [title, advice] =
    state === OPENED
      ? [words.reloadedTitle, words.reloadedAdvice]
      : [words.unusableTitle, words.incompleteAdvice]
  return (
    <Card
      heading="h1"
      title={title}
      help={<Help to="console#set-up-links" about={title} />}
      advice={advice}
    />
  )
}

const codeIn = (text: string) => SET_UP_CODE.exec(text)?.[0]
