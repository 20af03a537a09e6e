import { Fragment } from 'react'
import type { NoticeTarget } from '#contract/notice-targets.ts'
import { handFocusTo } from '../../../hand-focus.ts'
import { languageNames } from '../../../messages/languages.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { TimeZone } from '../../../ui/TimeZone.tsx'
import { ADD_ID } from './NoticesHeader.tsx'
import { Outcome } from './Outcome.tsx'
import styles from './TargetList.module.css'
import { useWords } from './use-words.ts'

const handFocusOn = handFocusTo(ADD_ID)

type Props = {
  targets: readonly NoticeTarget[]
  /** Id of the one that a test is being sent to. */
  testingId: string | null
  onTest: (target: NoticeTarget) => void
  onAsk: (act: 'change' | 'remove', target: NoticeTarget) => void
}

const icons = { webhook: 'link', email: 'mail' } as const

/** Everyone who is told, of what, and what happened last. */
export function TargetList({ targets, testingId, onTest, onAsk }: Props) {
  const words = useWords()
  if (targets.length === 0) return <p className={styles.none}>{words.noTargets}</p>
  return (
    <>
      <ul className={styles.targets}>
        {targets.map((target) => (
          <li key={target.id} ref={handFocusOn}>
            <Facts target={target} />
            <Last target={target} />
            <div className={styles.acts}>
              <Act
                act={words.sendTest}
                target={target}
                icon="send"
                isPending={testingId === target.id}
                onClick={() => onTest(target)}
              />
              <Act act={words.change} target={target} onClick={() => onAsk('change', target)} />
              <Act act={words.remove} target={target} asksFirst onClick={() => onAsk('remove', target)} />
            </div>
          </li>
        ))}
      </ul>
      {targets.some(({ last }) => last !== null) && <TimeZone />}
    </>
  )
}

function Facts({ target: { kind, name, address, language, kinds } }: { target: NoticeTarget }) {
  const words = useWords()
  return (
    <div className={styles.facts}>
      <span className={styles.sign}>
        <Icon name={icons[kind]} />
      </span>
      <h3>{name}</h3>
      <code translate="no">{breakable(address)}</code>
      <p>
        {kinds.map((one) => words.kinds[one]).join(', ')}
        {language !== null && <span>{`. ${words.inLanguage(languageNames[language])}`}</span>}
      </p>
    </div>
  )
}

/** Where an address may go on in the next line: before what begins a part of it. */
const breakable = (address: string) =>
  address.split(/(?<=[^/:])(?=[/@?&])/).map((part, index) => (
    <Fragment key={`${index} ${part}`}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))

function Last({ target: { last } }: { target: NoticeTarget }) {
  const words = useWords()
  if (last === null) return <p className={styles.none}>{words.nothingSent}</p>
  return (
    <Outcome delivery={last}>
      {last.state !== 'waiting' && last.lastTryAt !== null && <Moment at={last.lastTryAt} />}
    </Outcome>
  )
}

type ActProps = {
  act: string
  target: NoticeTarget
  icon?: 'send'
  asksFirst?: boolean
  isPending?: boolean
  onClick: () => void
}

function Act({ act, target, icon, asksFirst = false, isPending = false, onClick }: ActProps) {
  const words = useWords()
  return (
    <Button
      size="small"
      variant={asksFirst ? 'asks-first' : 'secondary'}
      icon={icon}
      isPending={isPending}
      aria-label={words.of(act, target.name)}
      onClick={onClick}
    >
      {act}
    </Button>
  )
}
