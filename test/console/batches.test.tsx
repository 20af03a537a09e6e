import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { type BatchList, listBatches } from '#contract/batches.ts'
import { pages } from '#console/pages.ts'
import { openConsole } from './open-console.tsx'

const PATH = pages.batches.path

async function open(search = '', scenario: Parameters<typeof openConsole>[1] = 'batches') {
  const opened = await openConsole(PATH + search, scenario)
  await screen.findByRole('radio', { name: /^All \d/ })
  return opened
}

const rows = () =>
  within(screen.getByRole('table', { name: 'Batches' }))
    .getAllByRole('row')
    .slice(1)
const rowWith = (text: string | RegExp) => {
  const row = rows().find((one) => within(one).queryByText(text) !== null)
  if (!row) throw new Error(`No row with ${text}`)
  return within(row)
}

describe('the list', () => {
  it('has the newest first, with what became of each', async () => {
    await open()

    const outcomes = rows().map((row) => within(row).getAllByRole('cell')[2]?.textContent)
    expect(outcomes).toEqual([
      '0%0 of 2 rows done',
      expect.stringMatching(/^Stuck0 of 2 rows done.*Nothing is lost/),
      expect.stringMatching(/^Refused, nothing was storedThe caller was told: .*3 cells/),
      expect.stringMatching(/^1 applied and 1 failed/),
      expect.stringMatching(/^0 applied and 2 profiles not found/),
      'All applied',
    ])
  })

  it('says of each who sent it, by which version and key, and how long it took', async () => {
    await open()

    const missing = rowWith(/profiles not found/)
    expect(missing.getByText('v1, pcId')).toBeVisible()
    expect(missing.getByText('Caller not known')).toBeVisible()
    expect(missing.getByText('1 second')).toBeVisible()
    expect(rowWith('Stuck').getByText(/^Since /)).toBeVisible()
  })

  it('gives the rows that were not applied as a file', async () => {
    await open()

    const file = rowWith(/profiles not found/).getByRole('link', { name: 'Rows not applied, as CSV' })
    expect(file).toHaveAttribute(
      'href',
      expect.stringMatching(/\/batches\/northwindretail-[\d-]+\/failures\.csv$/),
    )
  })

  it('quotes no value of a refused upload', async () => {
    await open()

    expect(rowWith(/Refused/).queryByText(/gold/)).not.toBeInTheDocument()
  })

  it('says that none has come in yet', async () => {
    await open('', 'token-live')

    expect(screen.getByText(/^No batch has come in yet/)).toBeVisible()
  })

  it('shows older ones when asked', async () => {
    const { user } = await open('', 'many-batches')
    expect(rows()).toHaveLength(50)

    await user.click(screen.getByRole('button', { name: 'Show older batches' }))

    await waitFor(() => expect(rows()).toHaveLength(100))
  })
})

describe('filters', () => {
  it('stand in the address, and count what there is', async () => {
    const { user } = await open()

    await user.click(screen.getByRole('radio', { name: 'With failures 2' }))

    await waitFor(() => expect(rows()).toHaveLength(2))
    expect(location.search).toBe('?only=with-failures')
  })

  it('are taken from the address', async () => {
    await open('?only=with-failures&last=day')

    expect(rows()).toHaveLength(1)
    expect(screen.getByLabelText('Received in')).toHaveValue('day')
  })

  it('that let nothing through say so', async () => {
    await open('?only=stuck', 'token-live')

    expect(screen.getByText('No batch fits these filters.')).toBeVisible()
  })

  it('that mean nothing are named', async () => {
    await open('?only=lost')

    expect(screen.getByText('only=lost')).toBeVisible()
  })
})

describe('while a batch is applied', () => {
  it('its progress is followed until it is done', async () => {
    const { batches, ...list } = await answerOf('batches')
    const [running] = batches
    if (!running) throw new Error('The scenario has no batch')
    const answers = [
      { ...running, batchSize: 200, consumedCount: 125 },
      { ...running, batchSize: 200, consumedCount: 200, successfulUpdates: 200, state: 'complete' },
    ]
    let asked = 0
    const handler = http.get(listBatches.path, () =>
      HttpResponse.json({ ...list, batches: [answers[Math.min(asked++, 1)]] }),
    )

    await openConsole(PATH, 'batches', handler)

    const bar = await screen.findByRole('progressbar', { name: '125 of 200 rows done' })
    expect(bar).toHaveAttribute('value', '125')
    expect(screen.getByText('62%')).toBeVisible()
    expect(await screen.findByText('All applied', {}, { timeout: 10_000 })).toBeVisible()
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument()
  })
})

it('offers to try again while the service is away', async () => {
  let isAway = true
  const handler = http.get(listBatches.path, () => (isAway ? HttpResponse.error() : undefined))
  const { user } = await openConsole(PATH, 'batches', handler)
  const tryAgain = await screen.findByRole('button', { name: 'Try again' })

  isAway = false
  await user.click(tryAgain)

  expect(await screen.findByText('All applied')).toBeVisible()
})

/** What the service answers in a scenario. */
async function answerOf(scenario: 'batches'): Promise<BatchList> {
  const { startMockService } = await import('#mock/mock-service.ts')
  const { scenarios } = await import('#mock/scenarios.ts')
  const { person } = await startMockService(scenarios[scenario], location.origin)
  const response = await person.fetch(new Request(location.origin + listBatches.path))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service's own answer
  return (await response.json()) as BatchList
}
