import type { SettingsChanges } from '#contract/audit-details.ts'
import { named } from './named.ts'
import type { Telling } from './telling.ts'

const SWITCH = 'enableProfileApiAuthentication'

/** Longer ones are told in the detail alone. */
const LONGEST_VALUE = 60

/** Who changed which settings; the switch first, and a single other one with what it was. */
export function settingsSentence(changes: SettingsChanges, telling: Telling, who: string): string {
  const { sentences, requireAuthentication } = telling.words
  const { [SWITCH]: switched, ...others } = changes
  const names = telling.formats.list(Object.keys(others).map(named))
  if (switched) {
    const turned = (switched.after === true ? sentences.turnedOn : sentences.turnedOff)(
      who,
      named(requireAuthentication),
    )
    return names === '' ? turned : turned + sentences.andChanged(names)
  }
  const [only, ...more] = Object.values(others)
  if (only === undefined || more.length > 0) return sentences.settingsChanged(who, names)
  const after = valueOf(only.after, telling)
  const before = only.before === undefined || only.before === null ? null : valueOf(only.before, telling)
  if (after.length > LONGEST_VALUE || (before?.length ?? 0) > LONGEST_VALUE)
    return sentences.settingsChanged(who, names)
  return before === null
    ? sentences.settingChangedTo(who, names, after)
    : sentences.settingChanged(who, names, before, after)
}

/** Every changed setting with what it was, where that was kept, and what it is. */
export function settingsFacts(changes: SettingsChanges, telling: Telling): [label: string, text: string][] {
  return Object.entries(changes).map(([name, change]) => {
    const { words } = telling
    const after = valueOf(change.after, telling)
    const label = name === SWITCH ? words.requireAuthentication : words.facts.setting(name)
    return [label, 'before' in change ? `${valueOf(change.before, telling)} → ${after}` : after]
  })
}

function valueOf(value: unknown, { words }: Telling): string {
  if (value === null || value === undefined) return words.notSet
  if (typeof value === 'boolean') return value ? words.on : words.off
  return typeof value === 'string' ? value : JSON.stringify(value)
}
