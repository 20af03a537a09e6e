import { Progress } from '../../../ui/Progress.tsx'
import { useEffect, useId, useRef, useState } from 'react'
import { InlineFailure } from '../../../failures/InlineFailure.tsx'
import { useFormats, useMessages } from '../../../messages/MessagesProvider.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Help } from '../../../shell/Help.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { useAct } from '../../../use-act.ts'
import { sendBatchMutation, type Sending } from './queries.ts'
import type { ReadFile } from './reading/read-file.ts'
import { saveFile } from './save-file.ts'
import styles from './TryPage.module.css'
import { useWords } from './use-words.ts'

type Props = {
  name: string
  found: ReadFile
  maySend: boolean
  onSent: (batchId: string) => void
  onCancelled: () => void
}

/** A file that can be taken, as a batch: to be saved, or sent by whoever may. */
export function SendCard({ name, found, maySend, onSent, onCancelled }: Props) {
  const words = useWords()
  const { failures } = useMessages()
  const { number } = useFormats()
  const id = useId()
  const [version, setVersion] = useState<Sending['version']>('2')
  const [leavesOut, setLeavesOut] = useState(false)
  const [sentBytes, setSentBytes] = useState(0)
  const sendRef = useRef<HTMLButtonElement>(null)
  const underWay = useRef<AbortController>(undefined)
  const { mutate, error, isPending, reset } = useAct(sendBatchMutation())
  useEffect(() => () => underWay.current?.abort(), [])

  const { body, rowCount, faultCount } = found
  const isHeldUp = faultCount > 0 && !leavesOut
  const send = () => {
    const { signal } = (underWay.current = new AbortController())
    setSentBytes(0)
    mutate(
      { body, version, onProgress: setSentBytes, signal },
      { onSuccess: ({ batchId }) => onSent(batchId) },
    )
  }
  const cancel = () => {
    underWay.current?.abort()
    reset()
    sendRef.current?.focus()
    onCancelled()
  }
  const reason = !maySend ? failures.refusals.forbidden.approver : isHeldUp ? words.mendFirst : null
  return (
    <Card
      title={words.asBatch}
      help={<Help to="console#sending-it" about={words.asBatch} />}
      advice={words.asBatchAdvice}
    >
      {faultCount > 0 && (
        <Checkbox
          label={words.leaveOut(faultCount, number(faultCount))}
          isChecked={leavesOut}
          onChange={setLeavesOut}
        />
      )}
      <RadioGroup
        legend={words.profilesThatAreNotThere}
        layout="fill"
        choices={[
          { value: '2', label: words.create },
          { value: '1', label: words.passOver },
        ]}
        value={version}
        onChange={setVersion}
      />
      {isPending && (
        <Progress
          label={words.sending}
          done={sentBytes}
          of={body.size}
          written={words.sentOf(megabytes(sentBytes, number), megabytes(body.size, number))}
        />
      )}
      <InlineFailure error={error} outcome={words.mayBeSent} />
      <div className={styles.acts}>
        <Button
          ref={sendRef}
          variant="primary"
          icon="send"
          isPending={isPending}
          isDisabled={reason !== null}
          aria-describedby={`${id}-reason`}
          onClick={send}
        >
          {words.send(rowCount, number(rowCount))}
        </Button>
        {isPending && <Button onClick={cancel}>{words.cancel}</Button>}
        {!isHeldUp && !isPending && (
          <Button icon="download" onClick={() => saveFile(body, `${name.replace(/\.\w+$/, '')}.batch.txt`)}>
            {words.save}
          </Button>
        )}
      </div>
      <p id={`${id}-reason`} className={styles.muted} hidden={reason === null}>
        {reason}
      </p>
    </Card>
  )
}

const megabytes = (bytes: number, number: (amount: number) => string) =>
  `${number(Math.ceil(bytes / 1024 / 102.4) / 10)} MB`
