import type { ListedToken, TokenUser } from '#contract/rotation.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { Moment } from '../../../../ui/Moment.tsx'
import { nameOf } from '../caller-name.ts'
import styles from './TokenCells.module.css'
import { useWords } from './use-words.ts'

/** Most callers of a token that are named in its row. */
const NAMED = 2

/** By what a token is known. */
export function TokenCell({ token: { lastFour, createdAt, createdBy } }: { token: ListedToken }) {
  const words = useWords()
  const { shortInstant } = useFormats()
  return (
    <div className={styles.cell}>
      <code translate="no" aria-hidden="true">
        …{lastFour}
      </code>
      <span className="visually-hidden">{words.endingIn(lastFour)}</span>
      <p>{words.made(shortInstant(createdAt), createdBy)}</p>
    </div>
  )
}

type StateProps = { token: ListedToken; isWorking: boolean; nowMs: number }

/** Until when it works and how long that is, or since when it does not and until when it could again. */
export function StateCell({ token, isWorking, nowMs }: StateProps) {
  const words = useWords()
  const { duration, instant } = useFormats()
  const { state, worksUntil, expiresAt, endedAt, endedBy, replacedBy } = token
  if (isWorking) {
    const left = duration(Math.max(0, Math.ceil((Date.parse(worksUntil) - nowMs) / 1000)))
    return (
      <div className={styles.state} data-state="working">
        <Icon name="clock" />
        <p>
          {words.worksUntil} <span>{instant(worksUntil)}</span>
        </p>
        <p>{worksUntil === expiresAt ? words.leftUntilExpiry(left) : words.left(left)}</p>
      </div>
    )
  }
  const isEnded = state === 'ended'
  const who = isEnded ? endedBy : replacedBy
  return (
    <div className={styles.state} data-state="over">
      <Icon name="ended" />
      <p>
        <span>{isEnded ? words.ended : words.overSince}</span>{' '}
        <Moment at={isEnded && endedAt !== null ? endedAt : worksUntil} />
      </p>
      <p>
        {who !== null && <span>{isEnded ? words.by(who) : words.replacedBy(who)}</span>}{' '}
        <span>{words.canWorkUntil(instant(expiresAt))}</span>
      </p>
    </div>
  )
}

/** Who uses it, the latest first. */
export function UsersCell({ token: { usedBy, lastUsedAt } }: { token: ListedToken }) {
  const words = useWords()
  const { number } = useFormats()
  const named = usedBy.latest.slice(0, NAMED)
  const left = usedBy.count - named.length
  if (usedBy.count === 0) return lastUsedAt === null ? words.neverUsed : words.nobody
  return (
    <div className={styles.cell}>
      {named.map((user) => (
        <User key={user.caller?.id ?? ''} user={user} />
      ))}
      {left > 0 && <p>{words.more(left, number(left))}</p>}
    </div>
  )
}

function User({ user: { caller, calls, refused, lastCallAt } }: { user: TokenUser }) {
  const words = useWords()
  const { number } = useFormats()
  const name = caller === null ? words.otherCallers : (nameOf(caller).name ?? words.unknownCaller)
  return (
    <>
      <b>{name}</b>
      <p>
        <span>
          {refused > 0 ? words.refusedCalls(refused, number(refused)) : words.calls(calls, number(calls))}
        </span>
        , {words.last} <Moment at={lastCallAt} />
      </p>
    </>
  )
}
