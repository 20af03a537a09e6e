import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { BrowserSession } from '#mock/browser-session.ts'
import { network } from '../support/console-setup.ts'
import {
  openImplementation,
  saidCopied,
  theCopyButton,
  theGenerateButton,
  theSwitch,
  theTokenField,
} from './open-console.tsx'

const tokenAddress = '*/northwindretail/target/authentication/token'
const GENERATE = 'POST /northwindretail/target/authentication/token'
const SECRET = /^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/
/** Whole, or a second of it gone. */
const FULL_LIFETIME = /^(90 days|89 days, 23 hours, 59 minutes)$/
const theQuestion = () => within(screen.getByRole('alertdialog'))

describe('the first token', () => {
  it('is generated at once and shown, with the focus on Copy of the header', async () => {
    const { user } = await openImplementation('no-token')

    await user.click(theGenerateButton())

    await waitFor(() => expect(theCopyButton()).toHaveFocus())
    expect(theTokenField().value).toMatch(SECRET)
    expect(screen.getByText(FULL_LIFETIME)).toBeVisible()
    expect(screen.getByText('Not used yet')).toBeVisible()
    expect(
      screen.queryByText('All profile API calls are refused until a token exists'),
    ).not.toBeInTheDocument()
  })

  it('is on the clipboard after Enter, Enter', async () => {
    const { user } = await openImplementation('no-token')
    theGenerateButton().focus()

    await user.keyboard('{Enter}')
    await waitFor(() => expect(theCopyButton()).toHaveFocus())
    await user.keyboard('{Enter}')

    await saidCopied()
    expect(await navigator.clipboard.readText()).toBe(theTokenField().value)
  })
})

describe('over a live token', () => {
  it('asks first, and makes none when it is cancelled', async () => {
    const { user, requests } = await openImplementation('token-live')
    theGenerateButton().focus()

    await user.keyboard('{Enter}')
    expect(theQuestion().getByRole('button', { name: 'Generate new token' })).toHaveFocus()
    await user.click(theQuestion().getByRole('button', { name: 'Cancel' }))

    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect(theGenerateButton()).toHaveFocus()
    expect(requests).not.toContain(GENERATE)
  })

  it('is on the clipboard after Enter, Enter, Enter', async () => {
    const { user } = await openImplementation('token-live')
    theGenerateButton().focus()

    await user.keyboard('{Enter}')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(theCopyButton()).toHaveFocus())
    await user.keyboard('{Enter}')

    await saidCopied()
    expect(await navigator.clipboard.readText()).toBe(theTokenField().value)
    expect(theTokenField().value).toMatch(SECRET)
  })

  it('is not confirmed by the Enter that is still held down', async () => {
    const { user, requests } = await openImplementation('token-live')
    theGenerateButton().focus()

    await user.keyboard('{Enter>5/}')

    expect(screen.getByRole('alertdialog')).toBeVisible()
    expect(requests).not.toContain(GENERATE)
  })

  it('is generated once, however fast the button is pressed', async () => {
    const { user, requests } = await openImplementation('token-live')
    await user.click(theGenerateButton())
    const confirm = theQuestion().getByRole('button', { name: 'Generate new token' })

    act(() => {
      confirm.click()
      confirm.click()
    })

    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))
    expect(requests.filter((request) => request === GENERATE)).toHaveLength(1)
  })

  it('asks nothing when the token has expired, for nothing is lost', async () => {
    const { user } = await openImplementation('token-expired')

    await user.click(theGenerateButton())

    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))
  })
})

describe('when another approver was first', () => {
  it('keeps their token, tells who they are, and shows it masked', async () => {
    const { user, operator } = await openImplementation('token-live')
    await user.click(theGenerateButton())
    await operator.call('POST', '/northwindretail/target/authentication/token?authorizationScope=profile_api')

    await user.click(theQuestion().getByRole('button', { name: 'Generate new token' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Error: Olivia Park generated a token on .* That token is the current one\.$/,
    )
    expect(await screen.findByText(FULL_LIFETIME)).toBeVisible()
    expect(theTokenField().value).toContain('•')
  })

  it('takes the question about the one before back, and says who they are', async () => {
    const { user, operator, client, requests } = await openImplementation('token-live')
    await user.click(theGenerateButton())
    await operator.call('POST', '/northwindretail/target/authentication/token?authorizationScope=profile_api')
    await act(() => client.invalidateQueries())

    expect(await screen.findByText(/^Olivia Park generated a token on/)).toBeVisible()
    await user.keyboard('{Enter}')

    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect(requests).not.toContain(GENERATE)
  })

  it('does not take the first token of another for none', async () => {
    const { user, operator } = await openImplementation('no-token')
    await operator.call('POST', '/northwindretail/target/authentication/token?authorizationScope=profile_api')

    await user.click(theGenerateButton())

    expect(await screen.findByRole('alert')).toHaveTextContent(/^Error: Olivia Park generated a token/)
    expect(
      (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Authentication Token, Header' }))
        .value,
    ).toContain('•')
  })
})

describe('when authentication was turned off elsewhere', () => {
  const settings = '/northwindretail/target/clients/settings'
  const turnOff = (operator: BrowserSession) =>
    operator.call('PATCH', settings, { enableProfileApiAuthentication: false })

  it.each(['token-live', 'no-token'] as const)(
    'generates nothing, and says so first: %s',
    async (scenario) => {
      const { user, operator } = await openImplementation(scenario)
      const tokenBefore = screen.queryByRole<HTMLTextAreaElement>('textbox', {
        name: 'Authentication Token, Header',
      })
      await turnOff(operator)

      await user.click(theGenerateButton())
      if (scenario === 'token-live') {
        await user.click(theQuestion().getByRole('button', { name: 'Generate new token' }))
      }

      expect(await screen.findByRole('alert')).toHaveTextContent(
        /^Error: These are not the settings you saw\. Olivia Park changed them/,
      )
      await waitFor(() => expect(theSwitch()).not.toBeChecked())
      expect(theGenerateButton().hasAttribute('aria-disabled')).toBe(scenario === 'no-token')
      expect(
        screen.queryByRole<HTMLTextAreaElement>('textbox', { name: 'Authentication Token, Header' })?.value,
      ).toBe(tokenBefore?.value)
    },
  )

  it('takes a question about the state before back, and says why', async () => {
    const { user, operator, client, requests } = await openImplementation('token-live')
    await user.click(theGenerateButton())
    await turnOff(operator)
    await operator.call('PATCH', settings, { enableProfileApiAuthentication: true })
    await act(() => client.invalidateQueries())

    expect(await screen.findByText(/^These are not the settings you saw\./)).toBeVisible()
    await user.keyboard('{Enter}')

    expect(theGenerateButton()).toHaveFocus()
    expect(requests).not.toContain(GENERATE)
  })
})

describe('when it fails', () => {
  it('says so beside the button, with the request id, and shows what is true now', async () => {
    const { user, requests } = await openImplementation('no-token')
    const failure = {
      httpStatus: 503,
      requestId: 'r-18',
      requestTime: '',
      errors: [{ errorCode: 'Unavailable', message: '' }],
    }
    network.use(http.post(tokenAddress, () => HttpResponse.json(failure, { status: 503 })))

    await user.click(theGenerateButton())

    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'The service cannot do this at the moment. Wait a while and try again.There is no token.Request ID r-18',
      ),
    )
    expect(requests.at(-1)).toBe('GET /console/v1/implementation')
  })

  it('shows the token masked when it was made and only the answer was lost', async () => {
    const { user, person } = await openImplementation('no-token')
    network.use(
      http.post(tokenAddress, async ({ request }) => {
        await person.fetch(request)
        return HttpResponse.error()
      }),
    )

    await user.click(theGenerateButton())

    expect(await screen.findByText(FULL_LIFETIME)).toBeVisible()
    expect(theTokenField().value).toContain('•')
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^Error: The service could not be reached\. Check your connection\.The current token was generated .* by Ana Ortiz\.$/,
    )
  })
})
