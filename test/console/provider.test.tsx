import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { STATUS_OF, type ErrorCode } from '#contract/errors.ts'
import { pages } from '#console/pages.ts'
import { openConsole } from './open-console.tsx'

const RETURN = pages.signInReturn.path

const refusing = (path: string, code: ErrorCode) =>
  http.post(`*${path}`, () => {
    const status = STATUS_OF[code]
    const detail = 'words of the service'
    return HttpResponse.json(
      { type: 'about:blank', title: '', status, detail, code, requestId: 'r-17' },
      { status },
    )
  })

describe('signing in with a provider', () => {
  it('is offered beside a password', async () => {
    await openConsole(pages.signIn.path, 'provider')

    expect(await screen.findByRole('button', { name: 'Sign in with Northwind ID' })).toBeVisible()
    expect(screen.getByLabelText('E-mail')).toHaveFocus()
  })

  it('is all there is where passwords are off', async () => {
    await openConsole(pages.signIn.path, 'provider-alone')

    expect(await screen.findByRole('button', { name: 'Sign in with Northwind ID' })).toBeVisible()
    expect(screen.queryByLabelText('Password')).toBeNull()
  })

  it('is not offered where there is none, nor where nobody knows', async () => {
    const unreachable = http.get('*/console/v1/sign-in-ways', () => HttpResponse.error())
    await openConsole(pages.signIn.path, 'signed-out', unreachable)

    expect(await screen.findByLabelText('Password')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Sign in with/ })).toBeNull()
  })

  it('says beside the button that the provider is down, with what the operator finds it by', async () => {
    const { user } = await openConsole(pages.signIn.path, 'provider-down')

    await user.click(await screen.findByRole('button', { name: 'Sign in with Northwind ID' }))

    expect(await screen.findByText(/^The sign-in provider does not answer/)).toBeVisible()
    expect(screen.getByText('Request ID').querySelector('code')).toBeVisible()
    expect(screen.getByLabelText('Password')).toBeVisible()
  })

  it.each([
    ['password-sign-in-off', 'Nobody signs in by a password here.'],
    ['provider-sign-in-only', 'Your roles come from the sign-in provider.'],
  ] as const)('is what a password is refused for: %s', async (code, words) => {
    const refused = refusing('/console/v1/session', code)
    const { user } = await openConsole(pages.signIn.path, 'signed-out', refused)
    await user.type(await screen.findByLabelText('E-mail'), 'ana@example.com')
    await user.type(screen.getByLabelText('Password'), 'a password')

    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByText(words, { exact: false })).toBeVisible()
  })
})

describe('coming back from the provider', () => {
  it.each([
    ['sign-in-out-of-date', 'finished already'],
    ['provider-refused', 'has not let you in'],
    ['provider-unavailable', 'does not answer'],
    ['provider-not-trusted', 'cannot be trusted'],
    ['provider-clock-off', 'more than five minutes apart'],
    ['provider-refuses-us', 'refuses this service'],
    ['suspended', 'You are suspended here'],
    ['no-role', 'gives you no role here'],
    ['not-invited', 'Ask an administrator for an invitation'],
    ['email-not-verified', 'has not verified it'],
    ['other-sign-in', 'signs in another way'],
  ] as const)('says why nobody was signed in: %s', async (code, words) => {
    await openConsole(`${RETURN}?code=a&state=b`, 'signed-out', refusing('/console/v1/oidc/session', code))

    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('alert')).not.toHaveTextContent('words of the service')
    expect(screen.getByRole('link', { name: 'Back to signing in' })).toBeVisible()
    expect(location.search).toBe('')
  })

  it('with an answer that was used tells whoever is signed in that they still are', async () => {
    const used = refusing('/console/v1/oidc/session', 'sign-in-out-of-date')
    const { user } = await openConsole(`${RETURN}?code=a&state=b`, 'token-live', used)

    expect(await screen.findByRole('heading', { name: 'You are still signed in' })).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('finished already')
    expect(screen.queryByText('You are not signed in')).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Go on' }))

    expect(await screen.findByRole('switch')).toBeVisible()
  })

  it('without an answer is being signed out', async () => {
    await openConsole(RETURN, 'signed-out')

    expect(await screen.findByText('You are signed out')).toBeVisible()
    expect(location.pathname).toBe(pages.signIn.path)
  })
})

describe('coming back from signing in again', () => {
  const AGAIN = `${RETURN}?code=a&state=again.b`
  const FRESH = '*/console/v1/session/fresh'

  it('closes the window, and says to go back where it stays open', async () => {
    const close = vi.spyOn(window, 'close').mockReturnValue()
    onTestFinished(() => close.mockRestore())
    const sent: unknown[] = []
    const done = http.post(FRESH, async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json(await (await fetch('/console/v1/session')).json())
    })
    await openConsole(AGAIN, 'token-live', done)

    expect(await screen.findByRole('heading', { name: 'You have signed in again' })).toBeVisible()
    expect(screen.getByText(/^Go back to the window/)).toBeVisible()
    expect(close).toHaveBeenCalledOnce()
    expect(sent).toEqual([{ method: 'oidc', answer: '?code=a&state=again.b' }])
    expect(location.search).toBe('')
  })

  it.each([
    ['another-account', 'with a different account'],
    ['provider-not-fresh', 'does not say that you have just proved'],
  ] as const)('says why it is not done: %s', async (code, words) => {
    await openConsole(AGAIN, 'token-live', refusing('/console/v1/session/fresh', code))

    expect(await screen.findByRole('heading', { name: 'You have not signed in again' })).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(screen.getByText(/^Close this window/)).toBeVisible()
  })
})
