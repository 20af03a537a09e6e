import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { network } from '../support/console-setup.ts'
import { openImplementation, theGenerateButton, theSwitch, turnOn } from './open-console.tsx'

const settingsAddress = '*/northwindretail/target/clients/settings'
const theQuestion = () => within(screen.getByRole('alertdialog'))

describe('turning it on', () => {
  it('says before that every call is refused while there is no token', async () => {
    const { user, requests } = await openImplementation('off')

    await user.click(theSwitch())

    expect(
      theQuestion().getByText(/Every profile API call will be refused until you generate one/),
    ).toBeVisible()
    expect(theQuestion().getByRole('button', { name: 'Cancel' })).toHaveFocus()
    expect(theSwitch()).not.toBeChecked()
    expect(requests).toEqual(['GET /console/v1/callers'])
  })

  it('says before that an expired token does not help', async () => {
    const { user } = await openImplementation({ token: { age: 100, lifetime: 60 } })

    await user.click(theSwitch())

    expect(theQuestion().getByRole('heading')).toHaveTextContent('Require authentication without a token?')
  })

  it('says before that scripts must send the header of the token that is there', async () => {
    const { user } = await openImplementation('off-with-token')

    await user.click(theSwitch())

    expect(theQuestion().getByText(/calls without a token that works are refused/)).toBeVisible()
    expect(theQuestion().getByRole('button', { name: 'Turn on' })).toHaveFocus()
  })

  it('shows the new state and who changed it, and makes generating possible', async () => {
    const { user } = await openImplementation('off')

    await user.click(theSwitch())
    await turnOn(user)

    await waitFor(() => expect(theSwitch()).toBeChecked())
    expect(await screen.findByText(/Last changed .* by Ana Ortiz/)).toBeVisible()
    expect(screen.getByText('All profile API calls are refused until a token exists')).toBeVisible()
    expect(theGenerateButton()).not.toHaveAttribute('aria-disabled')
  })

  it('changes nothing when it is cancelled, and gives the focus back', async () => {
    const { user, requests } = await openImplementation('off')

    theSwitch().focus()
    await user.keyboard(' ')
    await user.click(theQuestion().getByRole('button', { name: 'Cancel' }))

    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect(theSwitch()).not.toBeChecked()
    expect(theSwitch()).toHaveFocus()
    expect(requests).toEqual(['GET /console/v1/callers'])
  })
})

describe('turning it off', () => {
  it('says before that anyone can write then, and that the token is kept', async () => {
    const { user } = await openImplementation('token-live')

    await user.click(theSwitch())

    expect(
      theQuestion().getByText(/anyone who knows the client code can read and write profiles/),
    ).toBeVisible()
    expect(theQuestion().getByText(/The token is kept/)).toBeVisible()
    expect(theQuestion().getByRole('button', { name: 'Cancel' })).toHaveFocus()
    expect(theQuestion().getByRole('button', { name: 'Turn off' })).toHaveAttribute('data-variant', 'danger')
  })

  it('shows the new state', async () => {
    const { user } = await openImplementation('token-live')

    await user.click(theSwitch())
    await user.click(theQuestion().getByRole('button', { name: 'Turn off' }))

    expect(
      await screen.findByText('Anyone who knows the client code can read and write profiles'),
    ).toBeVisible()
    expect(theSwitch()).not.toBeChecked()
  })
})

describe('what was done', () => {
  it('is heard once it is so', async () => {
    const { user } = await openImplementation('off')

    await user.click(theSwitch())
    await turnOn(user)

    expect(
      await screen.findByText(/^Require Authentication is on\./, { selector: 'output *' }),
    ).toBeInTheDocument()
  })
})

describe('while it is saved', () => {
  it('shows what was asked for, and a second press does nothing', async () => {
    let answer = () => {}
    const answered = new Promise<void>((resolve) => (answer = resolve))
    const { user, requests, person } = await openImplementation('token-live')
    network.use(
      http.patch(settingsAddress, async ({ request }) => answered.then(() => person.fetch(request))),
    )

    await user.click(theSwitch())
    const confirm = theQuestion().getByRole('button', { name: 'Turn off' })
    act(() => {
      confirm.click()
      confirm.click()
    })
    await waitFor(() => expect(confirm).toHaveAttribute('data-pending', 'true'))
    await user.click(theSwitch())

    expect(theSwitch()).not.toBeChecked()
    expect(theSwitch()).toHaveAccessibleDescription(/^Saving…/)
    expect(
      screen.queryByText('Anyone who knows the client code can read and write profiles'),
    ).not.toBeInTheDocument()
    answer()
    expect(await screen.findByText(/by Ana Ortiz/)).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
    expect(theSwitch()).toHaveFocus()
    expect(requests.filter((request) => request.startsWith('PATCH'))).toHaveLength(1)
  })
})

describe('when it cannot be changed', () => {
  it('rolls back and says why, in place of the question, when someone else was first', async () => {
    const { user, operator } = await openImplementation('off')
    await operator.call('PATCH', '/northwindretail/target/clients/settings', { locale: 'en_US' })

    await user.click(theSwitch())
    await turnOn(user)

    expect(
      await theQuestion().findByText(/^These are not the settings you saw\. Olivia Park changed them/),
    ).toBeVisible()
    expect(theQuestion().getByRole('button')).toHaveAccessibleName('Close')
    await waitFor(() => expect(theSwitch()).not.toBeChecked())
  })

  it.each(['off', 'token-live'] as const)(
    'takes a question about the settings before back for good, and says why: %s',
    async (scenario) => {
      const { user, operator, client, requests } = await openImplementation(scenario)
      const isOn = scenario !== 'off'
      await user.click(theSwitch())

      for (const enableProfileApiAuthentication of [!isOn, isOn]) {
        await operator.call('PATCH', '/northwindretail/target/clients/settings', {
          enableProfileApiAuthentication,
        })
        await act(() => client.invalidateQueries())
        await waitFor(() => expect(theSwitch()).toHaveProperty('checked', enableProfileApiAuthentication))
        expect(
          theQuestion().getByText(/^These are not the settings you saw\. Olivia Park changed them/),
        ).toBeVisible()
        expect(theQuestion().getByRole('button')).toHaveFocus()
      }
      await user.keyboard('{Enter}')

      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
      expect(theSwitch()).toHaveFocus()
      expect(requests).not.toContain('PATCH /northwindretail/target/clients/settings')
    },
  )

  it('names nobody where another setting was changed, for it does not know who did that', async () => {
    const { user, operator, client } = await openImplementation('token-live')
    await user.click(theSwitch())

    await operator.call('PATCH', '/northwindretail/target/clients/settings', { locale: 'en_US' })
    await act(() => client.invalidateQueries())

    expect(await screen.findByText(/^Things have changed since you saw them/)).toBeVisible()
  })

  it('is shown as changed though what is true now cannot be loaded', async () => {
    const { user } = await openImplementation('off')
    network.use(http.get('*/console/v1/implementation', () => HttpResponse.error()))

    await user.click(theSwitch())
    await turnOn(user)

    expect(await screen.findByText('What you see may be out of date')).toBeVisible()
    expect(theSwitch()).toBeChecked()
  })

  it('can be tried again on what the other left', async () => {
    const { user, operator } = await openImplementation('off')
    for (const enableProfileApiAuthentication of [true, false]) {
      await operator.call('PATCH', '/northwindretail/target/clients/settings', {
        enableProfileApiAuthentication,
      })
    }
    await user.click(theSwitch())
    await turnOn(user)
    await screen.findByText(/Last changed .* by Olivia Park/)
    await user.click(await theQuestion().findByRole('button', { name: 'Close' }))

    await user.click(theSwitch())
    await turnOn(user)

    expect(await screen.findByText(/Last changed .* by Ana Ortiz/)).toBeVisible()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('rolls back, says in the question that the service failed, and loads what is true now', async () => {
    const { user, requests } = await openImplementation('off')
    const problem = {
      httpStatus: 500,
      requestId: 'r-17',
      requestTime: '',
      errors: [{ errorCode: 'Internal', message: 'inner' }],
    }
    network.use(http.patch(settingsAddress, () => HttpResponse.json(problem, { status: 500 })))

    await user.click(theSwitch())
    await turnOn(user)

    await waitFor(() =>
      expect(theQuestion().getByRole('alert')).toHaveTextContent(
        'Something went wrong in the service.Require Authentication is off.Request ID r-17',
      ),
    )
    await waitFor(() => expect(theSwitch()).not.toBeChecked())
    expect(requests.slice(-2)).toEqual([
      'PATCH /northwindretail/target/clients/settings',
      'GET /console/v1/implementation',
    ])
  })

  it('knows what is so though the computer’s clock was set back meanwhile', async () => {
    const { user } = await openImplementation('off')
    network.use(
      http.patch(settingsAddress, () => {
        vi.setSystemTime(Date.now() - 3_600_000)
        return HttpResponse.error()
      }),
    )
    onTestFinished(() => void vi.useRealTimers())
    vi.useFakeTimers({ toFake: ['Date'] })

    await user.click(theSwitch())
    await turnOn(user)

    await waitFor(() =>
      expect(theQuestion().getByRole('alert')).toHaveTextContent(/Require Authentication is off\.$/),
    )
  })

  it('shows that it was changed all the same when only the answer was lost', async () => {
    const { user, person } = await openImplementation('off')
    network.use(
      http.patch(settingsAddress, async ({ request }) => {
        await person.fetch(request)
        return HttpResponse.error()
      }),
    )

    await user.click(theSwitch())
    await turnOn(user)

    await waitFor(() => expect(theQuestion().queryByRole('button', { name: 'Turn on' })).toBeNull())
    await waitFor(() =>
      expect(theQuestion().getByRole('alert')).toHaveTextContent(
        'The service could not be reached. Check your connection.Require Authentication is on.',
      ),
    )
    expect(theSwitch()).toBeChecked()
  })
})
