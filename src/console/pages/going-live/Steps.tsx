import styles from './GoingLivePage.module.css'

type Step = { title: string; advice: string }
type Part = { title: string; steps: Record<string, Step> }

type Props = {
  parts: Part[]
  /** By the step that it belongs to. */
  typed?: Readonly<Record<string, string>>
}

/** Steps in parts, numbered through all of them. */
export function Steps({ parts, typed = {} }: Props) {
  return parts.map(({ title, steps }, index) => (
    <section key={title} className={styles.part}>
      <h3>{title}</h3>
      <ol start={1 + stepsIn(parts.slice(0, index))}>
        {Object.entries(steps).map(([name, step]) => (
          <li key={name}>
            <strong>{step.title}</strong> {step.advice}
            {typed[name] !== undefined && (
              <code translate="no" className={styles.typed}>
                {typed[name]}
              </code>
            )}
          </li>
        ))}
      </ol>
    </section>
  ))
}

const stepsIn = (parts: Part[]) => parts.reduce((sum, { steps }) => sum + Object.keys(steps).length, 0)
