import { useEffect, useState } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { chooseTheme, followTheme, storedTheme, themes } from '../theme.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'

export const themeIcons = { system: 'system', light: 'sun', dark: 'moon' } as const

/** The theme that was chosen, wherever that was done. */
export function useTheme() {
  const [theme, setTheme] = useState(storedTheme)
  useEffect(() => followTheme(setTheme), [])
  return theme
}

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const { shell } = useMessages()
  return (
    <RadioGroup
      legend={shell.theme}
      choices={themes.map((value) => ({ value, label: shell.themes[value], icon: themeIcons[value] }))}
      value={useTheme()}
      onChange={chooseTheme}
    />
  )
}
