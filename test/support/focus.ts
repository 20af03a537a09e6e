/** A page as the keys have it. */
export type Keys = {
  press: (key: string) => Promise<unknown>
  /** Runs it in the page, where it knows nothing of what is here. */
  look: <Seen>(lookAt: () => Seen) => Promise<Seen>
}

/** @returns the names of what has the focus: as it is written, as its label is, and as it is told */
export function namesOfFocus(): string[] {
  const element = document.activeElement
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  const written = (labels[0] ?? element)?.textContent?.trim() ?? ''
  const told = ['aria-label', 'title'].map((name) => element?.getAttribute(name))
  return [written, ...told.filter((name) => typeof name === 'string')]
}

export type Stop = {
  /** Whether the focus was there before in the round. */
  isKnown: boolean
  /** Tag and name of what has the focus; null where nothing has. */
  what: string | null
  /** Where it is, unless all of it can be seen. */
  hidden: string | null
  hasRing: boolean
}

/**
 * Presses the key until the focus comes where it was before.
 *
 * @param isOver whether the round ends before that
 * @returns the stops on the way
 */
export async function stopsOf(
  { press, look }: Keys,
  key: 'Tab' | 'Shift+Tab',
  isOver: (stop: Stop) => boolean = () => false,
): Promise<Stop[]> {
  const stops: Stop[] = []
  await look(beginRound)
  for (;;) {
    await press(key)
    const stop = await look(lookAtStop)
    if (stop.isKnown || isOver(stop)) return stops
    stops.push(stop)
  }
}

/** @param where they are */
export const hiddenAmong = (stops: Stop[], where: string): string[] =>
  stops.filter(({ hidden }) => hidden !== null).map(({ what, hidden }) => `${where}: ${what}, ${hidden}`)

function beginRound(): void {
  Object.assign(globalThis, { round: new Set() })
}

function lookAtStop(): Stop {
  const element = document.activeElement
  const round: Set<Element | null> = Reflect.get(globalThis, 'round')
  const isKnown = round.has(element)
  round.add(element)
  if (element === null || element === document.body)
    return { isKnown, what: null, hidden: null, hasRing: false }

  // A slider that is there for keys alone shows its ring around it.
  const shown = getComputedStyle(element).opacity === '0' ? element.parentElement : element
  const isSeenAt = (x: number, y: number) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && shown?.contains(top) === true
  }
  const isSeen = [...(shown?.getClientRects() ?? [])].every(({ left, right, top, bottom, width, height }) => {
    const [x, y] = [left + width / 2, top + height / 2]
    // What is taller than half of the window stands at the edge that the focus came from.
    if (height > innerHeight / 2) return isSeenAt(x, top + 1.5) || isSeenAt(x, bottom - 1.5)
    const inside = 1.5
    return (
      isSeenAt(x, top + inside) &&
      isSeenAt(x, bottom - inside) &&
      isSeenAt(left + inside, y) &&
      isSeenAt(right - inside, y)
    )
  })
  const { top, bottom } = element.getBoundingClientRect()
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  return {
    isKnown,
    what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40)}`,
    hidden: isSeen ? null : `${Math.round(top)} to ${Math.round(bottom)} px`,
    hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  }
}
