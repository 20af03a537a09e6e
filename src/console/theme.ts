export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const KEY = 'theme'

/** The theme this browser was told to use; `system` where nothing was said or nothing may be stored. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY)
    return themes.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

/** Shows a theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // A browser that stores nothing still shows it until the page is left.
  }
}

/** Calls back when another tab of this browser chooses a theme. @returns stops it */
export function followTheme(onChosen: (theme: Theme) => void): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) onChosen(storedTheme())
  }
  window.addEventListener('storage', follow)
  return () => window.removeEventListener('storage', follow)
}

/** Shows a theme; `tokens.css` follows the attribute. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}
