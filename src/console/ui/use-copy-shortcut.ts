import { useEffect, useEffectEvent } from 'react'

/**
 * Gives the keys that copy a use where they have none: pressed while nothing is selected, no text field has the focus
 * and no dialog is open.
 */
export function useCopyShortcut(onCopy: () => void): void {
  const copyNow = useEffectEvent(onCopy)

  useEffect(() => {
    const copyUnlessSelected = (event: Event) => {
      if (event.defaultPrevented || !isIdle(event.target)) return
      event.preventDefault()
      if (event.type === 'copy') copyNow()
    }
    // Safari and Chrome on a Mac offer to copy without a selection only where `beforecopy` was taken.
    document.addEventListener('beforecopy', copyUnlessSelected)
    document.addEventListener('copy', copyUnlessSelected)
    return () => {
      document.removeEventListener('beforecopy', copyUnlessSelected)
      document.removeEventListener('copy', copyUnlessSelected)
    }
  }, [])
}

const TEXT_FIELD = 'textarea, input:not([type=checkbox], [type=radio])'

function isIdle(target: EventTarget | null): boolean {
  if (target instanceof Element && target.matches(TEXT_FIELD)) return false
  return getSelection()?.isCollapsed !== false && document.querySelector('dialog[open]') === null
}
