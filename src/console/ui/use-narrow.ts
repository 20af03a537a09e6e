import { useSyncExternalStore } from 'react'

/** As in the style sheets: the navigation has no column of its own there. */
const narrow = () => matchMedia('(width < 60rem)')

function subscribe(onChange: () => void) {
  const query = narrow()
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** Whether the bar has room only for what leads on; what else it holds is then in the user menu. */
export const useNarrow = () => useSyncExternalStore(subscribe, () => narrow().matches)
