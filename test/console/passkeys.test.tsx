import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import * as v from 'valibot'
import { describe, expect, it, onTestFinished } from 'vitest'
import { pages } from '#console/pages.ts'
import { personCredentials } from '#mock/bring-about.ts'
import { GOOD_CODE } from '#mock/passkeys.ts'
import { pathOf } from '#contract/operation.ts'
import { listPasskeys, PasskeyList, removePasskey } from '#contract/passkeys.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

const PASSKEYS = '*/console/v1/account/passkeys'

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const rows = () =>
  within(screen.getByRole('table', { name: 'Passkeys' }))
    .getAllByRole('rowheader')
    .map((row) => row.textContent)
const said = (words: string) => screen.findByText(words, { selector: 'output *' })

const refusal = (code: string, status: number) =>
  HttpResponse.json(
    { type: 'about:blank', title: '', status, detail: '', code, requestId: 'request-1' },
    { status },
  )

/** Has the browser know of passkeys, and refuse each with that error. */
function passkeysThatFailWith(name: string) {
  // jsdom's own DOMException is no Error of this realm, as a browser's is.
  const fail = () => Promise.reject(Object.assign(new Error('as the browser says it'), { name }))
  Reflect.set(globalThis, 'PublicKeyCredential', () => {})
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { create: fail, get: fail } })
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'PublicKeyCredential')
    Reflect.deleteProperty(navigator, 'credentials')
  })
}

async function openAccount(scenario: ScenarioName = 'passkeys') {
  const opened = await openConsole(pages.account.path, scenario)
  await screen.findByRole('heading', { name: 'Passkeys' })
  return opened
}

async function openSecondStep(scenario: ScenarioName = 'second-step') {
  const opened = await openConsole(pages.implementation.path, scenario)
  const { user } = opened
  await user.type(await screen.findByLabelText('E-mail'), personCredentials.email)
  await user.type(screen.getByLabelText('Password'), personCredentials.password)
  await user.click(button('Sign in'))
  return opened
}

describe('the passkeys of an account', () => {
  it('are listed with where and since when they work, and how many recovery codes are left', async () => {
    await openAccount()

    await screen.findByRole('table', { name: 'Passkeys' })
    expect(rows()).toEqual(['Work laptop', 'PhoneOnly at profiles.northwind.exampleAlso kept by its maker'])
    expect(screen.getByText('Not yet')).toBeVisible()
    expect(screen.getByText('7 of 10 left. Each stands in for a passkey once.')).toBeVisible()
  })

  it('cannot be added where the browser has none, which is said', async () => {
    await openAccount('account')

    expect(await screen.findByText('You have no passkey yet.')).toBeVisible()
    expect(screen.getByText(/^Passkeys do not work here/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Add a passkey…' })).not.toBeInTheDocument()
  })

  it('are renamed', async () => {
    const { user } = await openAccount()
    await user.click(await screen.findByRole('button', { name: 'Rename the passkey Work laptop' }))
    const field = screen.getByLabelText('Name of the passkey')
    expect(field).toHaveFocus()

    await user.clear(field)
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save name' }))
    expect(
      screen.getByText('Give the passkey a name of at most 100 characters, without control characters.'),
    ).toBeVisible()
    await user.type(field, 'Old laptop{Enter}')

    await waitFor(() => expect(rows()[0]).toBe('Old laptop'))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('are removed after a question, which says more of the last one', async () => {
    const { user } = await openAccount()
    const remove = async (name: string) => {
      await user.click(await screen.findByRole('button', { name: `Remove the passkey ${name}` }))
      const question = within(screen.getByRole('alertdialog'))
      expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus()
      return question
    }

    const first = await remove('Phone')
    expect(first.queryByText(/^It is your last one/)).not.toBeInTheDocument()
    await user.click(first.getByRole('button', { name: 'Remove passkey' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
    expect(rows()).toEqual(['Work laptop'])
    const last = await remove('Work laptop')
    expect(last.getByText(/^It is your last one/)).toBeVisible()
    await user.click(last.getByRole('button', { name: 'Remove passkey' }))

    expect(await screen.findByText('You have no passkey yet.')).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Recovery codes' })).not.toBeInTheDocument()
    await said('The passkey is removed')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('id', 'own-passkeys'))
  })

  it.each(['Remove', 'Rename'])('are asked about no more once they have gone elsewhere: %s', async (verb) => {
    const { user, client, person } = await openAccount()
    await user.click(await screen.findByRole('button', { name: `${verb} the passkey Phone` }))
    const listed = await person.call('GET', listPasskeys.path)
    const { passkeys } = v.parse(PasskeyList, await listed.json())
    const passkeyId = passkeys.find(({ name }) => name === 'Phone')?.id ?? ''
    await person.call('DELETE', pathOf(removePasskey, { passkeyId }))

    await act(() => client.invalidateQueries())

    await screen.findByText('What you asked for is not there any more.')
    const dialog = within(screen.getByRole('alertdialog', { name: `${verb} the passkey Phone?` }))
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    expect(rows()).toEqual(['Work laptop'])
    expect(document.activeElement).not.toBe(document.body)
  })

  it('stay where one is the last way to sign in, which is said', async () => {
    const { user } = await openAccount()
    network.use(http.delete(`${PASSKEYS}/:id`, () => refusal('last-way-to-sign-in', 409)))
    await user.click(await screen.findByRole('button', { name: 'Remove the passkey Phone' }))

    await user.click(button('Remove passkey'))

    expect(await screen.findByText('This is your last way to sign in, so it stays.')).toBeVisible()
    expect(rows()).toHaveLength(2)
  })

  it.each([
    ['NotAllowedError', 'Nothing was confirmed. Try again when you are ready.'],
    ['InvalidStateError', 'This device has a passkey of yours already.'],
    ['SecurityError', /^Passkeys do not work here/],
    ['UnknownError', 'The browser could not use a passkey.'],
  ])('are not added where the browser says %s, and it is said why', async (name, words) => {
    passkeysThatFailWith(name)
    const { user } = await openAccount()
    await user.click(await screen.findByRole('button', { name: 'Add a passkey…' }))
    expect(screen.getByLabelText('Name of the passkey')).toHaveFocus()

    await user.keyboard('{Enter}')
    expect(
      screen.getByText('Give the passkey a name of at most 100 characters, without control characters.'),
    ).toBeVisible()
    await user.type(screen.getByLabelText('Name of the passkey'), 'Tablet{Enter}')

    expect(await screen.findByText(words)).toBeVisible()
    await user.click(button('Cancel'))
    expect(screen.queryByText(words)).not.toBeInTheDocument()
    expect(rows()).toHaveLength(2)
  })

  it('get new recovery codes after a question, shown until they are kept', async () => {
    const { user } = await openAccount()
    await user.click(await screen.findByRole('button', { name: 'Make new codes…' }))
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Make new codes' }))

    expect(await screen.findByRole('heading', { name: 'Your recovery codes' })).toBeVisible()
    await waitFor(() => expect(document.activeElement).toHaveAttribute('id', 'own-passkeys'))
    const codes = screen
      .getAllByText(/^[0-9a-z]{6}(?:-[0-9a-z]{6}){3}$/)
      .map(({ textContent }) => textContent)
    expect(new Set(codes).size).toBe(10)
    await user.click(button('Copy codes'))
    expect(await navigator.clipboard.readText()).toBe(codes.join('\n'))
    const file = screen.getByRole('link', { name: 'Download' })
    expect(file).toHaveAttribute('download', 'recovery-codes.txt')
    expect(decodeURIComponent(file.getAttribute('href') ?? '')).toContain(`\n${codes.join('\n')}\n`)
    await user.click(button('I have kept them'))

    expect(screen.queryByText(codes[0] ?? '')).not.toBeInTheDocument()
    expect(screen.getByText('10 of 10 left. Each stands in for a passkey once.')).toBeVisible()
  })
})

describe('the second step', () => {
  it('takes a recovery code where the browser has no passkeys, and leads to the page', async () => {
    const { user } = await openSecondStep()
    expect(await screen.findByRole('heading', { name: 'Confirm that it is you', level: 1 })).toBeVisible()
    expect(screen.getByLabelText('Recovery code')).toHaveFocus()

    await user.click(button('Sign in'))
    expect(screen.getByText('Enter a recovery code.')).toBeVisible()
    await user.type(screen.getByLabelText('Recovery code'), 'wrong{Enter}')
    expect(
      await screen.findByText('This is none of your recovery codes, or it was used already.'),
    ).toBeVisible()
    expect(screen.getByLabelText('Recovery code')).toHaveFocus()
    await user.clear(screen.getByLabelText('Recovery code'))
    await user.type(screen.getByLabelText('Recovery code'), `${GOOD_CODE}{Enter}`)

    expect(await screen.findByRole('switch')).toBeVisible()
  })

  it('offers the passkey first where the browser has some, and the code beside it', async () => {
    passkeysThatFailWith('NotAllowedError')
    const { user } = await openSecondStep()
    expect(await screen.findByRole('button', { name: 'Use passkey' })).toHaveFocus()

    await user.keyboard('{Enter}')
    expect(await screen.findByText('Nothing was confirmed. Try again when you are ready.')).toBeVisible()
    await user.click(button('Use a recovery code instead'))
    expect(screen.getByLabelText('Recovery code')).toHaveFocus()
    await user.click(button('Use a passkey instead'))

    expect(button('Use passkey')).toHaveFocus()
  })

  it('says that it is over, and begins again', async () => {
    const { user } = await openSecondStep()
    network.use(http.post('*/console/v1/session/second-step', () => refusal('sign-in-expired', 401)))
    await user.type(await screen.findByLabelText('Recovery code'), `${GOOD_CODE}{Enter}`)

    expect(
      await screen.findByText('This took too long, or was finished already. Sign in again.'),
    ).toBeVisible()
    await user.click(button('Start again'))
    expect(screen.getByLabelText('E-mail')).toHaveFocus()
  })

  it('is a first passkey for whoever needs one, which takes a browser that has some', async () => {
    await openSecondStep('first-passkey')

    expect(await screen.findByRole('heading', { name: 'Add a passkey to go on', level: 1 })).toBeVisible()
    expect(screen.getByText(/^Passkeys do not work here/)).toBeVisible()
  })

  it('says why a first passkey was not made', async () => {
    passkeysThatFailWith('NotAllowedError')
    const { user } = await openSecondStep('first-passkey')

    await user.type(await screen.findByLabelText('Name of the passkey'), 'Laptop{Enter}')

    expect(await screen.findByText('Nothing was confirmed. Try again when you are ready.')).toBeVisible()
  })
})

describe('signing in with a passkey alone', () => {
  it('is offered where the browser has passkeys, and says when nothing was confirmed', async () => {
    passkeysThatFailWith('NotAllowedError')
    const { user } = await openConsole(pages.signIn.path, 'signed-out')

    await user.click(await screen.findByRole('button', { name: 'Sign in with a passkey' }))

    expect(await screen.findByText('Nothing was confirmed. Try again when you are ready.')).toBeVisible()
  })

  it('is not offered where it has none', async () => {
    await openConsole(pages.signIn.path, 'signed-out')
    await screen.findByLabelText('E-mail')

    expect(screen.queryByRole('button', { name: 'Sign in with a passkey' })).not.toBeInTheDocument()
  })
})

describe('signing in again', () => {
  it('takes the passkey of whoever has one, and not the password', async () => {
    passkeysThatFailWith('NotAllowedError')
    const { user } = await openConsole(pages.implementation.path, 'passkey-again')
    await user.click(await screen.findByRole('switch'))
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Turn off' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Sign in again' }))

    const confirm = await dialog.findByRole('button', { name: 'Confirm with a passkey' })
    await waitFor(() => expect(confirm).toHaveFocus())
    await user.keyboard('{Enter}')

    expect(await dialog.findByText('Nothing was confirmed. Try again when you are ready.')).toBeVisible()
    expect(dialog.queryByLabelText('Your password')).not.toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.getByRole('switch')).toBeChecked())
  })
})
