import { storedChoice } from './stored-choice.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const choice = storedChoice('theme', themes)
const followers = new Set<(theme: Theme) => void>()

/** The theme this browser was told to use; `system` where nothing was said or nothing may be stored. */
export const storedTheme = (): Theme => choice.read() ?? 'system'

/** Shows a theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  choice.write(theme)
  for (const tell of followers) tell(theme)
}

/** Calls back when a theme is chosen, here or in another tab of this browser. @returns stops it */
export function followTheme(onChosen: (theme: Theme) => void): () => void {
  followers.add(onChosen)
  const stop = choice.follow(() => onChosen(storedTheme()))
  return () => {
    followers.delete(onChosen)
    stop()
  }
}

/** Shows a theme; `tokens.css` follows the attribute. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}
