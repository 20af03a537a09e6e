import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { personCredentials } from '#mock/bring-about.ts'
import { network } from '../support/console-setup.ts'
import { openImplementation, theCopyButton, theGenerateButton, theSwitch } from './open-console.tsx'

const GENERATE = 'POST /northwindretail/target/authentication/token'
const FRESH = 'POST /console/v1/session/fresh'
const freshAddress = '*/console/v1/session/fresh'

const theDialog = () => screen.findByRole('dialog', { name: 'Sign in again' })
const theField = () => screen.findByLabelText('Your password')
const goOn = async (user: UserEvent, password: string) => {
  await user.type(await theField(), `${password}{Enter}`)
}

async function answerQuestion(user: UserEvent) {
  await user.click(theGenerateButton())
  const question = within(await screen.findByRole('alertdialog'))
  await user.click(question.getByRole('radio', { name: '30 days' }))
  await user.click(question.getByRole('button', { name: /^Generate/ }))
}

/** Keeps what the service is sent when a token is generated. */
function generatedWith() {
  const bodies: unknown[] = []
  network.events.on('request:start', ({ request }) => {
    if (`${request.method} ${new URL(request.url).pathname}` !== GENERATE) return
    void request
      .clone()
      .json()
      .then((body: unknown) => bodies.push(body))
  })
  return bodies
}

describe('an act that takes a fresh sign-in', () => {
  it('goes on as it was chosen once the password is given, with the focus where it leads', async () => {
    const { user, requests } = await openImplementation('signed-in-long-ago')
    const bodies = generatedWith()
    await answerQuestion(user)
    await theDialog()
    await waitFor(async () => expect(await theField()).toHaveFocus())

    await goOn(user, personCredentials.password)

    await waitFor(() => expect(theCopyButton()).toHaveFocus())
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(requests.filter((request) => request === GENERATE || request === FRESH)).toEqual([
      GENERATE,
      FRESH,
      GENERATE,
    ])
    expect(bodies).toHaveLength(2)
    expect(bodies[0]).toMatchObject({ expiresIn: 2_592_000 })
    expect(bodies[1]).toEqual(bodies[0])
  })

  it('is not done when the person would not, nothing is said to have failed, and what was chosen stays', async () => {
    const { user, requests } = await openImplementation('signed-in-long-ago')
    await answerQuestion(user)

    await user.click(within(await theDialog()).getByRole('button', { name: 'Cancel' }))

    const question = within(screen.getByRole('alertdialog'))
    const confirm = question.getByRole('button', { name: /^Generate/ })
    await waitFor(() => expect(confirm).not.toHaveAttribute('aria-disabled'))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(confirm).toHaveFocus()
    expect(question.getByRole('radio', { name: '30 days' })).toBeChecked()
    expect(requests).not.toContain(FRESH)
    expect(screen.getByText(/^62 days/)).toBeVisible()
  })

  it('leaves the switch as it was for who would not, and asks again the next time', async () => {
    const { user } = await openImplementation('signed-in-long-ago')
    await user.click(theSwitch())
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Turn off' }))
    await user.click(within(await theDialog()).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(theSwitch()).toBeChecked())
    await user.click(theSwitch())
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Turn off' }))

    await goOn(user, personCredentials.password)

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await waitFor(() => expect(theSwitch()).not.toBeChecked())
  })

  it('says of a wrong password that it is, keeps it selected, and goes on with the right one', async () => {
    const { user } = await openImplementation('signed-in-long-ago')
    await answerQuestion(user)

    await goOn(user, 'wrong horse battery')

    expect(await screen.findByText('This is not your password.')).toBeVisible()
    expect(await theField()).toHaveFocus()
    // Over what is selected.
    await user.keyboard(`${personCredentials.password}{Enter}`)

    await waitFor(() => expect(theCopyButton()).toHaveFocus())
  })

  it('asks for a password before it sends one', async () => {
    const { user, requests } = await openImplementation('signed-in-long-ago')
    await answerQuestion(user)

    await user.type(await theField(), '{Enter}')

    expect(await screen.findByText('Enter your password.')).toBeVisible()
    expect(requests).not.toContain(FRESH)
  })

  it('says how long to wait after too many wrong passwords', async () => {
    const { user } = await openImplementation('signed-in-long-ago')
    const problem = { type: 'about:blank', title: '', status: 429, detail: '', code: 'too-many-requests' }
    network.use(
      http.post(freshAddress, () =>
        HttpResponse.json({ ...problem, requestId: 'r' }, { status: 429, headers: { 'Retry-After': '60' } }),
      ),
    )
    await answerQuestion(user)

    await goOn(user, personCredentials.password)

    expect(await screen.findByText('Too many attempts to sign in. Try again in 60 seconds.')).toBeVisible()
    expect(await theField()).toHaveValue(personCredentials.password)
  })

  it('tells in its place why it cannot be asked for, and can be cancelled', async () => {
    const { user } = await openImplementation('signed-in-long-ago')
    network.use(http.get(freshAddress, () => HttpResponse.error()))
    await answerQuestion(user)

    expect(
      await screen.findByText(
        'The service could not be reached. Check your connection.',
        {},
        { timeout: 3000 },
      ),
    ).toBeVisible()
    await user.click(within(await theDialog()).getByRole('button', { name: 'Cancel' }))

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  describe('at the provider', () => {
    const ACME = { password: true, provider: { name: 'Acme' } }
    const startAddress = `${freshAddress}/provider`
    const AT_ACME = 'https://login.example.com/?state=again.s'

    /** Somebody who signs in at Acme, and a window that their browser opens; null: it opens none. */
    async function openAtAcme(opened: object | null = { location: { replace: vi.fn() }, close: vi.fn() }) {
      let isFresh = false
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page opens windows, and looks at nothing else of one
      const open = vi.spyOn(window, 'open').mockReturnValue(opened as Window | null)
      onTestFinished(() => open.mockRestore())
      const started = http.post(startAddress, () => HttpResponse.json({ url: AT_ACME }, { status: 201 }))
      const page = await openImplementation('signed-in-long-ago')
      network.use(
        http.get('*/console/v1/sign-in-ways', () => HttpResponse.json(ACME)),
        http.get(freshAddress, () => HttpResponse.json({ methods: ['oidc'], isFresh })),
        started,
      )
      await answerQuestion(page.user)
      const button = await screen.findByRole('button', { name: 'Sign in again with Acme' })
      return { ...page, open, button, becomeFresh: () => (isFresh = true) }
    }

    it('is done in a window of its own, and then goes on by itself', async () => {
      const opened = { location: { replace: vi.fn() }, opener: window, close: vi.fn() }
      const { user, button, becomeFresh, person } = await openAtAcme(opened)
      await waitFor(() => expect(button).toHaveFocus())

      await user.click(button)

      expect(await screen.findByText(/^Acme is open in a window of its own/)).toBeVisible()
      expect(opened.location.replace).toHaveBeenCalledExactlyOnceWith(AT_ACME)
      expect(opened.opener).toBeNull()
      await person.call('POST', '/console/v1/session/fresh', {
        method: 'password',
        password: personCredentials.password,
      })
      becomeFresh()
      document.dispatchEvent(new Event('visibilitychange'))
      await waitFor(() => expect(theCopyButton()).toHaveFocus())
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    })

    it('is a link where the browser opens no window', async () => {
      const { user, button } = await openAtAcme(null)

      await user.click(button)

      const link = await screen.findByRole('link', { name: 'Open Acme' })
      expect(link).toHaveAttribute('href', AT_ACME)
      expect(link).toHaveAttribute('target', '_blank')
    })

    it('says that the provider does not answer, and closes the window again', async () => {
      const opened = { location: { replace: vi.fn() }, close: vi.fn() }
      const { user, button } = await openAtAcme(opened)
      const problem = {
        type: 'about:blank',
        title: '',
        status: 503,
        detail: '',
        code: 'provider-unavailable',
      }
      network.use(
        http.post(startAddress, () => HttpResponse.json({ ...problem, requestId: 'r' }, { status: 503 })),
      )

      await user.click(button)

      expect(await screen.findByText(/^The sign-in provider does not answer/)).toBeVisible()
      expect(opened.close).toHaveBeenCalled()
      expect(opened.location.replace).not.toHaveBeenCalled()
    })
  })

  it('leads to sign-in when the session has ended meanwhile', async () => {
    const { user, person } = await openImplementation('signed-in-long-ago')
    await answerQuestion(user)
    await theField()
    person.forget()

    await goOn(user, personCredentials.password)

    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })
})
