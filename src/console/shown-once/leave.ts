type Ask = (leave: () => void) => void

/** Asks whoever would lose what is shown once; null while nothing is. */
let asks: Ask | null = null

/** Does what loses whatever is shown once: after a question where something is, else at once. */
export function leave(go: () => void): void {
  if (asks) asks(go)
  else go()
}

/** Has `leave` ask, until what this returns is called. */
export function askBeforeLeaving(ask: Ask): () => void {
  asks = ask
  return () => {
    if (asks === ask) asks = null
  }
}
