import { act, screen, waitFor, within } from '@testing-library/react'
import { http, type HttpHandler, HttpResponse } from 'msw'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Account, getAccount } from '#contract/account.ts'
import { pages } from '#console/pages.ts'
import { personCredentials } from '#mock/bring-about.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

const NEW_PASSWORD = 'a sentence of my own, spaces too'
const SIGN_IN = '/console/v1/access-token'

async function openAccount(scenario: ScenarioName = 'account', ...first: HttpHandler[]) {
  const opened = await openConsole(pages.account.path, scenario, ...first)
  await screen.findByRole('table', { name: 'Sessions' })
  const { user } = opened
  return {
    ...opened,
    press: (name: string | RegExp) => user.click(screen.getByRole('button', { name })),
    fill: async (label: string, text: string) => {
      await user.clear(screen.getByLabelText(label))
      await user.type(screen.getByLabelText(label), text)
    },
    signsIn: async (password: string) =>
      (await opened.operator.call('POST', SIGN_IN, { email: personCredentials.email, password })).status,
  }
}

const sessionRows = () =>
  within(screen.getByRole('table', { name: 'Sessions' }))
    .getAllByRole('rowheader')
    .map((row) => row.textContent)
const answer = (name: string) => within(screen.getByRole('alertdialog')).getByRole('button', { name })
const said = (words: string) => screen.findByText(words, { selector: 'output *' })

it('is reached from the menu, which closes', async () => {
  const { user } = await openConsole(pages.implementation.path, 'account')
  await user.click(await screen.findByRole('button', { name: 'Your account: Ana Ortiz', hidden: true }))

  await user.click(screen.getByRole('link', { name: 'Your account', hidden: true }))

  expect(await screen.findByRole('heading', { name: 'Your account', level: 1 })).toBeVisible()
  expect(location.pathname).toBe('/account')
})

describe('the name', () => {
  it('is changed everywhere at once', async () => {
    const { fill, press } = await openAccount()

    await fill('Name', ' Ana Lind ')
    await press('Save name')

    expect(
      await screen.findByRole('button', { name: 'Your account: Ana Lind', hidden: true }),
    ).toBeInTheDocument()
    expect(screen.getByLabelText('Name')).toHaveValue('Ana Lind')
    await said('Your name is saved')
  })

  it.each(['', '   ', 'a\u202eb'])('is not changed to %j, and it is said what one is', async (name) => {
    const { user, press } = await openAccount()
    await user.clear(screen.getByLabelText('Name'))
    if (name !== '') await user.type(screen.getByLabelText('Name'), name)

    await press('Save name')

    expect(
      await screen.findByText('Enter a name of at most 100 characters, without control characters.'),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: 'Your account: Ana Ortiz', hidden: true })).toBeInTheDocument()
  })
})

describe('the password', () => {
  it('is changed by who knows it, which is said, and the fields are empty again', async () => {
    const { fill, press, signsIn } = await openAccount()

    await fill('Current password', personCredentials.password)
    await fill('New password', NEW_PASSWORD)
    await press('Change password')

    expect(await screen.findByText(/^Your password is changed/, { selector: 'p' })).toBeVisible()
    expect(screen.getByLabelText('Current password')).toHaveValue('')
    expect(screen.getByLabelText('New password')).toHaveValue('')
    await waitFor(() => expect(sessionRows()).not.toContain('python-requests'))
    expect([await signsIn(personCredentials.password), await signsIn(NEW_PASSWORD)]).toEqual([401, 201])
  })

  it('stays with a wrong present one, which is said at that field with the focus in it', async () => {
    const { fill, press, signsIn } = await openAccount()

    await fill('Current password', 'wrong horse battery')
    await fill('New password', NEW_PASSWORD)
    await press('Change password')

    expect(await screen.findByText('This is not your current password.')).toBeVisible()
    expect(screen.getByLabelText('Current password')).toHaveFocus()
    expect(screen.getByLabelText('New password')).toHaveValue(NEW_PASSWORD)
    expect(await signsIn(personCredentials.password)).toBe(201)
  })

  it.each([
    ['short', 'Choose a password of 15 to 256 characters.'],
    ['password password', /^This is one of the passwords that many people use/],
    ['aaaaaaaaaaaaaaa', /^This repeats itself/],
  ])('is not changed to %j, and it is said why', async (newPassword, why) => {
    const { fill, press } = await openAccount()

    await fill('Current password', personCredentials.password)
    await fill('New password', newPassword)
    await press('Change password')

    expect(await screen.findByText(why)).toBeVisible()
    expect(screen.getByLabelText('New password')).toHaveFocus()
  })

  it('is asked for before anything is sent', async () => {
    const { fill, press, requests } = await openAccount()

    await fill('New password', NEW_PASSWORD)
    await press('Change password')

    expect(await screen.findByText('Enter your current password.')).toBeVisible()
    expect(requests).not.toContain('PUT /console/v1/account/password')
  })

  it('says that it may have been changed all the same when no answer came', async () => {
    const { fill, press } = await openAccount()
    network.use(http.put('*/console/v1/account/password', () => HttpResponse.error()))

    await fill('Current password', personCredentials.password)
    await fill('New password', NEW_PASSWORD)
    await press('Change password')

    expect(await screen.findByText(/^It may have been changed all the same/)).toBeVisible()
  })

  it('can be seen while it is typed', async () => {
    const { user } = await openAccount()

    await user.click(screen.getByRole('checkbox', { name: 'Show passwords' }))

    expect(screen.getByLabelText('Current password')).toHaveAttribute('type', 'text')
    expect(screen.getByLabelText('New password')).toHaveAttribute('type', 'text')
  })
})

describe('the sessions', () => {
  it('say in which program and from where, this one first and marked', async () => {
    await openAccount()

    const [own, ...others] = sessionRows()

    expect(own).toContain('This session')
    expect(others).toContain('python-requests')
    expect(others).toContain('Safari')
    expect(screen.getByText('192.0.2.18')).toBeVisible()
    expect(screen.getAllByText('by password')).toHaveLength(others.length + 1)
  })

  it('are ended one by one, after a question that begins at Cancel', async () => {
    const { press, user } = await openAccount()
    const before = sessionRows().length

    await press('End the session of python-requests 192.0.2.18')
    expect(answer('Cancel')).toHaveFocus()
    await user.click(answer('End session'))

    await waitFor(() => expect(sessionRows()).toHaveLength(before - 1))
    expect(sessionRows()).not.toContain('python-requests')
    await said('The session has ended')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('id', 'own-sessions'))
  })

  it('are ended all but this one', async () => {
    const { press, user, signsIn } = await openAccount()

    await press('End all others…')
    await user.click(answer('End all others'))

    await waitFor(() => expect(sessionRows()).toHaveLength(1))
    expect(screen.queryByRole('button', { name: 'End all others…' })).not.toBeInTheDocument()
    await said('Your other sessions have ended')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('id', 'own-sessions'))
    expect(await signsIn(personCredentials.password)).toBe(201)
  })

  it('stay when the answer is Cancel', async () => {
    const { press, user, requests } = await openAccount()

    await press('End all others…')
    await user.click(answer('Cancel'))

    expect(requests.filter((request) => request.startsWith('DELETE'))).toEqual([])
  })

  it('are asked about no more once they have ended', async () => {
    const { press, user, client, person, requests } = await openAccount()
    const before = sessionRows().length
    await press('End the session of python-requests 192.0.2.18')

    const listed = await person.call('GET', getAccount.path)
    const { sessions } = v.parse(Account, await listed.json())
    const ended = sessions.find(({ userAgent }) => userAgent?.startsWith('python-requests'))
    await person.call('DELETE', `/console/v1/account/sessions/${ended?.id}`)
    requests.length = 0
    await act(() => client.invalidateQueries())

    await screen.findByText('What you asked for is not there any more.')
    await user.click(answer('Close'))
    expect(sessionRows()).toHaveLength(before - 1)
    expect(requests.filter((request) => request.startsWith('DELETE'))).toEqual([])
  })

  it('say in the question when one had ended already', async () => {
    const { press, user } = await openAccount()
    network.use(
      http.delete('*/console/v1/account/sessions/*', () =>
        HttpResponse.json(
          { type: '', title: '', status: 404, detail: '', code: 'not-found', requestId: 'r' },
          { status: 404 },
        ),
      ),
    )

    await press('End the session of python-requests 192.0.2.18')
    await user.click(answer('End session'))

    await screen.findByText('What you asked for is not there any more.')
    expect(answer('Close')).toHaveFocus()
  })
})

describe('language and theme', () => {
  it('are the same choices as in the bar', async () => {
    const { user } = await openAccount()
    const card = within(screen.getByRole('region', { name: 'Language and theme' }))

    await user.click(card.getByRole('radio', { name: 'Dark' }))

    expect(document.documentElement.dataset['theme']).toBe('dark')
    for (const dark of screen.getAllByRole('radio', { name: 'Dark', hidden: true }))
      expect(dark).toBeChecked()
    await user.click(card.getByRole('radio', { name: 'Svenska' }))
    expect(await screen.findByRole('heading', { name: 'Ditt konto', level: 1 })).toBeVisible()
    await user.click(screen.getAllByRole('radio', { name: 'English', hidden: true })[0] ?? document.body)
    await user.click(screen.getAllByRole('radio', { name: /^System/, hidden: true })[0] ?? document.body)
  })
})

describe('what one may do', () => {
  it('is told in words, with who administers', async () => {
    await openAccount()

    const permitted = within(screen.getByRole('list', { name: 'Your roles allow you to' }))
    const administrators = within(screen.getByRole('list', { name: 'Who administers' }))

    expect(permitted.getByText('generate or end a token')).toBeVisible()
    expect(permitted.queryByText('see or change users')).not.toBeInTheDocument()
    expect(administrators.getByRole('listitem')).toHaveTextContent(/^Olivia ParkSystem administrator/)
  })

  it('is told of whoever holds no role', async () => {
    const user = { id: 'u', name: 'Ana Ortiz', email: 'ana@example.com', sysadmin: false, roles: [] }
    const client = { clientCode: 'northwindretail', isCookieSecure: false }
    const session = { user, permitted: [], workspaces: [], ...client, expiresAt: '2099-01-01T00:00:00Z' }
    await openAccount(
      'account',
      http.get('*/console/v1/session', () => HttpResponse.json(session)),
    )

    expect(screen.getByText('You hold no role.')).toBeVisible()
    expect(screen.queryByRole('list', { name: 'Your roles allow you to' })).not.toBeInTheDocument()
    expect(screen.getByRole('list', { name: 'Who administers' })).toBeVisible()
  })
})

it('says that it could not be loaded, in its place', async () => {
  await openConsole(
    pages.account.path,
    'account',
    http.get('*/console/v1/account', () => HttpResponse.error()),
  )

  expect(await screen.findByRole('heading', { name: 'This page could not be loaded' })).toBeVisible()
})
