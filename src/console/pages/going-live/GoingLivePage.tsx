import type { PageProps } from '../../page-props.ts'
import { useReturnFocus } from '../../return-focus.ts'
import { Link } from '../../shell/Link.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './GoingLivePage.module.css'
import { Refusals } from './Refusals.tsx'
import { Steps } from './Steps.tsx'
import { useWords } from './use-words.ts'

/** What stands under a step as it is typed. */
const TYPED = {
  keep: 'PROFILE_API_AUTHORIZATION="Bearer tpa_…"',
  send: 'Authorization: Bearer tpa_…',
  ask: `curl ${location.origin}/console/v1/token-status -H "Authorization: $PROFILE_API_AUTHORIZATION"`,
  warn: 'Token-Works-Until: 2026-12-10T15:41:00.000Z',
}

/** From an open profile API to one that lets in only those who send the token: for an approver, and for a developer. */
export default function GoingLivePage({ home }: PageProps) {
  const { title, advice, toImplementation, approver, developer } = useWords()
  usePageTitle(title)
  useReturnFocus(true)
  return (
    <div className={styles.page}>
      <header>
        <h1>{title}</h1>
        <p>{advice}</p>
        <Link to={home}>{toImplementation}</Link>
      </header>
      <Card title={approver.title} help={<Help to="going-live#for-the-approver" about={approver.title} />}>
        <Steps parts={Object.values(approver.parts)} />
      </Card>
      <Card
        title={developer.title}
        help={<Help to="going-live#for-the-developer-of-a-job" about={developer.title} />}
      >
        <Steps parts={Object.values(developer.parts)} typed={TYPED} />
        <Refusals />
      </Card>
    </div>
  )
}
