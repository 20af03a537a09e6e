import { batchUpdateV2 } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'
import type { LookUpInput } from '#contract/profiles.ts'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import styles from './LookUpPage.module.css'
import { useWords } from './use-words.ts'

type Props = {
  visitor: LookUpInput
  clientCode: string
  /** Whether the identifier is one of the other kind. */
  isOfOtherKind: boolean
  isPending: boolean
  onLookUp: (visitor: LookUpInput) => void
}

/** There is no such profile: what would create it, and what would not. */
export function NotFound({ visitor, clientCode, isOfOtherKind, isPending, onLookUp }: Props) {
  const words = useWords()
  const { idKind, id } = visitor
  const otherKind = idKind === 'pcId' ? 'thirdPartyId' : 'pcId'
  return (
    <Card title={words.notFound(idKind, id)} help={<Help to="console#one-visitor" about={words.visitor} />}>
      {isOfOtherKind && (
        <div className={styles.other}>
          <p>{words.isOfOtherKind(otherKind)}</p>
          <Button isPending={isPending} onClick={() => onLookUp({ idKind: otherKind, id })}>
            {words.lookUpBy(otherKind)}
          </Button>
        </div>
      )}
      <section className={styles.creates}>
        <h3>{words.whatCreates}</h3>
        <p>{words.createdBy}</p>
        <pre className={styles.typed} translate="no">
          {`POST ${pathOf(batchUpdateV2, { client: clientCode })}\n\nbatch=${idKind},city\n${encodeURIComponent(id)},Oslo`}
        </pre>
        <p className={styles.muted}>{words.notCreatedBy}</p>
      </section>
    </Card>
  )
}
