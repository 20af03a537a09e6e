import { storedChoice } from './stored-choice.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const choice = storedChoice('theme', themes)

/** The theme this browser was told to use; `system` where nothing was said or nothing may be stored. */
export const storedTheme = (): Theme => choice.read() ?? 'system'

/** Shows a theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  choice.write(theme)
}

/** Calls back when another tab of this browser chooses a theme. @returns stops it */
export const followTheme = (onChosen: (theme: Theme) => void) => choice.follow(() => onChosen(storedTheme()))

/** Shows a theme; `tokens.css` follows the attribute. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}
