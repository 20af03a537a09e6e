import { useCallback, useState } from 'react'

/** What is to be heard; `count` tells it from the same words before. */
export type Said = { words: string; count: number }

/** Words for screen readers alone, for what the eye sees happen. Each `say` is heard, the same words again too. */
export function useAnnouncement() {
  const [said, setSaid] = useState<Said>({ words: '', count: 0 })
  const say = useCallback((words: string) => setSaid(({ count }) => ({ words, count: count + 1 })), [])
  return { said, say }
}
