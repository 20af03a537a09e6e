import { act, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { pathOf } from '#contract/operation.ts'
import { pages } from '#console/pages.ts'
import { listUsers, setRoles, UserList } from '#contract/users.ts'
import { personCredentials } from '#mock/bring-about.ts'
import { startMockService } from '#mock/mock-service.ts'
import { network } from '../support/console-setup.ts'
import { heldDeadlines } from '../support/deadlines.ts'
import { openConsole, openImplementation, theSwitch, turnOn } from './open-console.tsx'

const implementationAddress = '*/console/v1/implementation'
const loadFailure = () => screen.findByRole('heading', { name: 'This page could not be loaded' })

describe('when the page cannot be loaded', () => {
  it('says so in its place, with the request id, and loads it by Try again', async () => {
    const { user } = await openConsole(pages.implementation.path, 'service-down')
    await loadFailure()
    expect(screen.getByText('Something went wrong in the service.')).toBeVisible()
    expect(screen.getByText(/^Request ID/)).toHaveTextContent(/^Request ID [0-9a-f]{24}$/)

    network.resetHandlers()
    const { person } = await startMockService({}, location.origin)
    network.use(http.all('*/console/v1/*', ({ request }) => person.fetch(request)))
    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByRole('switch')).toBeVisible()
  })

  it('says that the service cannot be reached', async () => {
    await openConsole(pages.implementation.path, 'unreachable')

    await loadFailure()

    expect(screen.getByText('The service could not be reached. Check your connection.')).toBeVisible()
  })

  it('says that it does not understand an answer of a wrong shape', async () => {
    const wrongShape = http.get(implementationAddress, () => HttpResponse.json({ account: {} }))
    await openConsole(pages.implementation.path, 'off', wrongShape)

    await loadFailure()

    expect(screen.getByText(/answered something that this console does not understand/)).toBeVisible()
  })
})

describe('when nothing answers', () => {
  const silent = () => new Promise<Response>(() => {})

  it.each([
    [pages.implementation.path, implementationAddress, 'Implementation'],
    ['/nowhere', '*/console/v1/session', 'Page not found'],
  ])(
    'says so after 10 seconds in the place of %s, and loads it by Try again',
    async (path, address, title) => {
      const pass = heldDeadlines()
      const asked = Promise.withResolvers<void>()
      const silentOnce = http.get(
        address,
        () => {
          asked.resolve()
          return silent()
        },
        { once: true },
      )
      const { user } = await openConsole(path, 'token-live', silentOnce)
      await asked.promise
      expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()

      act(() => pass(10_000))
      await loadFailure()
      await user.click(screen.getByRole('button', { name: 'Try again' }))

      expect(await screen.findByRole('heading', { name: title, level: 1 })).toBeVisible()
      expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    },
  )

  it('says that it is not known whether a change was made, then what is true', async () => {
    const { user, person } = await openImplementation('off')
    const pass = heldDeadlines()
    const asked = Promise.withResolvers<void>()
    const loaded = Promise.withResolvers<void>()
    network.use(
      http.patch('*/northwindretail/target/clients/settings', async ({ request }) => {
        await person.fetch(request)
        asked.resolve()
        return silent()
      }),
      http.get(implementationAddress, async ({ request }) => {
        await loaded.promise
        return person.fetch(request)
      }),
    )
    await user.click(theSwitch())
    await turnOn(user)
    await asked.promise

    act(() => pass(10_000))

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The service could not be reached. Check your connection.It is not known whether it was done.',
    )
    loaded.resolve()
    expect(await screen.findByText('Require Authentication is on.')).toBeVisible()
    expect(screen.queryByText('It is not known whether it was done.')).not.toBeInTheDocument()
    expect(theSwitch()).toBeChecked()
  })

  it('leads to sign-in when signing out was done and only the answer was lost', async () => {
    const { user, person } = await openImplementation('off')
    network.use(
      http.delete('*/console/v1/session', async ({ request }) => {
        await person.fetch(request)
        return HttpResponse.error()
      }),
    )

    await user.click(screen.getByRole('button', { name: 'Sign out', hidden: true }))

    expect(await screen.findByLabelText('E-mail')).toBeVisible()
  })
})

describe('when a page that is there cannot be loaded again', () => {
  it('goes on showing it and says that it may be out of date', async () => {
    const { client } = await openImplementation('token-live')
    network.use(http.get(implementationAddress, () => HttpResponse.error()))

    await act(() => client.invalidateQueries())

    expect(await screen.findByText('What you see may be out of date')).toBeVisible()
    expect(theSwitch()).toBeVisible()
    expect(screen.getByText('Expires In').nextElementSibling).toHaveTextContent(/, \d{4} at /)
  })

  it('tries by itself until it can, and then says again how long the token works', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const { client, person } = await openImplementation('token-live')
    network.use(http.get(implementationAddress, () => HttpResponse.error()))
    await act(() => client.invalidateQueries())
    await screen.findByText('What you see may be out of date')
    expect(screen.queryByText('62 days, 9 hours, 53 minutes')).not.toBeInTheDocument()

    network.use(http.get(implementationAddress, async ({ request }) => person.fetch(request)))
    act(() => void vi.advanceTimersByTime(5000))

    expect(await screen.findByText('62 days, 9 hours, 53 minutes')).toBeVisible()
    expect(screen.queryByText('What you see may be out of date')).not.toBeInTheDocument()
  })
})

describe('a role that was lowered meanwhile', () => {
  it('takes the controls away with the reason, and says why the last act was refused', async () => {
    const { user, operator } = await openImplementation('token-live')
    const { users } = v.parse(UserList, await (await operator.call('GET', listUsers.path)).json())
    const ana = users.find(({ email }) => email === personCredentials.email)
    const lowered = { sysadmin: false, roles: [{ workspace: 'default', role: 'observer' }] }
    await operator.call('PUT', pathOf(setRoles, { userId: ana?.id ?? '' }), lowered, {
      'If-Match': '*',
    })

    await user.click(screen.getByRole('button', { name: 'Reveal Authentication Token' }))

    expect(await screen.findByText('You can see this but not change it')).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent(/^Error: Your role does not allow this/)
    expect(theSwitch()).toHaveAttribute('aria-disabled', 'true')
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: /^Generate New/ })).toHaveFocus()
  })
})

describe('a session that ends in the middle', () => {
  it('says that what was asked for was not done, and gives the focus back where it was', async () => {
    const { user, person } = await openImplementation('token-live')
    person.forget()

    await user.click(theSwitch())
    await user.click(screen.getByRole('button', { name: 'Turn off' }))
    expect(await screen.findByText('Your session has ended')).toBeVisible()
    expect(screen.getByText(/^What you asked for last was not done\./)).toBeVisible()
    expect(screen.getByLabelText('E-mail')).toHaveFocus()
    await user.keyboard(`${personCredentials.email}{Tab}${personCredentials.password}{Enter}`)

    expect(await screen.findByRole('switch')).toHaveFocus()
    expect(theSwitch()).toBeChecked()
  })

  it('leads to sign-in and back to where it was', async () => {
    const { user, person } = await openImplementation('token-live')
    person.forget()

    await user.click(screen.getByRole('button', { name: 'Reveal Authentication Token' }))
    await user.type(await screen.findByLabelText('E-mail'), personCredentials.email)
    await user.type(screen.getByLabelText('Password'), personCredentials.password)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByRole('switch')).toBeVisible()
    expect(location.pathname).toBe(pages.implementation.path)
  })

  it('leaves nothing of what was shown', async () => {
    const { user, person, client } = await openImplementation('token-live')
    person.forget()

    await user.click(screen.getByRole('button', { name: 'Reveal Authentication Token' }))
    await screen.findByLabelText('E-mail')

    await waitFor(() =>
      expect(
        client
          .getQueryCache()
          .getAll()
          .map(({ state }) => state.data),
        // That sign-in is there, and how people sign in, is nobody's own.
      ).toEqual([{ kind: 'signed-out', end: 'undone' }, true, { password: true, provider: null }]),
    )
  })
})
