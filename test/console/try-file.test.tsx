import { screen, waitFor, within } from '@testing-library/react'
import { delay, http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { sendBatch } from '#contract/batches.ts'
import { pages } from '#console/pages.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

const SEND = `*${sendBatch.path}`
const TABLE = '\uFEFFthirdPartyId;city\r\nanna;Oslo\r\ncarla;Malmö\r\n'
const FAULTY = `${TABLE}a/b;Bergen\r\n`

async function open(text: string, scenario: Parameters<typeof openConsole>[1] = 'visitors') {
  const opened = await openConsole(pages.tryFile.path, scenario)
  const field = await screen.findByLabelText('Choose a file')
  const choose = async (content: string) => {
    await opened.user.upload(field, new File([content], 'visitors.csv', { type: 'text/csv' }))
    await screen.findByRole('heading', { level: 2, name: 'visitors.csv' })
  }
  await choose(text)
  return { ...opened, choose }
}

const send = (rows: string) => screen.getByRole('button', { name: `Send ${rows}` })

describe('a file', () => {
  it('is told with what is wrong with it, by row, and is not sent with that', async () => {
    await open(FAULTY)

    expect(screen.getByText('1 row cannot be taken', { selector: 'p' })).toBeVisible()
    expect(screen.getByText('the identifier contains + or /.').parentElement).toHaveTextContent(
      'Row 4: the identifier contains + or /.',
    )
    expect(send('2 rows')).toHaveAttribute('aria-disabled', 'true')
    expect(send('2 rows')).toHaveAccessibleDescription(/Mend the file and choose it again/)
  })

  it('shows its first rows as they would be stored', async () => {
    await open(TABLE)

    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'thirdPartyIdRowcity',
      'anna2Oslo',
      'carla3Malmö',
    ])
  })

  it('whose first column has another name is read by what one says that it is', async () => {
    const { user } = await open('Kund;Ort\r\nanna;Oslo\r\n')
    expect(screen.queryByRole('button', { name: /^Send/ })).not.toBeInTheDocument()

    await user.click(screen.getByRole('radio', { name: 'thirdPartyId' }))

    expect(await screen.findByRole('button', { name: 'Send 1 row' })).toBeVisible()
    expect(document.activeElement).toContainElement(screen.getByRole('table'))
  })

  it('that is a workbook is told so, and nothing more of it', async () => {
    await open('PK\u0003\u0004\u0014\u0000\u0006\u0000')

    expect(screen.getByText(/^it is a workbook or another archive\./)).toBeVisible()
    expect(screen.queryByText(/Encoding/)).not.toBeInTheDocument()
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })

  it('that is mended is chosen anew', async () => {
    const { choose } = await open(FAULTY)

    await choose(FAULTY.replace('a/b', 'ab'))

    expect(await screen.findByRole('button', { name: 'Send 3 rows' })).not.toHaveAttribute('aria-disabled')
  })

  it('is not for everyone to send', async () => {
    await open(TABLE, 'observer')

    expect(send('2 rows')).toHaveAccessibleDescription(/It takes Approver or administrator rights/)
    expect(screen.getByRole('button', { name: 'Save the batch' })).toBeVisible()
  })
})

describe('a batch that is sent', () => {
  it('is followed to its end, with the rows that were not applied', async () => {
    const { user } = await open(FAULTY)
    await user.click(screen.getByRole('checkbox', { name: 'Leave 1 row out' }))
    await user.click(screen.getByRole('radio', { name: 'Leave them out' }))

    await user.click(send('2 rows'))

    const failed = await screen.findByRole('table', { name: 'Rows that were not applied' })
    expect(within(failed).getByRole('row', { name: /carla/ })).toHaveTextContent(
      'carla3There is no such profile.',
    )
    expect(screen.getByText('1 row was applied. 1 row was not.', { selector: 'p' })).toBeVisible()
    expect(document.activeElement).toContainElement(failed)
  })

  it('can be cancelled while it is on its way', async () => {
    const { user } = await open(TABLE)
    network.use(http.post(SEND, () => delay('infinite')))
    await user.click(send('2 rows'))

    await user.click(await screen.findByRole('button', { name: 'Cancel' }))

    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument())
    expect(send('2 rows')).toHaveFocus()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('may have been taken in though nothing was heard of it, which is said', async () => {
    const { user } = await open(TABLE)
    network.use(http.post(SEND, () => HttpResponse.error()))

    await user.click(send('2 rows'))

    expect(await screen.findByText(/could not be reached/)).toBeVisible()
    expect(screen.getByText(/It may have been taken in all the same/)).toBeVisible()
  })
})
