import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { ThemeChoice, themeIcons, useTheme } from './ThemeChoice.tsx'

/** The theme, in the bar. */
export function ThemePicker() {
  const { shell } = useMessages()
  return (
    <PopoverButton label={shell.theme} face={<Icon name={themeIcons[useTheme()]} size={18} />}>
      <ThemeChoice />
    </PopoverButton>
  )
}
