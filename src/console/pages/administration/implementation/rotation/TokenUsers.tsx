import type { TokenUsers as Users } from '#contract/rotation.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Moment } from '../../../../ui/Moment.tsx'
import { TimeZone } from '../../../../ui/TimeZone.tsx'
import { nameOf } from '../caller-name.ts'
import styles from './TokenUsers.module.css'
import { useWords } from './use-words.ts'

/** Most that are named in a question; the list of all is on the page. */
const NAMED = 3

/** Who uses a token, the latest call first. */
export function TokenUsers({ usedBy: { count, latest } }: { usedBy: Users }) {
  const words = useWords()
  const { number } = useFormats()
  const named = latest.slice(0, NAMED)
  const left = count - named.length
  return (
    <>
      <ul className={styles.users}>
        {named.map(({ caller, lastCallAt }) => {
          const { name, detail } =
            caller === null ? { name: words.otherCallers, detail: null } : nameOf(caller)
          return (
            <li key={caller?.id ?? ''}>
              <span>
                <b>{name ?? words.unknownCaller}</b> {detail}
              </span>
              <span>
                {words.lastCall} <Moment at={lastCallAt} />
              </span>
            </li>
          )
        })}
        {left > 0 && <li>{words.more(left, number(left))}</li>}
      </ul>
      <TimeZone />
    </>
  )
}
