import LanguageChoice from '../../shell/LanguageChoice.tsx'
import ThemeChoice from '../../shell/ThemeChoice.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from './use-words.ts'

/** The same choices as in the bar, kept by this browser. */
export function Appearance() {
  const words = useWords()
  return (
    <Card title={words.appearance} advice={words.appearanceAdvice}>
      <LanguageChoice layout="fill" />
      <ThemeChoice layout="fill" />
    </Card>
  )
}
