import { useEffect, useState } from 'react'
import { followTheme, storedTheme } from '../theme.ts'

export const themeIcons = { system: 'system', light: 'sun', dark: 'moon' } as const

/** The theme that was chosen, wherever that was done. */
export function useTheme() {
  const [theme, setTheme] = useState(storedTheme)
  useEffect(() => followTheme(setTheme), [])
  return theme
}
