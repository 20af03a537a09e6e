import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NewNoticeTarget } from '#contract/notice-targets.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { useRequest } from '../../../request-context.ts'
import { useReturnFocus } from '../../../return-focus.ts'
import { usePageTitle } from '../../../shell/use-page-title.ts'
import { Announcement } from '../../../ui/Announcement.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useAnnouncement } from '../../../ui/use-announcement.ts'
import { Asked, type Asking } from './Asked.tsx'
import { NextNotices } from './NextNotices.tsx'
import { NoticesHeader } from './NoticesHeader.tsx'
import styles from './NoticesPage.module.css'
import { noticesQuery } from './queries.ts'
import { Sent } from './Sent.tsx'
import { TargetList } from './TargetList.tsx'
import { useTargetActs } from './use-target-acts.ts'
import { useWords } from './use-words.ts'

/** Administration > Notices: where to tell, of what, and what became of it. */
export default function NoticesPage() {
  const words = useWords()
  const { data, error, refetch } = useQuery(noticesQuery(useRequest()))
  const { said, say } = useAnnouncement()
  const { testingId, errors, test, remove, replaceSecret } = useTargetActs(say)
  const [asking, setAsking] = useState<Asking | null>(null)
  usePageTitle(words.title)
  useReturnFocus(data !== undefined)

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
      <Card title={words.targets}>
        <InlineFailure error={errors.test} />
        <InlineFailure error={errors.remove} />
        <InlineFailure error={errors.replace} />
        {data ? (
          <TargetList
            targets={data.targets}
            testingId={testingId}
            onTest={test}
            onAsk={(kind, target) => setAsking({ kind, target })}
          />
        ) : (
          <Skeleton lines={5} />
        )}
      </Card>
      {data && (
        <>
          <NextNotices notices={data} />
          <Sent targetIds={new Set(data.targets.map(({ id }) => id))} say={say} />
          <p className={styles.zone}>{words.zone(new Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
        </>
      )}
      <Announcement said={said} />
      {asking && (
        <Asked
          asking={asking}
          onAsk={setAsking}
          onSaved={noteSaved}
          onRemove={remove}
          onReplaceSecret={(target) =>
            replaceSecret(target, (secret) => setAsking({ kind: 'secret', name: target.name, secret }))
          }
        />
      )}
    </div>
  )
}
