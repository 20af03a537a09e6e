import { onTestFinished, vi } from 'vitest'

/**
 * Has the deadlines of this test (`AbortSignal.timeout`) come when it says so, and not before.
 *
 * @returns what lets all come that are no longer than that
 */
export function heldDeadlines(): (milliseconds: number) => void {
  const held: { milliseconds: number; controller: AbortController }[] = []
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const controller = new AbortController()
    held.push({ milliseconds, controller })
    return controller.signal
  })
  onTestFinished(() => timeout.mockRestore())
  return (passed) => {
    for (const { milliseconds, controller } of held) if (milliseconds <= passed) controller.abort()
  }
}
