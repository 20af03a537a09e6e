import { useEffect } from 'react'

/** Id of the control that had the focus when the person had to leave; empty for none, null when nobody left. */
let left: string | null = null

/** Notes where the focus is, or was before a question was asked, for when the person comes back through sign-in. */
export function rememberFocus(): void {
  settle()
  const focused = document.activeElement
  left = focused?.closest('dialog')?.dataset['opener'] ?? focused?.id ?? ''
}

/**
 * Asks for the focus to go to the heading of the next page, unless it is known where it was. Who goes on by Tab or pointer
 * before the page is there keeps the focus where they took it.
 */
export function moveFocusOn(): void {
  left ??= ''
  document.addEventListener('keydown', stayWhereTaken, { capture: true })
  document.addEventListener('pointerdown', stayWhereTaken, { capture: true })
}

/**
 * Gives the focus back after sign-in: to the control that had it, else to the page's heading.
 *
 * @param isReady whether the page is there
 */
export function useReturnFocus(isReady: boolean): void {
  useEffect(() => {
    if (!isReady || left === null) return
    ;(document.getElementById(left) ?? headingOfPage())?.focus()
    settle()
  }, [isReady])
}

function headingOfPage(): HTMLElement | null {
  const heading = document.querySelector('h1')
  if (heading) heading.tabIndex = -1
  return heading
}

function stayWhereTaken(event: Event): void {
  if (!('key' in event) || event.key === 'Tab') settle()
}

function settle(): void {
  left = null
  document.removeEventListener('keydown', stayWhereTaken, { capture: true })
  document.removeEventListener('pointerdown', stayWhereTaken, { capture: true })
}
