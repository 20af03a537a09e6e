import { type Column, Table } from '../../ui/Table.tsx'
import styles from './GoingLivePage.module.css'
import { useWords } from './use-words.ts'
import type { Words } from './words/en.ts'

type Refusal = { advice: keyof Words['developer']['refusals']['advices']; answers: string[] }

/** What the profile API answers, which is English in every language, by what is to be done then. */
const REFUSALS: Refusal[] = [
  { advice: 'none', answers: ['401 This client requires a profile authentication token'] },
  {
    advice: 'over',
    answers: ['401 The token was replaced by a newer one at …', '401 The token was ended by hand at …'],
  },
  { advice: 'expired', answers: ['401 The token expired at …'] },
  {
    advice: 'unknown',
    answers: ['401 The token is not known', '401 The token is not whole or not one of this service'],
  },
  { advice: 'otherClient', answers: ['401 The token is of another client'] },
  {
    advice: 'otherKind',
    answers: ['401 This is an access token of the admin API …', '403 This is a debugger token …'],
  },
  {
    advice: 'malformed',
    answers: [
      '400 The Authorization header must read: Bearer, one blank, the token',
      '400 The Authorization header stands more than once …',
      '400 Send the token in the Authorization header only',
    ],
  },
  { advice: 'unavailable', answers: ['503 Whether this call is allowed cannot be checked …'] },
]

/** What each refusal means for whoever wrote the call. */
export function Refusals() {
  const words = useWords().developer.refusals
  return (
    <section className={styles.refusals}>
      <h3>{words.title}</h3>
      <p>{words.advice}</p>
      <Table
        label={words.title}
        columns={columnsIn(words)}
        rows={REFUSALS}
        keyOf={(refusal) => refusal.advice}
      />
    </section>
  )
}

const columnsIn = ({ answer, toDo, advices }: Words['developer']['refusals']): Column<Refusal>[] => [
  { title: answer, cell: answersOf },
  { title: toDo, cell: ({ advice }) => advices[advice] },
]

const answersOf = ({ answers }: Refusal) => (
  <ul lang="en" translate="no">
    {answers.map((said) => (
      <li key={said}>{said}</li>
    ))}
  </ul>
)
