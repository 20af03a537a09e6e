import { notifyManager, type QueryClient } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { pages } from '#console/pages.ts'
import type { BrowserSession } from '#mock/browser-session.ts'
import type { Scenario } from '#mock/scenarios.ts'
import { network } from '../../support/console-setup.ts'
import { openConsole, openImplementation } from '../open-console.tsx'
import { callWith, inUse, replaceToken, tokenHeldBy } from './calls.ts'
import { theCard } from './card.ts'

const REFUSED = 'GET /console/v1/callers/refused'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (seconds: number) => {
  act(() => void vi.advanceTimersByTime(seconds * 1000))
}
const theNumber = () => screen.queryByRole('link', { name: /refused$/, hidden: true })
const findHeard = (words: string) => screen.findByText(words, { selector: 'output *' })

/** All that is heard of refused calls from now on. */
function listen(): string[] {
  const heard: string[] = []
  const watcher = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const words = element?.closest('output')?.textContent ?? ''
      if (words.includes('refused') && heard.at(-1) !== words) heard.push(words)
    }
  })
  watcher.observe(document, { childList: true, characterData: true, subtree: true })
  onTestFinished(() => watcher.disconnect())
  return heard
}

/** Lets time pass until so many calls are told of in the navigation. */
async function passUntil(seconds: number, name: string) {
  pass(seconds)
  await screen.findByRole('link', { name, hidden: true })
}

/** Comes when it was next answered which calls are refused, and that is shown. */
const nextAnswer = (client: QueryClient) =>
  new Promise<void>((resolve) => {
    const stop = client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'success') return
      if (event.query.queryKey[0] !== 'refused-calls') return
      stop()
      notifyManager.schedule(resolve)
    })
  })

async function openGoingLive(scenario: Scenario) {
  const opened = await openConsole(pages.goingLive.path, scenario)
  await nextAnswer(opened.client)
  return opened
}

/** Two programs send the token that another approver then replaces; it takes two seconds. */
async function replaced(operator: BrowserSession) {
  const old = await tokenHeldBy(operator)
  await callWith(old, operator, 'till')
  await callWith(old, operator, 'shop')
  pass(1)
  await replaceToken(operator)
  pass(1)
  return old
}

describe('calls that a change has refused', () => {
  it('show by themselves on the page, and are heard when they appear and when more callers are refused', async () => {
    const heard = listen()
    const { operator } = await openImplementation(inUse)
    const old = await replaced(operator)

    await callWith(old, operator, 'till')
    await passUntil(13, 'Implementation, 1 call refused')

    expect(theCard()).toHaveAccessibleName(/^1 call refused since the token ending in \w{4} was replaced$/)

    await callWith(old, operator, 'till')
    await passUntil(15, 'Implementation, 2 calls refused')
    expect(theCard()).toHaveAccessibleName(/^2 calls refused/)

    await callWith(old, operator, 'shop')
    await passUntil(15, 'Implementation, 3 calls refused')
    await findHeard('3 calls refused')
    expect(heard).toEqual(['1 call refused', '3 calls refused'])
  })

  it('have their number in the navigation of every other page', async () => {
    const { operator } = await openGoingLive(inUse)
    const old = await replaced(operator)
    await callWith(old, operator, 'till')

    pass(27)
    expect(theNumber()).not.toBeInTheDocument()
    await passUntil(1, 'Implementation, 1 call refused')

    expect(screen.getByRole('button', { name: 'Pages, 1 call refused' })).toBeInTheDocument()
    expect(await findHeard('1 call refused')).toBeInTheDocument()
  })

  it('are asked for once by page and navigation together, and not heard where the page began with them', async () => {
    const heard = listen()
    const { client, requests } = await openImplementation('refused-after-end')
    expect(theNumber()).toHaveAccessibleName('Implementation, 12 calls refused')
    expect(requests).toEqual([])

    for (let asked = 0; asked < 4; asked += 1) {
      const answer = nextAnswer(client)
      pass(15)
      await answer
    }

    expect(requests.filter((request) => request === REFUSED)).toHaveLength(4)
    expect(heard).toEqual([])
  })

  it('are known to those alone who may see callers', async () => {
    const { operator, requests } = await openImplementation({ ...inUse, role: 'observer' })
    await callWith(await replaced(operator), operator, 'till')

    pass(60)

    expect(theNumber()).not.toBeInTheDocument()
    expect(requests).toEqual([])
  })
})

describe('asking for refused calls', () => {
  it.each([
    { where: 'on the page', open: openImplementation },
    { where: 'on another page', open: openGoingLive },
  ])('stops in a hidden tab and goes on at once when it is seen, $where', async ({ open }) => {
    const { operator, requests } = await open(inUse)
    await callWith(await replaced(operator), operator, 'till')
    requests.length = 0
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')

    pass(600)
    expect(requests).toEqual([])

    hidden.mockReturnValue(false)
    visibility.mockReturnValue('visible')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(
      await screen.findByRole('link', { name: 'Implementation, 1 call refused', hidden: true }),
    ).toBeTruthy()
    expect(requests.filter((request) => request === REFUSED)).toHaveLength(1)
  })

  it('keeps what was known when it fails, and says that it may be out of date', async () => {
    await openImplementation('refused-after-end')
    network.use(http.get('*/console/v1/callers/refused', () => HttpResponse.error()))

    pass(15)

    expect(await screen.findByText('What you see may be out of date', {}, { timeout: 20_000 })).toBeVisible()
    expect(theNumber()).toHaveAccessibleName('Implementation, 12 calls refused')
  })
})
