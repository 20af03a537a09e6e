/** Longest that a try may take; whoever asked for one waits for it, and the console for 10 s. */
export const TRY_LIMIT_MS = 8000

/** Waits for something until then. @throws Error when it has not come by then */
export const untilAborted = <Result>(work: Promise<Result>, signal: AbortSignal) =>
  new Promise<Result>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('It took too long.')), {
      once: true,
    })
    work.then(resolve, reject)
  })

/** What the system calls an error; null for one of another kind. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
