import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NewNoticeTarget, NoticeTarget } from '#contract/notice-targets.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Announcement } from '../../../ui/Announcement.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import { useAct } from '../../../use-act.ts'
import { Asked, type Asking } from './Asked.tsx'
import { NextNotices } from './NextNotices.tsx'
import { NO_MAIL_ID, NoticesHeader } from './NoticesHeader.tsx'
import styles from './NoticesPage.module.css'
import { noticesQuery, testTargetMutation } from './queries.ts'
import { Sent } from './Sent.tsx'
import { TargetList } from './TargetList.tsx'
import { useTelling } from './use-telling.ts'
import { useWords } from './use-words.ts'

/** Administration > Notices: where to tell, of what, and what became of it. */
export default function NoticesPage() {
  const words = useWords()
  const told = useTelling()
  const request = useRequest()
  const { data, error, refetch } = useQuery(noticesQuery(request))
  const { said, say } = useAnnouncement()
  const testing = useAct(testTargetMutation(request))
  const [asking, setAsking] = useState<Asking | null>(null)
  usePageTitle(words.title)
  useReturnFocus(data !== undefined)

  const test = (target: NoticeTarget) =>
    testing.mutate(target, { onSuccess: (delivery) => say(`${target.name}: ${told.outcome(delivery)}`) })
  const noteSaved = ({ target: { name }, secret }: NewNoticeTarget) => {
    say(asking?.kind === 'change' ? words.saidChanged(name) : words.saidAdded(name))
    setAsking(secret === null ? null : { kind: 'secret', name, secret })
  }
  return (
    <div className={styles.page}>
      <NoticesHeader
        isMailSetUp={data?.isMailSetUp ?? null}
        onAdd={(target) => setAsking({ kind: 'add', target })}
      />
      {data && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      <Card title={words.targets} help={<Help to="console#where-to-tell" about={words.targets} />}>
        <InlineFailure error={testing.error} />
        {data ? (
          <>
            {!data.isMailSetUp && (
              <p id={NO_MAIL_ID} className={styles.reason}>
                {words.noMailServer} <code>SMTP_URL</code> {words.and} <code>MAIL_FROM</code>.
              </p>
            )}
            <TargetList
              targets={data.targets}
              testingId={testing.isPending ? testing.variables.id : null}
              onTest={test}
              onAsk={(kind, target) => setAsking({ kind, target })}
            />
          </>
        ) : (
          <Skeleton lines={12} narrow={24} />
        )}
      </Card>
      {data && (
        <>
          <NextNotices notices={data} />
          <Sent targetIds={new Set(data.targets.map(({ id }) => id))} say={say} />
        </>
      )}
      <Announcement said={said} />
      {asking && data && (
        <Asked asking={asking} targets={data.targets} onAsk={setAsking} onSaved={noteSaved} say={say} />
      )}
    </div>
  )
}
