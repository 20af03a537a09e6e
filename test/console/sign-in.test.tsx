import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import { personCredentials } from '#mock/bring-about.ts'
import { network } from '../support/console-setup.ts'
import { openConsole, openImplementation } from './open-console.tsx'

type Opened = Awaited<ReturnType<typeof openConsole>>

async function signIn({ user }: Opened, { email, password } = personCredentials) {
  await user.type(await screen.findByLabelText('E-mail'), email)
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

/** Has the service know of no session. */
function answerNobody() {
  const problem = {
    type: 'about:blank',
    title: '',
    status: 401,
    detail: 'You are not signed in.',
    code: 'signed-out',
    requestId: 'r',
  }
  network.use(http.get('*/console/v1/session', () => HttpResponse.json(problem, { status: 401 })))
}

describe('signing in', () => {
  it('stands before the page, and leads to it', async () => {
    const opened = await openConsole(pages.implementation.path, 'signed-out')

    await signIn(opened)

    expect(await screen.findByRole('switch')).toBeVisible()
    expect(location.pathname).toBe(pages.implementation.path)
    expect(document.title).toBe('Implementation – Profile API Console')
  })

  it('takes what a password manager filled in without telling', async () => {
    const { user } = await openConsole(pages.signIn.path, 'signed-out')
    const email = await screen.findByLabelText<HTMLInputElement>('E-mail')
    email.value = personCredentials.email
    screen.getByLabelText<HTMLInputElement>('Password').value = personCredentials.password

    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByRole('switch')).toBeVisible()
  })

  it.each([
    ' mailto:ana@example.com ',
    'Ana Lind <ana@example.com>',
    '"Lind, Ana" <ANA@example.com>',
    'mailto:ana@example.com?subject=Hello',
  ])('takes %s for the address that it is', async (email) => {
    const opened = await openConsole(pages.signIn.path, 'signed-out')

    await signIn(opened, { ...personCredentials, email })

    expect(await screen.findByRole('switch')).toBeVisible()
  })

  it('says that e-mail and password do not match, and keeps what was typed', async () => {
    const opened = await openConsole(pages.signIn.path, 'signed-out')

    await signIn(opened, { ...personCredentials, password: 'wrong' })

    expect(await screen.findByText('This e-mail and password do not match.')).toBeVisible()
    expect(screen.getByLabelText('E-mail')).toHaveValue(personCredentials.email)
  })

  it('says how long to wait after too many attempts', async () => {
    const opened = await openConsole(pages.signIn.path, 'signed-out')
    const problem = {
      type: 'about:blank',
      title: '',
      status: 429,
      detail: 'Too many attempts to sign in. Wait a while and try again.',
      code: 'too-many-requests',
      requestId: 'r',
    }
    network.use(
      http.post('*/console/v1/session', () =>
        HttpResponse.json(problem, { status: 429, headers: { 'Retry-After': '43' } }),
      ),
    )

    await signIn(opened)

    expect(await screen.findByText('Too many attempts to sign in. Try again in 43 seconds.')).toBeVisible()
  })

  it.each([pages.implementation.path, pages.signIn.path])(
    'tells at %s where to begin while nobody has set the service up',
    async (address) => {
      await openConsole(address, 'set-up')

      expect(await screen.findByRole('heading', { name: 'Nobody has set this service up yet' })).toBeVisible()
      expect(screen.queryByLabelText('Password')).not.toBeInTheDocument()
    },
  )

  it('asks again, when it is told to, whether the service was set up meanwhile', async () => {
    const { user } = await openConsole(pages.signIn.path, 'set-up')
    answerNobody()

    await user.click(await screen.findByRole('button', { name: 'Try again' }))

    expect(await screen.findByLabelText('E-mail')).toBeVisible()
    expect(screen.queryByText('Nobody has set this service up yet')).not.toBeInTheDocument()
  })

  it('says what to allow where the browser keeps no cookie', async () => {
    const opened = await openConsole(pages.signIn.path, 'signed-out')
    answerNobody()

    await signIn(opened)

    expect(await screen.findByText('Your browser has not kept your session')).toBeVisible()
    expect(screen.getByText(/^The session is kept in a cookie\. Allow cookies for localhost/)).toBeVisible()
  })

  it('goes on where the person is signed in already', async () => {
    await openConsole(pages.signIn.path, 'token-live')

    expect(await screen.findByRole('switch')).toBeVisible()
    expect(location.pathname).toBe(pages.implementation.path)
  })

  it('is shown where it cannot be known who is signed in', async () => {
    const failing = http.get('*/console/v1/session', () => HttpResponse.error())
    await openConsole(pages.signIn.path, 'token-live', failing)

    expect(await screen.findByLabelText('E-mail')).toHaveFocus()
  })

  it('says whom to ask for a new link', async () => {
    await openConsole(pages.signIn.path, 'signed-out')

    expect(
      await screen.findByText(/Ask an administrator of this console for a new set-up link/),
    ).toBeVisible()
  })

  it('helps password managers', async () => {
    await openConsole(pages.signIn.path, 'signed-out')

    expect(await screen.findByLabelText('E-mail')).toHaveAttribute('autocomplete', 'username')
    expect(screen.getByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password')
  })
})

describe('signing out', () => {
  it('ends the session and leads to sign-in', async () => {
    const { user, requests } = await openImplementation('token-live')

    await user.click(screen.getByRole('button', { name: 'Your account: Ana Ortiz' }))
    await user.click(screen.getByRole('button', { name: 'Sign out' }))

    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(requests.slice(-2)).toEqual(['DELETE /console/v1/session', 'GET /console/v1/sign-in-ways'])
  })

  it('says beside the button when it failed, and stays', async () => {
    const { user } = await openImplementation('token-live')
    network.use(http.delete('*/console/v1/session', () => HttpResponse.error()))

    await user.click(screen.getByRole('button', { name: 'Your account: Ana Ortiz' }))
    await user.click(screen.getByRole('button', { name: 'Sign out' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('The service could not be reached.')
    expect(screen.getByRole('switch')).toBeVisible()
  })
})
