/** A choice of one of a few values that this browser keeps, for the next visit and for its other tabs. */
export function storedChoice<Value extends string>(key: string, values: readonly Value[]) {
  return {
    /** Undefined where nothing was chosen, or nothing may be stored. */
    read(): Value | undefined {
      try {
        const stored = localStorage.getItem(key)
        return values.find((value) => value === stored)
      } catch {
        return undefined
      }
    },

    write(value: Value): void {
      try {
        localStorage.setItem(key, value)
      } catch {
        // In a browser that stores nothing it holds until the page is left.
      }
    },

    /** Calls back when another tab chooses. @returns stops it */
    follow(onChosen: () => void): () => void {
      const follow = (event: StorageEvent) => {
        if (event.key === key || event.key === null) onChosen()
      }
      window.addEventListener('storage', follow)
      return () => window.removeEventListener('storage', follow)
    },
  }
}
