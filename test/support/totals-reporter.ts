import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Closes a run with the statuses of each operation that were seen, what did not run, how long each tier took, and one plain line that any CI can read: `N passed, N failed`. */
export default class TotalsReporter implements Reporter {
  private startedAtMs = 0
  /** When the last file of each tier was done; one tier begins when the one before it ends. */
  private readonly endedAtMs = new Map<string, number>()

  onTestRunStart(): void {
    this.startedAtMs = performance.now()
    this.endedAtMs.clear()
  }

  onTestModuleEnd({ project }: TestModule): void {
    this.endedAtMs.set(project.name, performance.now())
  }

  /** @param strayErrors what no test caught; each fails the run, and so counts here */
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length
    const failed = count('failed') + brokenFiles + strayErrors.length
    process.stdout.write(`\n${answersIn(tests)}${notRun(tests)}${this.tiers().join(', ')}\n`)
    process.stdout.write(`${count('passed')} passed, ${failed} failed\n`)
  }

  private tiers(): string[] {
    let beganAtMs = this.startedAtMs
    return Array.from(this.endedAtMs, ([name, endedAtMs]) => {
      const seconds = Math.round((endedAtMs - beganAtMs) / 1000)
      beganAtMs = endedAtMs
      return `${name} ${seconds} s`
    })
  }
}

/** What the machine lacks a program for is told. */
function notRun(tests: TestCase[]): string {
  const skipped = tests.filter((test) => test.result().state === 'skipped' && test.options.mode === 'skip')
  return skipped.map(({ fullName }) => `Not run: ${fullName}\n`).join('')
}

/** Which statuses of which operations were answered in the tests; each as declared, or its test failed. */
function answersIn(tests: TestCase[]): string {
  const seen = [...new Set(tests.flatMap((test) => test.meta().answers ?? []))].toSorted()
  const byOperation = Map.groupBy(seen, (answer) => answer.split(' ')[0] ?? '')
  const lines = [...byOperation].map(
    ([operation, answers]) =>
      `  ${operation.padEnd(26)}${answers.map((answer) => answer.split(' ')[1]).join(' ')}\n`,
  )
  return lines.length === 0 ? '' : `Statuses of each operation that were answered:\n${lines.join('')}`
}
