import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { openConsole, theSwitch, turnOn } from './open-console.tsx'

type Opened = Awaited<ReturnType<typeof openConsole>>

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Does to every text what a browser does that translates a page, also to what comes later; the words stay as they are. */
function translatePage(): void {
  const translate = () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: Text[] = []
    while (texts.nextNode()) if (texts.currentNode instanceof Text) found.push(texts.currentNode)
    for (const text of found) {
      if (text.data.trim() === '' || text.parentElement?.closest('font, [translate=no], textarea, style'))
        continue
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      outer.append(inner)
      inner.append(text.data)
      text.replaceWith(outer)
    }
  }
  const observer = new MutationObserver(translate)
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  stops.push(() => observer.disconnect())
  translate()
}

/** What is read on the page, without what differs from one run to the next. */
const read = () =>
  (document.body.textContent ?? '')
    .replaceAll(/•+\w+|tpa_\w+|\b[A-Za-z0-9]{4}\b/g, '')
    .replaceAll(/\d+/g, '0')
    .replaceAll(/\s+/g, ' ')

const press = async ({ user }: Opened, name: string | RegExp) =>
  user.click(await screen.findByRole('button', { name }))

async function inDialog({ user }: Opened, name: string | RegExp) {
  const dialog = within(await screen.findByRole('alertdialog'))
  const button = dialog.getByRole('button', { name })
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'))
  await user.click(button)
}

const walks: [string, string, ScenarioName, (opened: Opened) => Promise<unknown>][] = [
  [
    'turns the switch on and off, and generates',
    pages.implementation.path,
    'off',
    async (opened) => {
      const { user } = opened
      await user.click(await screen.findByRole('switch'))
      await turnOn(user)
      await screen.findByText('Only calls with a token that works are let in.', { exact: false })
      await press(opened, /^Generate New/)
      await press(opened, 'Hide Authentication Token')
      await press(opened, 'Reveal Authentication Token')
      await user.click(screen.getByRole('radio', { name: 'cURL' }))
      await user.click(theSwitch())
      await inDialog(opened, 'Turn off')
      await screen.findByText('Every call is let in', { exact: false })
      await waitFor(() => expect(theSwitch()).not.toHaveAttribute('aria-disabled'))
    },
  ],
  [
    'copies what the browser refuses twice',
    pages.implementation.path,
    'token-live',
    async (opened) => {
      await screen.findByRole('switch')
      Reflect.deleteProperty(navigator, 'clipboard')
      await press(opened, /^Copy Authentication Token/)
      await screen.findByText('Press Ctrl+C to copy')
      await press(opened, /^Copy Client code/)
      await press(opened, /^Copy Authentication Token/)
      await press(opened, /^Copy Client code/)
    },
  ],
]

it.each(walks)('%s on a page that the browser translates', async (_what, path, scenario, walk) => {
  await walk(await openConsole(path, scenario))
  const expected = read()
  cleanup()

  const opened = await openConsole(path, scenario)
  translatePage()
  await walk(opened)

  await waitFor(() => expect(read()).toBe(expected))
})
