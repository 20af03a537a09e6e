import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openImplementation, theGenerateButton } from '../open-console.tsx'
import { rowsOf, seen, theCard, theWays } from './card.ts'

describe('the card of refused calls', () => {
  it('says how many, since what and by whom, and when last, above all other cards', async () => {
    await openImplementation('refused-after-end')

    const [first] = screen.getAllByRole('heading', { level: 2 }).filter((heading) => heading.closest('main'))
    expect(theCard()).toContainElement(first ?? null)
    expect(first).toHaveAccessibleName(/^12 calls refused since the token ending in \w{4} was ended$/)
    expect(seen(first)).toMatch(/^12 calls refused since …\w{4} was ended$/)
    const [change, last] = within(theCard()).getAllByText(/./, { selector: 'header p' })
    expect(seen(change)).toMatch(/^Olivia Park ended …\w{4}, /)
    expect(last).toHaveTextContent(/^Last refused call: 1 minute ago \(\d+:\d\d [AP]M\)$/)
    expect(within(theCard()).getByText(/^Times are in /)).toBeVisible()
  })

  it('says whose calls, how many, why, and when last', async () => {
    await openImplementation('refused-after-end')

    expect(rowsOf(theCard())).toEqual([
      [
        'Point of sale198.51.100.20 · Java-http-client',
        '12',
        expect.stringMatching(/^Sends …\w{4}, ended by hand$/),
        expect.stringMatching(/^1 minute ago \(/),
      ],
    ])
  })

  it('says what each change has refused, where there are several, and what each token would let in', async () => {
    await openImplementation('refused-after-several')

    expect(screen.getByRole('heading', { name: '11 calls refused after several changes' })).toBeVisible()
    expect(within(theCard()).getAllByRole('listitem').map(seen)).toEqual([
      expect.stringMatching(/^Olivia Park ended …\w{4}, .*: 4 calls$/),
      expect.stringMatching(/^Olivia Park ended …\w{4}, .*: 5 calls$/),
      expect.stringMatching(/^Olivia Park turned on Require Authentication, .*: 2 calls$/),
    ])
    expect(rowsOf(theCard()).map(([, , why]) => why)).toEqual([
      expect.stringMatching(/^Sends …\w{4}, ended by hand$/),
      expect.stringMatching(/^Sends …\w{4}, ended by handSome of its calls are let in\.$/),
      'Sends no token',
    ])
    expect(theWays()).toEqual([
      expect.stringMatching(
        /^Letting …\w{4} work again would have let in 5 of these 11\. It then works until /,
      ),
      expect.stringMatching(
        /^Letting …\w{4} work again would have let in 4 of these 11\. It then works until /,
      ),
      'These scripts and apps need the current token: its header is below.',
    ])
    expect(
      screen.getAllByRole('button', { name: /^Let the token ending in \w{4} work again$/ }),
    ).toHaveLength(2)
  })

  it('leads to Generate where a token has expired and none works', async () => {
    const { user } = await openImplementation('refused-after-expiry')

    expect(screen.getByRole('heading', { name: /^96 calls refused since .* expired$/ })).toBeVisible()
    expect(theWays()).toEqual([
      expect.stringMatching(/^…\w{4} has expired and cannot work again\.$/),
      'No token works. Generate a new one and update your scripts and apps.',
    ])
    expect(screen.queryByRole('button', { name: /^Let / })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Go to Generate New Profile Authentication Token' }))

    expect(theGenerateButton()).toHaveFocus()
  })

  it('does not offer a token that was ended for good', async () => {
    await openImplementation('refused-for-good')

    expect(theWays()).toEqual([
      expect.stringMatching(/^…\w{4} was ended for good and can never work again\.$/),
      'These scripts and apps need the current token: its header is below.',
    ])
    expect(screen.queryByRole('button', { name: /^Let / })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Turn off Require Authentication…' })).toBeVisible()
  })

  it('shows the first of many callers, more when asked, and says how many are left', async () => {
    const { user } = await openImplementation('many-refused')
    expect(rowsOf(theCard())).toHaveLength(4)
    expect(screen.getByText('and 36 more callers')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Show more' }))

    expect(rowsOf(theCard())).toHaveLength(10)
    expect(screen.getByText('and 30 more callers')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Show fewer', expanded: true })).toHaveFocus()
  })
})

describe('without calls that a change has refused', () => {
  it('there is no card, no number, and nothing is asked for it', async () => {
    const { requests } = await openImplementation('token-live')

    expect(screen.queryByRole('region', { name: /refused/ })).not.toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Implementation', hidden: true })).toBeInTheDocument()
    expect(requests).not.toContain('GET /console/v1/callers/refused')
  })
})
