import type { RefusedSinceChange, RefusingChange } from '#contract/refused-calls.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { Help } from '../../../../shell/Help.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { Moment } from '../../../../ui/Moment.tsx'
import styles from './RefusedCard.module.css'
import { shortOf, TokenText } from './TokenText.tsx'
import { useWords } from './use-words.ts'

/** How many calls are refused, since what and by whom, and when last. @param id of the heading */
export function RefusedHead({ id, refused }: { id: string; refused: RefusedSinceChange }) {
  const { calls, changes, lastCallAt } = refused
  const words = useWords()
  const { number } = useFormats()
  const [latest, ...before] = changes
  if (latest === undefined) return null
  const { kind, lastFour } = latest
  return (
    <header className={styles.head}>
      <Icon name="error" size={18} />
      <div>
        <h2 id={id}>
          {before.length === 0 ? (
            <TokenText
              text={words.title[kind](calls, number(calls), shortOf(lastFour))}
              lastFour={lastFour}
            />
          ) : (
            words.titleOfSeveral(calls, number(calls))
          )}
        </h2>
        {before.length === 0 ? (
          <p>
            <Change change={latest} />
          </p>
        ) : (
          <ul>
            {changes.map((change) => (
              <li key={`${change.kind} ${change.at} ${change.lastFour}`}>
                <Change change={change} />: <span>{words.calls(change.calls, number(change.calls))}</span>
              </li>
            ))}
          </ul>
        )}
        <p>
          {words.lastRefused} <Moment at={lastCallAt} />
        </p>
        <Help to="console#refused-calls" about={words.titleOfSeveral(calls, number(calls))} />
      </div>
    </header>
  )
}

function Change({ change }: { change: RefusingChange }) {
  const { kind, at, by, lastFour } = change
  const words = useWords()
  return (
    <>
      <TokenText text={words.happened[kind](by ?? '', shortOf(lastFour))} lastFour={lastFour} />
      {', '}
      <Moment at={at} />
    </>
  )
}
