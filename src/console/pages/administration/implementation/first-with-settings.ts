import type { First } from '#contract/errors.ts'
import type { Implementation } from '#contract/implementation.ts'

type Settings = Pick<Implementation['settings'], 'changedBy' | 'changedAt'>

/** Who has thrown the switch since; undefined where nobody has, though another setting may have changed. */
export const firstWithSettings = (
  { changedBy: by, changedAt: at }: Settings,
  seen: Settings,
): First | undefined =>
  by === null || at === null || at === seen.changedAt ? undefined : { changed: 'settings', by, at }
