import { PartPlace } from '../failures/PartPlace.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PopoverButton } from '../ui/PopoverButton.tsx'
import { languageChoice } from './lazy.ts'

/** The language, in the bar. */
export function LanguagePicker() {
  const { shell } = useMessages()
  return (
    <PopoverButton label={shell.language} face={<Icon name="globe" size={18} />}>
      <PartPlace>
        <languageChoice.Component />
      </PartPlace>
    </PopoverButton>
  )
}
