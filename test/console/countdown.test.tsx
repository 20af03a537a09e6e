import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openImplementation, theTokenField } from './open-console.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (milliseconds: number) => {
  act(() => void vi.advanceTimersByTime(milliseconds))
}
const expiresIn = () => screen.getByText('Expires In').nextElementSibling?.textContent

const ofPage = (requests: string[]) =>
  requests.filter((request) => request === 'GET /console/v1/implementation')

describe('Expires In', () => {
  it('counts down by itself', async () => {
    const { requests } = await openImplementation('token-live')
    expect(expiresIn()).toBe('62 days, 9 hours, 53 minutes')

    pass(2 * 60_000)

    expect(expiresIn()).toBe('62 days, 9 hours, 51 minutes')
    expect(ofPage(requests)).toEqual([])
  })

  it('shows minutes and seconds in the last hour, and seconds in the last minute', async () => {
    await openImplementation({ isRequired: true, token: { age: 0, lifetime: 3700 } })
    expect(expiresIn()).toBe('1 hour, 1 minute')

    pass(101_000)
    expect(expiresIn()).toBe('59 minutes, 59 seconds')

    pass(59 * 60_000)
    expect(expiresIn()).toBe('59 seconds')
  })

  it('does not believe the clock of the browser', async () => {
    await openImplementation('token-live')

    vi.setSystemTime(Date.now() - 40 * 86_400_000)
    pass(1000)

    expect(expiresIn()).toBe('62 days, 9 hours, 53 minutes')
  })

  it('reaches the warning by itself', async () => {
    await openImplementation({ isRequired: true, token: { age: 0, lifetime: 14 * 86_400 + 60 } })
    expect(screen.queryByText(/^The token expires on/)).not.toBeInTheDocument()

    pass(60_000)

    expect(screen.getByText(/^The token expires on/)).toBeVisible()
  })

  it('reaches the end by itself, and takes away what works no more', async () => {
    await openImplementation({ isRequired: true, token: { age: 0, lifetime: 60 } })
    expect(theTokenField()).toBeVisible()

    pass(60_000)

    expect(screen.queryByText('Expires In')).not.toBeInTheDocument()
    expect(screen.getByText('Expired', { selector: 'dt' })).toBeVisible()
    expect(screen.getByText('The token has expired', { selector: 'p' })).toBeVisible()
    expect(screen.getByText('The token has expired', { selector: 'output *' })).toBeInTheDocument()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })
})

describe('waking', () => {
  it('is right after the machine slept under the page', async () => {
    const { requests } = await openImplementation('token-live')

    vi.setSystemTime(Date.now() + 50 * 60_000)
    pass(3000)

    await waitFor(() => expect(expiresIn()).toMatch(/^62 days, 9 hours, [23] minutes$/))
    expect(ofPage(requests)).toHaveLength(1)
  })

  it('loads anew though the clock was set back by an hour', async () => {
    const { requests } = await openImplementation('token-live')
    pass(500)
    vi.setSystemTime(Date.now() - 3_600_000)

    act(() => void window.dispatchEvent(new Event('focus')))

    await waitFor(() => expect(ofPage(requests)).toHaveLength(1))
  })

  it('loads anew by itself once the clock was set back', async () => {
    const { requests } = await openImplementation('token-live')
    pass(500)

    vi.setSystemTime(Date.now() - 3_600_000)
    pass(1000)

    await waitFor(() => expect(ofPage(requests)).toHaveLength(1))
  })

  it.each([
    ['comes into view', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['gets the focus', () => window.dispatchEvent(new Event('focus'))],
    ['is online again', () => window.dispatchEvent(new Event('online'))],
  ])('loads anew when the page %s', async (_what, happen) => {
    const { requests } = await openImplementation('token-live')
    pass(5000)

    if (_what === 'is online again') act(() => void window.dispatchEvent(new Event('offline')))
    act(() => void happen())

    await waitFor(() => expect(ofPage(requests)).toHaveLength(1))
  })
})
