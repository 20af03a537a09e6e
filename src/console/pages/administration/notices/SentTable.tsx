import type { Delivery } from '#contract/notice-deliveries.ts'
import { handFocusTo } from '../../../hand-focus.ts'
import { Button } from '../../../ui/Button.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { Outcome } from './Outcome.tsx'
import styles from './Sent.module.css'
import { useTelling } from './use-telling.ts'
import { useWords } from './use-words.ts'

/** The list, which stays when a row's button goes. */
const LIST_ID = 'sent-notices'
const handFocusOn = handFocusTo(LIST_ID)

type Acts = {
  /** Ids of the targets that are there to be sent to. */
  targetIds: ReadonlySet<string>
  /** Id of the delivery that is being tried. */
  pendingId: string | null
  onRetry: (delivery: Delivery) => void
}

/** One notice to one target a row, the newest first. */
export function SentTable({ deliveries, ...acts }: Acts & { deliveries: readonly Delivery[] }) {
  const { sent } = useWords()
  const columns = useColumns(acts)
  return (
    <div id={LIST_ID} tabIndex={-1}>
      <Table label={sent} columns={columns} rows={deliveries} keyOf={({ id }) => id} />
    </div>
  )
}

function useColumns(acts: Acts): Column<Delivery>[] {
  const { columns } = useWords()
  const isThere = ({ target }: Delivery) => acts.targetIds.has(target.id)
  return [
    { title: columns.notice, cell: (delivery) => <NoticeCell delivery={delivery} /> },
    {
      title: columns.to,
      cell: (delivery) => <TargetCell delivery={delivery} isThere={isThere(delivery)} />,
    },
    { title: columns.when, cell: (delivery) => <WhenCell delivery={delivery} /> },
    { title: columns.result, cell: (delivery) => <Outcome delivery={delivery} /> },
    {
      title: columns.acts,
      isTitleHidden: true,
      cell: (delivery) =>
        delivery.state !== 'delivered' &&
        !delivery.isBeingSent &&
        isThere(delivery) && (
          <TryNow
            delivery={delivery}
            isPending={acts.pendingId === delivery.id}
            onRetry={() => acts.onRetry(delivery)}
          />
        ),
    },
  ]
}

function NoticeCell({ delivery: { notice } }: { delivery: Delivery }) {
  const { title, detail } = useTelling().notice(notice)
  return (
    <div className={styles.cell}>
      <span className={styles.title}>{title}</span>
      <p>{detail}</p>
    </div>
  )
}

function WhenCell({ delivery: { createdAt } }: { delivery: Delivery }) {
  return (
    <span className={styles.when}>
      <Moment at={createdAt} />
    </span>
  )
}

function TargetCell({ delivery: { target }, isThere }: { delivery: Delivery; isThere: boolean }) {
  const words = useWords()
  return (
    <div className={styles.cell}>
      {target.name}
      {!isThere && <p>{words.removed}</p>}
    </div>
  )
}

type TryNowProps = { delivery: Delivery; isPending: boolean; onRetry: () => void }

function TryNow({ delivery: { notice, target }, isPending, onRetry }: TryNowProps) {
  const words = useWords()
  const { title } = useTelling().notice(notice)
  return (
    <span className={styles.act}>
      <Button
        ref={handFocusOn}
        size="small"
        isPending={isPending}
        aria-label={words.of(words.tryNow, `${title}, ${target.name}`)}
        onClick={onRetry}
      >
        {words.tryNow}
      </Button>
    </span>
  )
}
