import { useLazyWords } from '../lazy-words/lazy-words.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { chooseTheme, themes } from '../theme.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { themeIcons, useTheme } from './use-theme.ts'

/** Light, dark, or as the system has it. */
export default function ThemeChoice({ layout = 'column' }: { layout?: 'column' | 'fill' }) {
  const { shell } = useMessages()
  const panels = useLazyWords('panels')
  return (
    <RadioGroup
      legend={shell.theme}
      layout={layout}
      choices={themes.map((value) => ({ value, label: panels.themes[value], icon: themeIcons[value] }))}
      value={useTheme()}
      onChange={chooseTheme}
    />
  )
}
