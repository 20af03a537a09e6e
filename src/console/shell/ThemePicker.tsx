import { useEffect, useState } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { chooseTheme, followTheme, storedTheme, themes, type Theme } from '../theme.ts'
import { Icon } from '../ui/Icon.tsx'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'

const icons = { system: 'system', light: 'sun', dark: 'moon' } as const

/** Light, dark, or as the system has it. */
export function ThemePicker() {
  const { shell } = useMessages()
  const [theme, setTheme] = useState(storedTheme)
  useEffect(() => followTheme(setTheme), [])
  const choose = (chosen: Theme) => {
    chooseTheme(chosen)
    setTheme(chosen)
  }
  return (
    <PopoverButton label={shell.theme} face={<Icon name={icons[theme]} size={18} />}>
      <RadioGroup
        legend={shell.theme}
        choices={themes.map((value) => ({ value, label: shell.themes[value], icon: icons[value] }))}
        value={theme}
        onChange={choose}
      />
    </PopoverButton>
  )
}
