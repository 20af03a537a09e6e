import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { firstHourOf } from '#console/pages/administration/implementation/callers/periods.ts'
import { readersTimeZone } from '#console/pages/administration/implementation/callers/queries.ts'
import { scenarios } from '#mock/scenarios.ts'
import { network } from '../../support/console-setup.ts'
import { openImplementation } from '../open-console.tsx'

const callersAddress = '*/console/v1/callers'
const theCard = () => within(screen.getByRole('region', { name: 'Callers' }))
const theRows = () =>
  within(theCard().getByRole('table', { name: 'Callers' }))
    .getAllByRole('row')
    .slice(1)
/** What the cells of a row say. */
const cellsOf = (row: HTMLElement) =>
  [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent)
const rowOf = (name: string) => {
  const row = theRows().find(({ textContent }) => textContent.includes(name))
  if (row === undefined) throw new Error(`There is no row of ${name}.`)
  return within(row)
}

describe('the card of callers', () => {
  it('says that nobody has called yet, and what will stand there', async () => {
    await openImplementation('off')

    expect(theCard().getByText(/^No call of the profile API has come yet\./)).toBeVisible()
    expect(theCard().queryByRole('table')).not.toBeInTheDocument()
    expect(theCard().queryByRole('slider')).not.toBeInTheDocument()
  })

  it('has a row for each, who needs something first', async () => {
    await openImplementation('prepared')

    expect(
      theCard().getByText(/^3 callers made \d+ calls\. 2 of them send the current token now\.$/),
    ).toBeVisible()
    expect(theRows().map(cellsOf)).toEqual([
      // Before six in the morning its first call is older than the seven days that are shown.
      ['192.0.2.44Name itcurl', expect.stringMatching(/^1[89]$/), 'reads', expect.any(String), 'No token'],
      [
        'Point of sale198.51.100.20 · Java-http-client',
        expect.stringMatching(/^\d+$/),
        'single updates',
        expect.any(String),
        expect.stringMatching(/^Current tokensince /),
      ],
      [
        'Nightly CRM job203.0.113.7 · python-requests',
        expect.stringMatching(/^\d$/),
        'bulk updates',
        expect.any(String),
        expect.stringMatching(/^Current tokensince /),
      ],
    ])
  })

  it('looks right with one', async () => {
    await openImplementation({ jobs: scenarios.callers.jobs.slice(0, 1) })

    expect(theCard().getByText(/^1 caller made \d+ calls\.$/)).toBeVisible()
    expect(theRows()).toHaveLength(1)
  })

  it('shows the first of five hundred, all others together, and each when it is asked', async () => {
    const { user } = await openImplementation('many-callers')

    expect(theRows()).toHaveLength(21)
    expect(theRows().map(cellsOf).at(-1)?.[0]).toMatch(/^All other callers/)
    expect(
      theCard().getByText('500 callers made 503 calls. There is no room in the list for all who call.'),
    ).toBeVisible()

    await user.click(theCard().getByRole('button', { name: 'Show all 500' }))

    expect(theRows()).toHaveLength(501)
    expect(theCard().queryByRole('button', { name: /^Show all/ })).not.toBeInTheDocument()
  })

  it('finds one of many by its address', async () => {
    const { user } = await openImplementation('many-callers')
    const search = theCard().getByRole('searchbox', { name: 'Find a caller by name, address or program' })

    await user.type(search, '2001:db8:0:1f::1f3')
    expect(theRows()).toHaveLength(1)
    expect(theCard().getByText('1 caller found')).toBeInTheDocument()

    await user.clear(search)
    await user.type(search, 'nobody')
    expect(theCard().getAllByText('0 callers found')).not.toHaveLength(0)
    expect(theCard().queryByRole('table', { name: 'Callers' })).not.toBeInTheDocument()
  })

  it('says of what was refused how often, when last and why', async () => {
    const { operator, client } = await openImplementation({
      isRequired: true,
      token: { age: 9000, lifetime: 86_400 },
    })
    const read = '/rest/v1/profiles/thirdPartyId/1?client=northwindretail'
    await operator.call('GET', read, undefined, { Authorization: 'Bearer abc' })

    await act(() => client.invalidateQueries({ queryKey: ['callers'] }))

    expect(await theCard().findByText(/^1 refused, last/)).toBeVisible()
    expect(theCard().getAllByText('Something that is no token')).toHaveLength(2)
  })

  it('is out of date, and says so, when it cannot be loaded again', async () => {
    const { client } = await openImplementation('callers')
    network.use(http.get(callersAddress, () => HttpResponse.json({}, { status: 500 })))

    await act(() => client.invalidateQueries({ queryKey: ['callers'] }))

    expect(await theCard().findByText('What you see may be out of date')).toBeVisible()
    expect(theRows()).toHaveLength(3)
  })
})

describe('the time that is looked at', () => {
  it.each([
    { period: '24 hours', id: '24h', columns: 24 },
    { period: '30 days', id: '30d', columns: 30 },
  ] as const)(
    'of $period has $columns columns from the reader’s first hour',
    async ({ period, id, columns }) => {
      const { user } = await openImplementation('callers')
      const asked: string[] = []
      network.events.on('request:start', ({ request }) => {
        const { pathname, searchParams } = new URL(request.url)
        if (pathname === '/console/v1/callers') asked.push(searchParams.get('from') ?? '')
      })

      await user.click(theCard().getByRole('radio', { name: period }))
      await user.click(theCard().getByRole('radio', { name: 'Table' }))

      const label = id === '24h' ? 'Calls by the hour' : 'Calls by the day'
      await waitFor(() =>
        expect(within(theCard().getByRole('table', { name: label })).getAllByRole('row')).toHaveLength(
          columns + 1,
        ),
      )
      expect(asked).toEqual([new Date(firstHourOf(id, Date.now(), readersTimeZone())).toISOString()])
    },
  )
})

describe('the chart', () => {
  const theChart = () => theCard().getByRole('slider', { name: 'Calls by the day' })
  const readout = () => theChart().getAttribute('aria-valuetext')

  it('is one stop for the keyboard, at which each column is told in words', async () => {
    await openImplementation('prepared')

    expect(theChart()).toHaveAttribute('max', '6')
    expect(readout()).toMatch(/^today, \d+ calls?/)
    fireEvent.change(theChart(), { target: { value: '4' } })
    expect(readout()).toMatch(
      /^\w+, \w+ \d+, \d+ calls, \d+ with the current token, \d+ without a token that works$/,
    )
    expect(
      theCard().getByText(readout()?.replace(/^(.*?\d), .*/, '$1') ?? '', { selector: 'b' }),
    ).toBeInTheDocument()
  })

  it('says the same as the table', async () => {
    const { user } = await openImplementation('prepared')
    const told: string[] = []
    for (let column = 6; column >= 0; column -= 1) {
      fireEvent.change(theChart(), { target: { value: String(column) } })
      told.push(/(\d+) calls?/.exec(readout() ?? '')?.[1] ?? '')
    }

    await user.click(theCard().getByRole('radio', { name: 'Table' }))

    const rows = within(theCard().getByRole('table', { name: 'Calls by the day' }))
      .getAllByRole('row')
      .slice(1)
    expect(rows.map((row) => cellsOf(row)[1])).toEqual(told)
  })

  it('has a legend with how many calls of each kind there were', async () => {
    await openImplementation('prepared')

    const items = theCard()
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(items).toEqual([
      expect.stringMatching(/^With the current token \d+$/),
      expect.stringMatching(/^Without a token that works \d+$/),
    ])
  })
})

describe('a caller’s name', () => {
  it('is given where it stands, and is on the whole page then', async () => {
    const { user } = await openImplementation('prepared')

    await user.click(rowOf('192.0.2.44').getByRole('button', { name: 'Name it: 192.0.2.44' }))
    expect(theCard().getByRole('textbox')).toHaveFocus()
    await user.keyboard('  Price check {Enter}')

    await waitFor(() => expect(rowOf('Price check').getByText('192.0.2.44 · curl')).toBeVisible())
    expect(rowOf('Price check').getByRole('button', { name: 'Name of Price check' })).toHaveFocus()
    expect(await screen.findByText(/Price check/, { selector: 'p b' })).toBeVisible()
  })

  it('is taken away by an empty one', async () => {
    const { user } = await openImplementation('prepared')

    await user.click(rowOf('Point of sale').getByRole('button', { name: 'Name of Point of sale' }))
    await user.clear(theCard().getByRole('textbox'))
    await user.keyboard('{Enter}')

    expect(await theCard().findByRole('button', { name: 'Name it: 198.51.100.20' })).toHaveFocus()
  })

  it('stays as it was on Escape, and when nothing was changed', async () => {
    const { user, requests } = await openImplementation('prepared')
    const rename = () => rowOf('Point of sale').getByRole('button', { name: 'Name of Point of sale' })

    await user.click(rename())
    await user.keyboard('Something else{Escape}')
    expect(rename()).toHaveFocus()

    await user.click(rename())
    await user.keyboard('{Enter}')
    expect(rename()).toHaveFocus()
    expect(requests).toEqual([])
  })

  it('is kept in its field, with what was wrong, when it cannot be saved', async () => {
    const { user } = await openImplementation('prepared')
    network.use(http.patch(`${callersAddress}/:id`, () => HttpResponse.error()))

    await user.click(rowOf('192.0.2.44').getByRole('button', { name: 'Name it: 192.0.2.44' }))
    await user.keyboard('Price check{Enter}')

    expect(await theCard().findByRole('alert')).toHaveTextContent(
      /^Error: The service could not be reached\./,
    )
    expect(theCard().getByRole('textbox')).toHaveValue('Price check')
  })
})
