import { installed } from '../installed-programs.ts'
import { atKeys } from './at-keys.ts'
import type { EngineKind } from './engine.ts'
import { firefox } from './firefox.ts'
import { webkit } from './webkit.ts'

const paths = ({ programs }: EngineKind) => programs.flatMap((program) => installed(program) ?? [])

/** The engines that the console is tried in besides Chromium, and whether the machine has them. */
export const engines = [firefox, webkit].map((kind) => ({
  ...kind,
  isThere: paths(kind).length === kind.programs.length,
  /** A browser on an empty profile, and a person at its keys, until the test ends. */
  open: async () => {
    const engine = await kind.start(paths(kind))
    return { engine, person: atKeys(engine) }
  },
}))
