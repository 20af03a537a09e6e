/** As WebDriver has it, over either of its protocols. */
export type KeyAction = { type: 'keyDown' | 'keyUp'; value: string }

/** The characters by which WebDriver calls keys that write none. */
const NAMED: Record<string, string> = {
  Shift: '\uE008',
  Control: '\uE009',
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

/** The keys of a chord such as `Shift+Tab`, which are released in the other order. */
export function chord(keys: string): KeyAction[] {
  const values = keys.split('+').map((key) => NAMED[key] ?? key)
  return [
    ...values.map((value) => ({ type: 'keyDown' as const, value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp' as const, value })),
  ]
}

export const letters = (text: string): KeyAction[] => Array.from(text).flatMap(chord)
