import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { addTarget, changeTarget, NewNoticeTarget, testTarget } from '#contract/notice-targets.ts'
import { pathOf } from '#contract/operation.ts'
import { pages } from '#console/pages.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

const WEBHOOK = {
  kind: 'webhook',
  name: 'Pager',
  address: 'https://hooks.northwind.example/pager',
  kinds: ['token-expiry'],
}

async function openNotices(scenario: ScenarioName) {
  const opened = await openConsole(pages.notices.path, scenario)
  const button = (name: string | RegExp) => screen.getByRole('button', { name })
  await screen.findByRole('radio', { name: /^All/ })
  return {
    ...opened,
    button,
    press: (name: string | RegExp) => opened.user.click(button(name)),
    fill: async (label: string, text: string) => {
      await opened.user.clear(screen.getByLabelText(label))
      await opened.user.type(screen.getByLabelText(label), text)
    },
  }
}

/** The row of a target. */
const rowOf = (name: string) => {
  const row = screen.getByRole('heading', { name, level: 3 }).closest('li')
  if (row === null) throw new Error(`${name} has no row.`)
  return within(row)
}

const card = (name: string) => within(screen.getByRole('region', { name }))
const sentRows = () =>
  card('Sent')
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent)

describe('a webhook', () => {
  it('is added, and its secret shown once and kept nowhere', async () => {
    const { press, fill, client } = await openNotices('token-live')
    expect(screen.getByText('Nobody is told of it')).toBeVisible()

    await press('Add webhook…')
    await fill('Name', 'Incident channel')
    await fill('Address', 'https://hooks.northwind.example/profile-api')
    await press('Add')

    const secret = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Secret' })
    expect(secret.value).toMatch(/^whsec_/)
    expect(screen.getByRole('button', { name: 'Copy Secret' })).toHaveFocus()
    const shown = secret.value
    await press('Done')
    expect(rowOf('Incident channel').getByText('Token expiry, Refused calls, Stuck batches')).toBeVisible()
    expect(rowOf('Incident channel').getByText('Nothing has been sent to it yet')).toBeVisible()
    expect(document.body).not.toHaveTextContent(shown)
    const kept = [client.getQueryCache().getAll(), client.getMutationCache().getAll()]
    await waitFor(() => expect(JSON.stringify(kept.flat().map(({ state }) => state))).not.toContain(shown))
  })

  it('says which field is wrong, and keeps what was written', async () => {
    const { user, press, fill } = await openNotices('token-live')
    await press('Add webhook…')
    await fill('Address', 'hooks')
    for (const kind of ['Token expiry', 'Refused calls', 'Stuck batches']) {
      await user.click(screen.getByRole('checkbox', { name: kind }))
    }

    await press('Add')

    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/Enter a name/)
    expect(screen.getByLabelText('Name')).toHaveFocus()
    expect(screen.getByLabelText('Address')).toHaveAccessibleDescription(/Enter an address such as/)
    expect(screen.getByText('Choose at least one.')).toBeVisible()
    expect(screen.getByLabelText('Address')).toHaveValue('hooks')
  })

  it.each(['https://localhost/hook', 'http://hooks.northwind.example/'])(
    'that may not be called is told of beside the address: %s',
    async (address) => {
      const { press, fill } = await openNotices('token-live')
      await press('Add webhook…')
      await fill('Name', 'Inside')
      await fill('Address', address)

      await press('Add')

      await waitFor(() =>
        expect(screen.getByLabelText('Address')).toHaveAccessibleDescription(/WEBHOOK_NETWORKS/),
      )
      expect(screen.queryByText(/The service refused/)).toBeNull()
    },
  )

  it('gets another secret once it was asked for', async () => {
    const { press } = await openNotices('notices')

    await press('Change…: Incident channel')
    await press('Replace the secret…')
    expect(screen.getByRole('alertdialog')).toHaveTextContent('What the receiver refuses until it knows that')
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await press('Replace')

    expect(await screen.findByRole('textbox', { name: 'Secret' })).toHaveDisplayValue(/^whsec_/)
  })
})

describe('an e-mail address', () => {
  it('is added in the language that is chosen', async () => {
    const { user, press, fill } = await openNotices('token-live')

    await press('Add e-mail…')
    expect(screen.getByRole('radio', { name: 'English' })).toBeChecked()
    await fill('Name', 'Operations')
    await fill('E-mail address', 'ops@northwind.example')
    await user.click(screen.getByRole('radio', { name: 'Svenska' }))
    await user.click(screen.getByRole('checkbox', { name: 'Stuck batches' }))
    await press('Add')

    await screen.findByRole('heading', { name: 'Operations', level: 3 })
    expect(rowOf('Operations').getByText('. Language: Svenska').parentElement).toHaveTextContent(
      'Token expiry, Refused calls. Language: Svenska',
    )
    expect(screen.queryByRole('textbox', { name: 'Secret' })).toBeNull()
  })

  it('cannot be added without a mail server, and the button says why', async () => {
    const { press, button } = await openNotices('no-mail')

    await press('Add e-mail…')

    expect(button('Add e-mail…')).toHaveAccessibleDescription(/needs a mail server.*SMTP_URL and MAIL_FROM/)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('somebody who is told', () => {
  it('is changed, unless someone else was first', async () => {
    const { press, fill, operator, client } = await openNotices('token-live')
    const added = await operator.call('POST', addTarget.path, WEBHOOK)
    const { target } = v.parse(NewNoticeTarget, await added.json())
    await act(() => client.invalidateQueries())
    await screen.findByRole('heading', { name: 'Pager', level: 3 })
    await press('Change…: Pager')
    await fill('Name', 'Night pager')
    await operator.call(
      'PUT',
      pathOf(changeTarget, { targetId: target.id }),
      { ...WEBHOOK, name: 'Day pager' },
      { 'If-Match': target.etag },
    )

    await press('Save')
    await screen.findByText(/^Things have changed since you saw them/)
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
    await press('Close')
    await press('Change…: Day pager')
    await fill('Name', 'Night pager')
    await press('Save')

    expect(await screen.findByRole('heading', { name: 'Night pager', level: 3 })).toBeVisible()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it.each(['changed', 'removed'])('is asked about no more once someone else has %s it', async (what) => {
    const { user, press, operator, client, requests } = await openNotices('token-live')
    const added = await operator.call('POST', addTarget.path, WEBHOOK)
    const { target } = v.parse(NewNoticeTarget, await added.json())
    await act(() => client.invalidateQueries())
    await screen.findByRole('heading', { name: 'Pager', level: 3 })
    await press('Remove…: Pager')
    const address = pathOf(changeTarget, { targetId: target.id })

    if (what === 'removed') await operator.call('DELETE', address)
    else await operator.call('PUT', address, WEBHOOK, { 'If-Match': target.etag })
    await act(() => client.invalidateQueries())

    await screen.findByText(what === 'removed' ? /^What you asked for is not there/ : /^Things have changed/)
    const question = within(screen.getByRole('alertdialog', { name: 'Remove Pager?' }))
    expect(question.getByRole('button')).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(requests.filter((request) => request.startsWith('DELETE'))).toEqual([])
  })

  it('stays, and the question about it, while it could not be removed, which is said there', async () => {
    const { press } = await openNotices('notices')
    network.use(http.delete('*/console/v1/notices/targets/*', () => HttpResponse.error(), { once: true }))
    await press('Remove…: Data warehouse')

    await press('Remove')

    const question = within(screen.getByRole('alertdialog', { name: 'Remove Data warehouse?' }))
    expect(await question.findByRole('alert')).toHaveTextContent(/^Error: The service could not be reached/)
    await press('Remove')
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(screen.queryByRole('heading', { name: 'Data warehouse' })).toBeNull()
  })

  it('gets a test, and the row says what became of it, in the words of the other side', async () => {
    const { press } = await openNotices('notices')

    await press('Send test: Data warehouse')

    expect(await rowOf('Data warehouse').findByText(/^Failed/)).toBeVisible()
    expect(rowOf('Data warehouse').getByText('Answer 503: upstream connect error')).toBeVisible()
    expect(sentRows()[0]).toMatch(/^Testby Ana OrtizData warehouse/)
    expect(within(screen.getByRole('main')).getByRole('status')).toHaveTextContent('Data warehouse: Failed')
  })

  it('is removed once it was asked for, with what waits', async () => {
    const { press } = await openNotices('notices')
    expect(screen.getByRole('radio', { name: 'Waiting 1' })).toBeVisible()

    await press('Remove…: Data warehouse')
    expect(screen.getByRole('alertdialog', { name: 'Remove Data warehouse?' })).toBeVisible()
    await press('Remove')

    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Data warehouse' })).toBeNull())
    expect(screen.getByRole('button', { name: 'Add webhook…' })).toHaveFocus()
    await screen.findByRole('radio', { name: 'Waiting 0' })
    expect(sentRows()).toContainEqual(expect.stringMatching(/^Testby Olivia ParkData warehouseremoved since/))
    expect(screen.queryByRole('button', { name: /^Try now.*Data warehouse/ })).toBeNull()
  })
})

describe('what comes next', () => {
  it('says on which days the token is told of', async () => {
    await openNotices('notices')

    const days = card('Next')
      .getAllByRole('listitem')
      .map((item) => item.textContent)

    expect(days).toEqual([
      expect.stringMatching(/1 day before$/),
      expect.stringMatching(/when it has expired$/),
    ])
    expect(card('Next').getByText(/3 are told on these days\.$/)).toBeVisible()
  })

  it('is nothing without a token that works', async () => {
    await openNotices('token-expired')

    expect(card('Next').getByText(/There is no token that works/)).toBeVisible()
  })
})

describe('what was sent', () => {
  it('is all, or what waits, or what failed', async () => {
    const { user } = await openNotices('notices')
    expect(sentRows()).toHaveLength(7)
    expect(sentRows()).toContainEqual(
      expect.stringMatching(/^Calls refused since authentication was turned onPoint of saleIncident channel/),
    )

    await user.click(screen.getByRole('radio', { name: 'Waiting 1' }))
    await waitFor(() => expect(sentRows()).toHaveLength(1))
    expect(sentRows()[0]).toMatch(
      /expires in 7 daysUsed by Nightly CRM jobData warehouse.*Waiting for try 3, /,
    )

    await user.click(screen.getByRole('radio', { name: 'Failed 1' }))
    await waitFor(() => expect(sentRows()[0]).toMatch(/^Testby Olivia Park/))
  })

  it('is tried now when asked', async () => {
    const { press } = await openNotices('notices')

    await press(/^Try now: The token .* expires in 7 days, Data warehouse$/)

    await screen.findByText(/^Waiting for try 4/, { selector: 'table p span' })
  })

  it('goes on at the older ones', async () => {
    const { press, operator, client } = await openNotices('token-live')
    const added = await operator.call('POST', addTarget.path, WEBHOOK)
    const { target } = v.parse(NewNoticeTarget, await added.json())
    for (let count = 0; count < 52; count += 1) {
      await operator.call('POST', pathOf(testTarget, { targetId: target.id }))
    }
    await act(() => client.invalidateQueries())
    await screen.findByRole('radio', { name: 'All 52' })
    expect(sentRows()).toHaveLength(50)

    await press('Show older ones')

    await waitFor(() => expect(sentRows()).toHaveLength(52))
    expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull()
  })
})

it('is in the navigation of those alone who may see it', async () => {
  await openConsole(pages.implementation.path, 'observer')

  await screen.findByRole('link', { name: 'Implementation', hidden: true })

  expect(screen.queryByRole('link', { name: 'Notices', hidden: true })).toBeNull()
})
