import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { STATUS_OF, type ErrorCode } from '#contract/errors.ts'
import { pages } from '#console/pages.ts'
import { openConsole } from './open-console.tsx'

const WITH_ACME = { password: true, provider: { name: 'Acme' } }
const RETURN = pages.signInReturn.path

const answering = (ways: object) => http.get('*/console/v1/sign-in-ways', () => HttpResponse.json(ways))

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
    await openConsole(pages.signIn.path, 'signed-out', answering(WITH_ACME))

    expect(await screen.findByRole('button', { name: 'Sign in with Acme' })).toBeVisible()
    expect(screen.getByLabelText('E-mail')).toHaveFocus()
  })

  it('is all there is where passwords are off', async () => {
    await openConsole(pages.signIn.path, 'signed-out', answering({ ...WITH_ACME, password: false }))

    expect(await screen.findByRole('button', { name: 'Sign in with Acme' })).toBeVisible()
    expect(screen.queryByLabelText('Password')).toBeNull()
  })

  it('is not offered where there is none, nor where nobody knows', async () => {
    const unreachable = http.get('*/console/v1/sign-in-ways', () => HttpResponse.error())
    await openConsole(pages.signIn.path, 'signed-out', unreachable)

    expect(await screen.findByLabelText('Password')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Sign in with/ })).toBeNull()
  })

  it('says beside the button that the provider is down, with what the operator finds it by', async () => {
    const down = refusing('/console/v1/oidc/sign-in', 'provider-unavailable')
    const { user } = await openConsole(pages.signIn.path, 'signed-out', answering(WITH_ACME), down)

    await user.click(await screen.findByRole('button', { name: 'Sign in with Acme' }))

    expect(await screen.findByText(/^The sign-in provider does not answer/)).toBeVisible()
    expect(screen.getByText('r-17')).toBeVisible()
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

  it('without an answer is being signed out', async () => {
    await openConsole(RETURN, 'signed-out')

    expect(await screen.findByText('You are signed out')).toBeVisible()
    expect(location.pathname).toBe(pages.signIn.path)
  })
})
