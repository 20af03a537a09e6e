import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { network } from '../../support/console-setup.ts'
import { openImplementation, theSwitch, turnOn } from '../open-console.tsx'
import { changeOld, tokensOf, turnOff } from './calls.ts'
import { seen, theTurnOffButton } from './card.ts'

const restoreAddress = '*/console/v1/tokens/:tokenId/restore'
const theRestoreButton = () => screen.getByRole('button', { name: 'Let the old token work again' })
const theDone = () => screen.findByRole('region', { name: /works again$|is off$/ })
const noCard = () => expect(screen.queryByRole('region', { name: /refused/ })).not.toBeInTheDocument()
const theNumber = () => screen.queryByRole('link', { name: /refused$/, hidden: true })

describe('letting the old token work again', () => {
  it('says what it would cure and until when, does it, and says so with the focus', async () => {
    const { user, operator, requests } = await openImplementation('refused-after-end')
    expect(seen(screen.getByText(/would have let/))).toMatch(
      /^Letting …\w{4} work again would have let all of them in\. It then works until \w+ \d+, 20\d\d, when it would have expired; you can end it again at any time\.$/,
    )

    await user.click(theRestoreButton())

    const done = await theDone()
    expect(done).toHaveAccessibleName(/^the token ending in \w{4} works again$/)
    expect(done).toHaveTextContent(
      /^Done: …\w{4} works againCalls with it are let in, until \w+ \d+, 20\d\d\.$/,
    )
    await waitFor(noCard)
    expect(theNumber()).not.toBeInTheDocument()
    expect(done).toHaveFocus()
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1)
    expect((await tokensOf(operator)).map(({ state }) => state)).toEqual(['current', 'overlapping'])
  })

  it('goes on telling of calls that it does not cure', async () => {
    const { user } = await openImplementation('refused-after-several')
    const [first] = screen.getAllByRole('button', { name: /^Let the token/ })

    if (first) await user.click(first)

    expect(await theDone()).toBeVisible()
    expect(
      await screen.findByRole('heading', { name: '6 calls refused after several changes' }),
    ).toBeVisible()
    expect(theRestoreButton()).toBeVisible()
  })

  it('presses once, and nothing else meanwhile', async () => {
    const answered = Promise.withResolvers<void>()
    const { user, person, requests } = await openImplementation('refused-after-end')
    network.use(
      http.post(restoreAddress, ({ request }) => answered.promise.then(() => person.fetch(request))),
    )

    await user.click(theRestoreButton())
    await user.click(theRestoreButton())
    await user.click(theTurnOffButton())

    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    answered.resolve()
    await theDone()
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1)
  })

  it('says who was first', async () => {
    const { user, operator } = await openImplementation('refused-after-end')
    await changeOld(operator, 'restore')

    await user.click(theRestoreButton())

    expect(await screen.findByRole('alert')).toHaveTextContent(/Olivia Park/)
    await waitFor(noCard)
    expect(screen.getByRole('alert')).toHaveTextContent(/Olivia Park/)
  })

  it('says what is so when the answer was lost', async () => {
    const { user, person } = await openImplementation('refused-after-end')
    network.use(
      http.post(restoreAddress, async ({ request }) => {
        await person.fetch(request)
        return HttpResponse.error()
      }),
    )

    await user.click(theRestoreButton())

    await screen.findByText(/^…\w{4} works again$/)
    expect(screen.getByRole('alert')).toHaveTextContent(/^Error: The service could not be reached/)
    await waitFor(noCard)
  })

  it('is not said any more once it is not so', async () => {
    const { user, operator, client } = await openImplementation('refused-after-end')
    await user.click(theRestoreButton())
    const done = await theDone()

    await changeOld(operator, 'end')
    await act(() => client.invalidateQueries())

    await waitFor(() => expect(done).not.toBeInTheDocument())
  })
})

describe('turning authentication off because of refused calls', () => {
  it('asks as the switch does', async () => {
    const { user, requests } = await openImplementation('refused-after-turning-on')

    await user.click(theTurnOffButton())

    const question = within(screen.getByRole('alertdialog'))
    expect(question.getByText(/anyone who knows the client code can read and write profiles/)).toBeVisible()
    expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.click(question.getByRole('button', { name: 'Cancel' }))
    expect(theTurnOffButton()).toHaveFocus()
    expect(requests).toEqual([])
  })

  it('does it, and says so with the focus', async () => {
    const { user } = await openImplementation('refused-after-turning-on')

    await user.click(theTurnOffButton())
    await user.click(screen.getByRole('button', { name: 'Turn off' }))

    const done = await theDone()
    expect(done).toHaveTextContent('Require Authentication is offCalls are let in without a token.')
    expect(done).toHaveFocus()
    noCard()
    expect(theSwitch()).not.toBeChecked()
    await waitFor(() => expect(theNumber()).not.toBeInTheDocument())
  })

  it('is not said any more once authentication is on again', async () => {
    const { user } = await openImplementation('refused-after-turning-on')
    await user.click(theTurnOffButton())
    await user.click(screen.getByRole('button', { name: 'Turn off' }))
    const done = await theDone()
    const off = await screen.findByText('Every call is let in, with or without a token.')
    await waitFor(() => expect(off.parentElement).toHaveTextContent(/by Ana Ortiz/))

    await user.click(theSwitch())
    await turnOn(user)

    await waitFor(() => expect(done).not.toBeInTheDocument())
    await waitFor(() => expect(theSwitch()).toBeChecked())
    expect(theSwitch()).toHaveFocus()
  })

  it('says who was first, in place of the question', async () => {
    const { user, operator } = await openImplementation('refused-after-turning-on')
    await operator.call('PATCH', '/northwindretail/target/clients/settings', { locale: 'en_US' })

    await user.click(theTurnOffButton())
    await user.click(screen.getByRole('button', { name: 'Turn off' }))

    expect(
      await within(screen.getByRole('alertdialog')).findByText(
        /^These are not the settings you saw\. Olivia Park changed them/,
      ),
    ).toBeVisible()
    expect(theSwitch()).toBeChecked()
  })

  it('takes the card away when somebody else did it', async () => {
    const { operator, client } = await openImplementation('refused-after-turning-on')
    await turnOff(operator)

    await act(() => client.invalidateQueries())

    await waitFor(noCard)
    expect(screen.queryByText('Require Authentication is off')).not.toBeInTheDocument()
  })
})
