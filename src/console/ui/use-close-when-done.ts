import { useEffect, useRef, useState } from 'react'

/**
 * For a dialog that stays open until what it asks for is done. Where it is not, it stays as it is, with what was chosen,
 * and whoever knows why shows it there.
 *
 * @param onClose called once it is done, unless the dialog was closed meanwhile
 */
export function useCloseWhenDone(onClose: () => void): {
  isPending: boolean
  closeWhenDone: (done: Promise<unknown>) => void
} {
  const [isPending, setPending] = useState(false)
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])
  return {
    isPending,
    closeWhenDone: (done) => {
      setPending(true)
      done.then(
        () => isOpen.current && onClose(),
        () => setPending(false),
      )
    },
  }
}
