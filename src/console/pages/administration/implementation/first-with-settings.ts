import type { First } from '#contract/errors.ts'
import type { Implementation } from '#contract/implementation.ts'

/** Who changed the settings last; undefined where nobody has. */
export const firstWithSettings = ({
  changedBy: by,
  changedAt: at,
}: Implementation['settings']): First | undefined =>
  by === null || at === null ? undefined : { changed: 'settings', by, at }
