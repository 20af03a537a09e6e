import type { Reporter, TestModule } from 'vitest/node'

/** Closes a run with how long each tier took and one plain line that any CI can read: `N passed, N failed`. */
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
    process.stdout.write(`\n${this.tiers().join(', ')}\n${count('passed')} passed, ${failed} failed\n`)
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
