import LanguageChoice from '../../shell/LanguageChoice.tsx'
import ThemeChoice from '../../shell/ThemeChoice.tsx'
import { Help } from '../../shell/Help.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from './use-words.ts'

/** The same choices as in the bar, kept by this browser. */
export function Appearance() {
  const words = useWords()
  return (
    <Card
      title={words.appearance}
      help={<Help to="console#language-and-theme" about={words.appearance} />}
      advice={words.appearanceAdvice}
    >
      <LanguageChoice layout="fill" />
      <ThemeChoice layout="fill" />
    </Card>
  )
}
