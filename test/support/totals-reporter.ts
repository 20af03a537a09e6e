import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with one plain line that any CI can read: `N passed, N failed`. */
export default class TotalsReporter implements Reporter {
  /** @param strayErrors what no test caught; each fails the run, and so counts here */
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length
    const failed = count('failed') + brokenFiles + strayErrors.length
    process.stdout.write(`\n${count('passed')} passed, ${failed} failed\n`)
  }
}
