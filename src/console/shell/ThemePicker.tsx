import { PartPlace } from '../failures/PartPlace.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { themeChoice } from './lazy.ts'
import { themeIcons, useTheme } from './use-theme.ts'

/** The theme, in the bar. */
export function ThemePicker() {
  const { shell } = useMessages()
  return (
    <PopoverButton label={shell.theme} face={<Icon name={themeIcons[useTheme()]} size={18} />}>
      <PartPlace>
        <themeChoice.Component />
      </PartPlace>
    </PopoverButton>
  )
}
