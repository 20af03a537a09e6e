import type { Query } from '@tanstack/react-query'

/** How long loaded data are young enough not to be loaded anew, as `staleTime`: never, where the clock was set back since. */
export const youngFor =
  (ms: number) =>
  ({ state }: Pick<Query, 'state'>): number =>
    state.dataUpdatedAt > Date.now() ? -Infinity : ms
