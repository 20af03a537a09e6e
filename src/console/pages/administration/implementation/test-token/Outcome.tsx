import { useId } from 'react'
import type { CheckedSecret, Edit, Finding, TokenCheck } from '#contract/token-check.ts'
import { useFormats } from '../../../../messages/MessagesProvider.tsx'
import { useServiceNow } from '../../../../messages/service-clock.ts'
import { CopyButton } from '../../../../ui/CopyButton.tsx'
import { CopyStatus } from '../../../../ui/CopyStatus.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { useCopy } from '../../../../ui/use-copy.ts'
import { factsOf, letsIn, verdictOf } from './facts.ts'
import { shownPlace } from './place-in-line.ts'
import styles from './TestToken.module.css'
import { explanationOf, faultOf } from './told.ts'
import { useWords } from './use-words.ts'

type Props = {
  /** What was tested. */
  text: string
  check: TokenCheck
  clientCode: string
  isRequired: boolean
} & Pick<CopyProps, 'onRefused' | 'onSelect'>

/** What was found in one sentence, where it is, and what is true of the token without it. */
export function Outcome({ text, check, clientCode, isRequired, ...onCopying }: Props) {
  const words = useWords()
  const { number } = useFormats()
  const { findings, secret } = check
  const [first, ...others] = findings
  const isLetIn = secret !== null && letsIn(secret.verdictAsPasted)
  const refused = isRequired ? words.refused : words.willBeRefused
  const what = first ? faultOf(first, words) : secret ? verdictOf(secret, words) : null
  const title = isLetIn ? (what === null ? words.letIn : words.letInUnless(what)) : refused(what ?? '')

  return (
    <>
      <Notice tone={!isLetIn ? 'error' : first ? 'warning' : 'success'} title={title}>
        {first && <p>{explanationOf(first, words, number)}</p>}
        {first && <Place text={text} finding={first} edits={secret?.edits ?? []} />}
        {others.length > 0 && (
          <ul className={styles.others}>
            {others.map((finding) => (
              <li key={`${finding.kind} ${finding.start}`}>
                {words.also(faultOf(finding, words), number(finding.character))}
              </li>
            ))}
          </ul>
        )}
        {secret?.edits && secret.edits.length > 0 && (
          <CopyMended text={text} edits={secret.edits} {...onCopying} />
        )}
      </Notice>
      {secret && <Facts secret={secret} findings={findings} clientCode={clientCode} />}
    </>
  )
}

/** Only the neighbours of the fault, so that it can be shown to a colleague. */
function Place({ text, finding, edits }: { text: string; finding: Finding; edits: readonly Edit[] }) {
  const shown = shownPlace(text, finding, edits)
  if (shown === null) return null
  return (
    <code className={styles.place} translate="no">
      {shown.before}
      <mark data-missing={shown.isMissing || undefined}>{shown.marked}</mark>
      {shown.behind}
    </code>
  )
}

type CopyProps = {
  text: string
  edits: readonly Edit[]
  /** Called with the corrected line where the browser does not copy it, then to select it. */
  onRefused: (mended: string) => void
  onSelect: () => void
}

function CopyMended({ text, edits, onRefused, onSelect }: CopyProps) {
  const words = useWords()
  const { state, copy } = useCopy(onSelect, text)
  const mended = edits
    .toReversed()
    .reduce((line, { start, end, insert }) => line.slice(0, start) + insert + line.slice(end), text)
  return (
    <>
      <CopyButton
        state={state}
        word={isOnlyRemoved(edits) ? words.copyWithout : words.copyMended}
        onClick={() => void copy(mended, () => onRefused(mended))}
      />
      <CopyStatus state={state} isCopiedShown={false} />
    </>
  )
}

const isOnlyRemoved = (edits: readonly Edit[]) => edits.every(({ insert }) => insert === '')

type FactsProps = { secret: CheckedSecret; findings: readonly Finding[]; clientCode: string }

function Facts({ secret, findings, clientCode }: FactsProps) {
  const words = useWords()
  const formats = useFormats()
  const now = useServiceNow()
  const id = useId()
  const title =
    findings.length === 0
      ? words.aboutToken
      : secret.edits && isOnlyRemoved(secret.edits)
        ? words.withoutIt
        : words.onceMended
  return (
    <section className={styles.facts} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {factsOf(secret, { clientCode, now }, words, formats).map(({ text, sign }) => (
          <li key={text} data-sign={sign}>
            <Icon name={sign} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
