import { screen, within } from '@testing-library/react'

/** What the eye sees, without what is for the ear. */
export function seen(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const unseen of copy.querySelectorAll('.visually-hidden')) unseen.remove()
  return copy.textContent
}

/** Which calls are refused, and the way back. */
export const theCard = () => screen.getByRole('region', { name: /calls? refused/ })

export const rowsOf = (card: HTMLElement) =>
  within(card)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(seen))

/** What is said of the ways back. */
export const theWays = () =>
  [...theCard().querySelectorAll('p')]
    .filter((line) => line.closest('header, table') === null)
    .map(seen)
    .filter((text) => !text.startsWith('Times are in '))

export const theTurnOffButton = () => screen.getByRole('button', { name: 'Turn off Require Authentication…' })
