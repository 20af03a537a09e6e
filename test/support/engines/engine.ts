import type { KeyAction } from './keys.ts'

/** The window of a browser of another engine than Chromium, as it is driven by whatever it takes orders by. */
export type Engine = {
  /** What the browser calls itself, with its version. */
  version: string
  /** Settles once the page is loaded. */
  goTo: (url: string) => Promise<void>
  /** @param expression whose value is a text @returns the text */
  evaluate: (expression: string) => Promise<string>
  /** Real keys, in the order given. */
  perform: (keys: KeyAction[]) => Promise<void>
  /** Sizes the page, in CSS pixels. */
  resize: (width: number, height: number) => Promise<void>
}

/** A browser that the machine may have. */
export type EngineKind = {
  name: string
  /** What it takes, by the names of their programs. */
  programs: readonly string[]
  /** The Debian packages that bring them. */
  packages: readonly string[]
  /** Starts it on an empty profile, until the test ends. @param paths of its programs */
  start: (paths: readonly string[]) => Promise<Engine>
}
