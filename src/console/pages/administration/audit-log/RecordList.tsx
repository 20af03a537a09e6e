import { useState } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useRequest } from '../../../request-context.ts'
import { Button } from '../../../ui/Button.tsx'
import { useAct } from '../../../use-act.ts'
import { Days } from './Days.tsx'
import type { Filters } from './filters.ts'
import { type ShownLog, showOlderMutation } from './queries.ts'
import styles from './RecordList.module.css'
import { useWords } from './use-words.ts'

type Props = {
  filters: Filters
  log: ShownLog
  /** Whether it is still what other filters let through. */
  isComing: boolean
}

/** The records that the filters let through, and a way to those that follow. */
export function RecordList({ filters, log: { records, older }, isComing }: Props) {
  const words = useWords()
  const { mutate: showOlder, isPending, error } = useAct(showOlderMutation(useRequest()))
  const [firstNew, setFirstNew] = useState<string>()
  if (records.length === 0 && !isComing) return <p>{words.none}</p>
  return (
    <div className={styles.list} aria-busy={isComing}>
      <Days entries={records} focused={firstNew} />
      <InlineFailure error={error} />
      {older !== null && (
        <div>
          <Button
            isPending={isPending}
            onClick={() =>
              showOlder(
                { filters, before: older },
                { onSuccess: (following) => setFirstNew(following.records[0]?.id) },
              )
            }
          >
            {words.showOlder}
          </Button>
        </div>
      )}
    </div>
  )
}
