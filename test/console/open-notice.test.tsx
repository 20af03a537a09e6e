import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { nameCaller } from '#contract/callers.ts'
import { pathOf } from '#contract/operation.ts'
import { scenarios } from '#mock/scenarios.ts'
import {
  theCopyButton,
  openImplementation,
  theGenerateButton,
  theTokenField,
  theSwitch,
} from './open-console.tsx'

const TITLE = 'Anyone who knows the client code can read and write profiles'
const theNotice = () => screen.getByText(TITLE).parentElement
const thePrepareButton = () => screen.getByRole('button', { name: 'Prepare a token…' })
const theQuestion = () => within(screen.getByRole('alertdialog'))
const ofPage = (requests: string[]) =>
  requests.filter((request) => request === 'GET /console/v1/implementation')

describe('while anyone may call', () => {
  it('says when nobody has', async () => {
    await openImplementation('off')

    expect(theNotice()).toHaveTextContent('No call has come in the last 7 days.')
  })

  it('says who did without a token', async () => {
    await openImplementation('callers')

    expect(theNotice()).toHaveTextContent(
      'In the last 7 days calls without a token came from Point of sale, 192.0.2.44, and Nightly CRM job.',
    )
  })

  it('says it in a sentence of five hundred as well', async () => {
    await openImplementation({ jobs: scenarios['many-callers'].jobs })

    expect(theNotice()).toHaveTextContent(/calls without a token came from \S+, \S+, \S+, and 497 more\./)
  })

  it('leads to the steps of going live', async () => {
    await openImplementation('off')

    expect(screen.getByRole('link', { name: 'Going live, step by step' })).toHaveAttribute(
      'href',
      '/going-live',
    )
  })

  it('does not tell who calls to those who may not see it, and offers them nothing', async () => {
    const { requests } = await openImplementation({ ...scenarios.callers, role: 'publisher' })

    expect(theNotice()).toHaveTextContent(/The client code is not a secret\.$/)
    expect(screen.queryByRole('button', { name: 'Prepare a token…' })).not.toBeInTheDocument()
    expect(screen.queryByRole('heading', { name: 'Callers' })).not.toBeInTheDocument()
    expect(requests).toEqual([])
  })
})

describe('preparing a token', () => {
  it('says first that nothing changes for those who call, and lets choose how long it works', async () => {
    const { user, requests } = await openImplementation('callers')

    await user.click(thePrepareButton())

    expect(theQuestion().getByText(/^Nothing changes for anyone who calls\./)).toBeVisible()
    expect(theQuestion().getByRole('radio', { name: '90 days' })).toBeChecked()
    await user.click(theQuestion().getByRole('button', { name: 'Cancel' }))
    expect(requests).toEqual([])
    expect(thePrepareButton()).toHaveFocus()
  })

  it('leaves the switch off and brings the header, ready to be copied, and what callers do with it', async () => {
    const { user } = await openImplementation('callers')

    await user.click(thePrepareButton())
    await user.click(theQuestion().getByRole('radio', { name: '30 days' }))
    await user.click(theQuestion().getByRole('button', { name: 'Prepare token' }))

    await waitFor(() => expect(theCopyButton()).toHaveFocus())
    expect(theTokenField().value).toMatch(/^Authorization: Bearer tpa_/)
    expect(screen.getByText('Expires In').nextElementSibling).toHaveTextContent(/^(30|29) days/)
    expect(theSwitch()).not.toBeChecked()
    expect(theGenerateButton()).not.toHaveAttribute('aria-disabled')
    await waitFor(() => expect(theNotice()).toHaveTextContent('0 of 3 callers send the token'))
    expect(theNotice()).toHaveTextContent('3 have not called since the token was made')
    expect(screen.queryByRole('button', { name: 'Prepare a token…' })).not.toBeInTheDocument()
  })

  it('says why Generate cannot be pressed before', async () => {
    const { user, requests } = await openImplementation('callers')

    await user.click(theGenerateButton())

    expect(theGenerateButton()).toHaveAccessibleDescription(
      'There is no token yet. Prepare one above, or turn on Require Authentication.',
    )
    expect(requests).toEqual([])
  })
})

describe('with a token that is not asked for yet', () => {
  it('counts who sends it, and says by name who does not and what would happen', async () => {
    await openImplementation('prepared')

    expect(theNotice()).toHaveTextContent('2 of 3 callers send the token')
    expect(theNotice()).toHaveTextContent(
      /192\.0\.2\.44 \(curl\) does not yet: 3 calls a day, last .+\. It would be refused if you turned on Require Authentication now\./,
    )
  })

  it('counts who has not called since neither as moved nor as left behind', async () => {
    await openImplementation('prepared-not-seen')

    expect(theNotice()).toHaveTextContent('1 of 3 callers sends the token')
    expect(theNotice()).toHaveTextContent(
      '2 have not called since the token was made, so it is not known whether they send it.',
    )
    expect(theNotice()).not.toHaveTextContent('refused')
  })

  it('says when all send it', async () => {
    await openImplementation('all-prepared')

    expect(theNotice()).toHaveTextContent('All 3 callers send the token')
    expect(theNotice()).toHaveTextContent('No caller would be refused')
  })

  it('promises nothing for those whom it does not tell apart', async () => {
    await openImplementation('many-callers')

    expect(theNotice()).toHaveTextContent('478 of 500 callers send the token')
    expect(theNotice()).toHaveTextContent('It is one of 22 callers that would be refused')
    expect(theNotice()).toHaveTextContent('Others, for whom there is no room in the list')
  })

  it('says when nobody has called', async () => {
    await openImplementation({ token: { age: 60, lifetime: 86_400 } })

    expect(theNotice()).toHaveTextContent('so it is not known who sends the token')
  })

  it('keeps counting while it is looked at, and only then', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
      shouldAdvanceTime: true,
    })
    const { operator, requests } = await openImplementation('prepared')
    const { callers } = await (await operator.call('GET', '/console/v1/callers')).json()
    const unnamed = callers.find(({ name }: { name: string | null }) => name === null)
    await operator.call('PATCH', pathOf(nameCaller, { callerId: unnamed.id }), { name: 'Price check' })

    await act(() => vi.advanceTimersByTimeAsync(30_000))

    await waitFor(() => expect(theNotice()).toHaveTextContent('Price check (192.0.2.44 · curl) does not yet'))
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    requests.length = 0
    await act(() => vi.advanceTimersByTimeAsync(120_000))
    expect(ofPage(requests)).toEqual([])
  })
})
