import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { Boundary } from '../../failures/Boundary.tsx'
import { PageFailure } from '../../failures/PageFailure.tsx'
import type { PageProps } from '../../page-props.ts'
import { useReturnFocus } from '../../return-focus.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Contents } from './Contents.tsx'
import { DocsLayout } from './DocsLayout.tsx'
import { DocumentText } from './DocumentText.tsx'
import { isDocument } from './documents.ts'
import { Keyboard } from './Keyboard.tsx'
import { isListed } from './listed.ts'
import { Reference } from './Reference.tsx'
import { useWords } from './use-words.ts'

/** The documentation, which is no secret: whoever is signed out may read it too. */
export default function DocsPage({ home }: PageProps) {
  const { pathname } = useLocation()
  return (
    <DocsLayout home={home}>
      <Boundary key={pathname} Failure={PageFailure}>
        <Shown name={pathname.split('/')[2] ?? ''} />
      </Boundary>
    </DocsLayout>
  )
}

function Shown({ name }: { name: string }) {
  const { title, names } = useWords()
  const { hash } = useLocation()
  usePageTitle(isListed(name) ? names[name] : title)
  useReturnFocus(true)
  // What the address names was not there yet when the browser looked for it.
  useEffect(() => {
    const named = document.getElementById(decodeURIComponent(hash.slice(1)))
    if (named === null) return
    named.tabIndex = -1
    named.focus({ preventScroll: true })
    named.scrollIntoView()
  }, [hash])
  if (name === 'reference') return <Reference />
  if (name === 'keyboard') return <Keyboard />
  return isDocument(name) ? <DocumentText name={name} /> : <Contents />
}
