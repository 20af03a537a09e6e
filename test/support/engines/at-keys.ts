import { expect } from 'vitest'
import { type Keys, namesOfFocus } from '../focus.ts'
import type { Engine } from './engine.ts'
import { chord, letters } from './keys.ts'

/** A person at the keys of a browser, who sees what it shows. */
export type Person = Keys & {
  type: (text: string) => Promise<unknown>
  /** Waits until the control has the focus that is so named. */
  isAt: (name: string) => Promise<void>
  /** Presses Tab, or the key, until the control has the focus whose name begins so. */
  tabTo: (name: string, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** Waits until the text is to be seen. */
  sees: (text: string | RegExp) => Promise<void>
}

export function atKeys(engine: Engine): Person {
  const look = async <Seen>(lookAt: () => Seen): Promise<Seen> =>
    JSON.parse(await engine.evaluate(`JSON.stringify((${String(lookAt)})() ?? null)`))

  async function press(key: string) {
    // What waits for something that it must know first does nothing, on purpose.
    if (['Enter', 'Space'].includes(key)) await expect.poll(() => look(isWaiting)).toBe(false)
    await engine.perform(chord(key))
  }

  return {
    look,
    press,
    type: (text) => engine.perform(letters(text)),
    isAt: (name) => expect.poll(() => look(namesOfFocus)).toContain(name),
    async tabTo(name, key = 'Tab') {
      const passed: (string | undefined)[] = []
      for (let presses = 0; presses < 40; presses += 1) {
        const names = await look(namesOfFocus)
        if (names.some((own) => own.startsWith(name))) return
        passed.push(names[0])
        await press(key)
      }
      throw new Error(`${key} never reached ${name}, but ${passed.join(', ')}`)
    },
    sees: (text) => expect.poll(() => look(() => document.body.innerText)).toMatch(text),
  }
}

const isWaiting = () => document.querySelector(":focus:is([aria-disabled='true'], :disabled)") !== null
