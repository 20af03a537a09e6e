import { useId } from 'react'
import { useNavigate } from 'react-router-dom'
import { moveFocusOn } from '../../return-focus.ts'
import { Link } from '../../shell/Link.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './NextSteps.module.css'
import { takeFocus } from './take-focus.ts'
import { useWords } from './use-words.ts'

/** What the first person does next, told once, before the page on which they do it. */
export function NextSteps({ home }: { home: string }) {
  const { next } = useWords()
  const navigate = useNavigate()
  const id = useId()
  const goOn = () => {
    moveFocusOn()
    void navigate(home)
  }
  return (
    <Card heading="h1" title={next.title} advice={next.advice}>
      <ol id={id} className={styles.steps}>
        {Object.entries(next.steps).map(([name, { title, advice }]) => (
          <li key={name}>
            <strong>{title}</strong> {advice}
          </li>
        ))}
      </ol>
      <p>
        {next.callers} <Link to="/going-live">{next.goingLive}</Link>
      </p>
      <Button ref={takeFocus} aria-describedby={id} variant="primary" onClick={goOn}>
        {next.go}
      </Button>
    </Card>
  )
}
