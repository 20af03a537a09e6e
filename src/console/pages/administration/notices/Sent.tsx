import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Delivery } from '#contract/notice-deliveries.ts'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { OutOfDate } from '../../../failures/OutOfDate.tsx'
import { useFormats } from '../../../messages/MessagesProvider.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { TimeZone } from '../../../ui/TimeZone.tsx'
import { useAct } from '../../../use-act.ts'
import { type Filter, retryMutation, sentQuery, showOlderMutation } from './queries.ts'
import styles from './Sent.module.css'
import { SentTable } from './SentTable.tsx'
import { useTelling } from './use-telling.ts'
import { useWords } from './use-words.ts'

const FILTERS = ['all', 'waiting', 'failed'] as const satisfies Filter[]

type Props = {
  /** Ids of those that are there to be sent to. */
  targetIds: ReadonlySet<string>
  /** Says to screen readers what the eye sees happen. */
  say: (words: string) => void
}

/** What was sent, what became of it, and when it is tried again. */
export function Sent({ targetIds, say }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const told = useTelling()
  const request = useRequest()
  const [filter, setFilter] = useState<Filter>('all')
  const { data, error, refetch } = useQuery({
    ...sentQuery(request, filter),
    placeholderData: (shown) => shown,
  })
  const older = useAct(showOlderMutation(request))
  const retrying = useAct(retryMutation(request))
  const retry = (delivery: Delivery) =>
    retrying.mutate(delivery, { onSuccess: (retried) => say(told.outcome(retried)) })

  return (
    <Card
      title={words.sent}
      help={<Help to="console#sent" about={words.sent} />}
      advice={words.sentAdvice}
      actions={
        data && (
          <RadioGroup
            legend={words.filter}
            isLegendHidden
            choices={FILTERS.map((value) => ({
              value,
              label: words.filters[value](number(data.counts[value])),
            }))}
            value={filter}
            onChange={setFilter}
          />
        )
      }
    >
      {data && error && <OutOfDate error={error} onRetry={() => void refetch()} />}
      <InlineFailure error={retrying.error} />
      {data === undefined ? (
        <Skeleton lines={24} narrow={48} />
      ) : data.deliveries.length === 0 ? (
        <p className={styles.none}>{words.none[filter]}</p>
      ) : (
        <>
          <SentTable
            deliveries={data.deliveries}
            targetIds={targetIds}
            pendingId={retrying.isPending ? retrying.variables.id : null}
            onRetry={retry}
          />
          <TimeZone />
        </>
      )}
      <InlineFailure error={older.error} />
      {data?.cursor != null && (
        <div>
          <Button
            isPending={older.isPending}
            onClick={() => older.mutate({ filter, cursor: data.cursor ?? '' })}
          >
            {words.showOlder}
          </Button>
        </div>
      )}
    </Card>
  )
}
