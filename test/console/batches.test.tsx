import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

const listAddress = '*/console/v1/batches'

async function open(scenario: Parameters<typeof openConsole>[1] = 'batches', search = '') {
  const opened = await openConsole(pages.batches.path + search, scenario)
  await screen.findByRole('heading', { level: 1, name: 'Batches' })
  return opened
}

const theTable = () => screen.findByRole('table', { name: 'Batches' })
const theRows = async () =>
  within(await theTable())
    .getAllByRole('row')
    .slice(1)
const rowWith = async (text: string) => {
  await within(await theTable()).findByText(text)
  const row = (await theRows()).find(({ textContent }) => textContent.includes(text))
  if (row === undefined) throw new Error(`There is no row with ${text}.`)
  return within(row)
}

describe('the list of batches', () => {
  it('has each of them with what became of it, the newest first', async () => {
    await open()

    const states = (await theRows()).map((row) => row.querySelector('[data-title=State]')?.textContent)
    expect(states).toEqual([
      '0%0 of 4,800 rows',
      expect.stringMatching(/^Stuck at row 10 of 1,800 rowsApplying it failed again and again;/),
      expect.stringMatching(/^2 rows applied\. 1 failed\.\s+See the rowCSV$/),
      'All applied',
      'Refused, nothing was storedThe caller was told: Line 2 has 4 cells, the header names 3; write a comma inside a value as %2C.',
      expect.stringMatching(/^0 rows applied\.\s+1 profile not found\.v1 updates only profiles that exist\./),
    ])
    expect((await rowWith('192.0.2.44')).getByText('v2 · thirdPartyId')).toBeVisible()
  })

  it('is cut by filters, which stand in the address', async () => {
    const { user } = await open()
    await theRows()

    await user.click(screen.getByRole('radio', { name: 'Stuck 1' }))
    await waitFor(async () => expect(await theRows()).toHaveLength(1))
    await user.selectOptions(screen.getByLabelText('Time'), 'Last 24 hours')

    expect(location.search).toBe('?only=stuck&period=24h')
    expect(screen.getByRole('radio', { name: 'Stuck 1' })).toBeChecked()
  })

  it('says which part of the address means nothing', async () => {
    await open('batches', '?only=odd&period=7d')

    expect(screen.getByText('only=odd')).toBeVisible()
    expect(await screen.findByLabelText('Time')).toHaveDisplayValue('Last 7 days')
  })

  it('tells that none has come yet from that none fits', async () => {
    await open('off')
    expect(await screen.findByText(/^No batch has come yet\./)).toBeVisible()
  })

  it('says that none fits the filters', async () => {
    await open('batches-many', '?only=stuck')
    expect(await screen.findByText('No batch fits these filters.')).toBeVisible()
  })

  it('shows those that follow when it is asked', async () => {
    const { user } = await open('batches-many')
    expect(await theRows()).toHaveLength(50)

    await user.click(screen.getByRole('button', { name: 'Show older batches' }))
    await waitFor(async () => expect(await theRows()).toHaveLength(100))
    expect((await theRows())[50]?.contains(document.activeElement)).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Show older batches' }))

    await waitFor(async () => expect(await theRows()).toHaveLength(120))
    expect(screen.queryByRole('button', { name: 'Show older batches' })).not.toBeInTheDocument()
  })

  it('is asked for again while one of them is being applied', async () => {
    const { requests } = await open()
    const asked = () => requests.filter((request) => request === 'GET /console/v1/batches').length

    await theRows()
    await waitFor(() => expect(asked()).toBeGreaterThan(2))
  })

  it('is left as it was, and says so, when it cannot be loaded again', async () => {
    await open()
    await theRows()
    network.use(http.get(listAddress, () => HttpResponse.json({}, { status: 500 })))

    expect(await screen.findByText('What you see may be out of date')).toBeVisible()
    expect(await theRows()).toHaveLength(6)
  })
})

describe('a stuck batch', () => {
  it('is tried again, which stands beside it', async () => {
    const { user } = await open('batches', '?only=stuck')

    await user.click((await rowWith('Stuck at row 1')).getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('The batch is tried again.')).toBeInTheDocument()
    await screen.findByText('No batch fits these filters.')
    expect(document.activeElement).toBe(document.getElementById('content'))
    await user.click(screen.getByRole('radio', { name: /^All/ }))
    expect(await screen.findByText(/^Tried again by Ana \w+ on /)).toBeVisible()
  })

  it('is given up once that is confirmed, which says what it means', async () => {
    const { user } = await open()

    await user.click((await rowWith('Stuck at row 1')).getByRole('button', { name: 'Give up…' }))
    const question = within(screen.getByRole('alertdialog'))
    expect(question.getByText('Give up 1,800 rows that were not applied?')).toBeVisible()
    expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.click(question.getByRole('button', { name: 'Give up' }))

    expect(await screen.findByText('Given up: 1,800 rows were not applied')).toBeVisible()
    expect(screen.getByText(/^Given up by Ana \w+ on /)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
    expect(document.activeElement).toHaveTextContent(/^Given up: 1,800 rows/)
  })

  it('that somebody else has decided about is left as they decided', async () => {
    const { user, operator } = await open()
    const row = await rowWith('Stuck at row 1')
    const listed = await operator.call('GET', '/console/v1/batches?only=stuck')
    const { batches }: { batches: { batchId: string; stuckSince: string }[] } = await listed.json()
    const [{ batchId, stuckSince } = { batchId: '', stuckSince: '' }] = batches
    await operator.call('POST', `/console/v1/batches/${batchId}/give-up`, { stuckSince })

    await user.click(row.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('Given up: 1,800 rows were not applied')).toBeVisible()
  })

  it.each(['', '?only=stuck'])(
    'is asked about no more once somebody else has decided, whatever is shown: %s',
    async (search) => {
      const { user, operator, client } = await open('batches', search)
      await user.click((await rowWith('Stuck at row 1')).getByRole('button', { name: 'Give up…' }))
      const listed = await operator.call('GET', '/console/v1/batches?only=stuck')
      const { batches }: { batches: { batchId: string; stuckSince: string }[] } = await listed.json()
      const [{ batchId, stuckSince } = { batchId: '', stuckSince: '' }] = batches

      await operator.call('POST', `/console/v1/batches/${batchId}/try-again`, { stuckSince })
      await act(() => client.invalidateQueries())

      await screen.findByText(/^Things have changed since you saw them/)
      const question = within(screen.getByRole('alertdialog'))
      expect(question.getByRole('button')).toHaveFocus()
      await user.keyboard('{Enter}')
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
      expect(document.activeElement).not.toBe(document.body)
    },
  )

  it('is nothing to decide about for who may only look', async () => {
    await open({ batches: 'of-every-kind', role: 'observer' })

    await rowWith('Stuck at row 1')
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  })
})

describe('one batch', () => {
  it('is shown with its rows that were not applied, by line, and the way back', async () => {
    const { user } = await open('batches', '?only=with-failures')

    await user.click((await rowWith('2 rows applied.')).getByRole('link', { name: 'See the row' }))

    const failures = await screen.findByRole('table', { name: 'Rows that were not applied' })
    expect(
      within(failures)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual(['customer-14The profile would hold more than 64 KB.'])
    expect(screen.getByRole('link', { name: 'All of them as CSV' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/console\/v1\/batches\/northwindretail-\d+-\d+\/failures\.csv$/),
    )

    await user.click(screen.getByRole('link', { name: 'All batches' }))
    expect(location.search).toBe('?only=with-failures')
    expect(await theTable()).toBeVisible()
  })

  it('that is not there is said to be so', async () => {
    await open('batches', '?batch=none')

    expect(await screen.findByText('What you asked for is not there any more.')).toBeVisible()
  })
})
