import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { pathOf } from '#contract/operation.ts'
import { endToken, listTokens, restoreToken } from '#contract/rotation.ts'
import { network } from '../support/console-setup.ts'
import { openImplementation, theGenerateButton } from './open-console.tsx'
import { openReplaced, TOKEN } from './open-replaced.tsx'

const HOUR = 3600
const DAY = 24 * HOUR

const theList = () => screen.findByRole('region', { name: 'Old tokens' })
const theRows = async () =>
  within(await theList())
    .getAllByRole('row')
    .slice(1)
const theQuestion = () => within(screen.getByRole('alertdialog'))
const theHeading = () => screen.getByRole('heading', { name: 'Old tokens' })
const buttonOf = async (name: string, row = 0) => {
  const rows = await theRows()
  const found = rows[row]
  if (!found) throw new Error(`There is no row ${row}.`)
  return within(found).getByRole('button', { name: new RegExp(`^${name} \\(token ending in \\w{4}\\)$`) })
}
const answer = (name: string) => fireEvent.click(theQuestion().getByRole('button', { name }))
const theSaid = () => screen.getAllByRole('status').map(({ textContent }) => textContent)

describe('the list of old tokens', () => {
  it('is not there while there are none', async () => {
    await openImplementation('token-live')

    expect(await screen.findByRole('button', { name: 'End the current token…' })).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Old tokens' })).not.toBeInTheDocument()
  })

  it('tells by what each is known, until when it works and how long that is, and that five is the most', async () => {
    await openReplaced(5 * HOUR + 29 * 60)

    const [row] = await theRows()
    expect(row).toHaveTextContent(/ending in \w{4}made .* by Olivia Park/)
    expect(row).toHaveTextContent(/Works until .* (GMT|UTC)\S*/)
    expect(row).toHaveTextContent(/5 hours, 2\d minutes left/)
    expect(within(await theList()).getByText('At most 5 tokens work at a time')).toBeVisible()
  })

  it('tells who uses each, and when they called last', async () => {
    const { callWith, load, secrets } = await openReplaced(0, DAY)
    await callWith(secrets[0])
    await load()

    const [working, over] = await theRows()
    expect(working).toHaveTextContent(/Unknown caller1 call in 24 hours, last \S/)
    expect(over).toHaveTextContent(/Stopped working .*replaced by Olivia Park\. Can work again until /)
  })

  it('shows three of those whose time is over, and the others when they are asked for', async () => {
    const { user } = await openReplaced(0, 0, 0, 0, 0)
    expect(await theRows()).toHaveLength(3)

    await user.click(screen.getByRole('button', { name: 'Show 2 more' }))

    expect(await theRows()).toHaveLength(5)
    expect(theHeading()).toHaveFocus()
  })

  it('is for those alone who may see tokens', async () => {
    const { requests } = await openImplementation('observer')

    expect(screen.queryByRole('button', { name: /End/ })).not.toBeInTheDocument()
    expect(requests).not.toContain(`GET ${listTokens.path}`)
  })

  it('says in its own place that it could not be loaded, and tries again', async () => {
    let isDown = true
    const { user, operator, client } = await openImplementation('token-live')
    const fail = () => (isDown ? HttpResponse.json({}, { status: 500 }) : undefined)
    network.use(http.get(`*${listTokens.path}`, fail))
    await operator.call('POST', TOKEN, { overlapSeconds: DAY })
    await act(() => client.invalidateQueries())
    const again = await screen.findByRole('button', { name: 'Try again' }, { timeout: 5000 })

    isDown = false
    await user.click(again)

    expect(await theRows()).toHaveLength(1)
    expect(theGenerateButton()).toBeVisible()
  })
})

describe('letting one work longer', () => {
  it('shows each date before, and is heard when it is done, with the focus where it was', async () => {
    const { user, listed } = await openReplaced(HOUR)
    const button = await buttonOf('Let it work longer…')
    await user.click(button)
    const choices = theQuestion().getAllByRole<HTMLInputElement>('radio')
    expect(choices.map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      '1 day longer',
      '7 days longer',
      '30 days longer',
      'Until it expires',
      'Other…',
    ])
    const before = Date.parse((await listed())[1]?.worksUntil ?? '')

    fireEvent.click(theQuestion().getByRole('radio', { name: '7 days longer' }))
    expect(theQuestion().getByText(/^Works until/)).toHaveTextContent(/^Works until .* (GMT|UTC)\S*$/)
    answer('Let it work longer')

    await waitFor(() => expect(theSaid()).toContainEqual(expect.stringMatching(/now works until .*\.$/)))
    expect(Date.parse((await listed())[1]?.worksUntil ?? '')).toBe(before + 7 * DAY * 1000)
    expect(await buttonOf('Let it work longer…')).toHaveFocus()
  })

  it('is offered in no step that goes past its own expiry', async () => {
    const { user, operator, client } = await openImplementation('token-expiring')
    await operator.call('POST', TOKEN, { overlapSeconds: HOUR })
    await act(() => client.invalidateQueries())

    await user.click(await buttonOf('Let it work longer…'))

    const choices = theQuestion().getAllByRole<HTMLInputElement>('radio')
    expect(choices.map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      '1 day longer',
      '7 days longer',
      'Until it expires',
      'Other…',
    ])
  })

  it('is offered up to its own expiry, and no more once it works until then', async () => {
    const { user } = await openReplaced(HOUR)
    await user.click(await buttonOf('Let it work longer…'))

    fireEvent.click(theQuestion().getByRole('radio', { name: 'Until it expires' }))
    answer('Let it work longer')

    await waitFor(async () => expect((await theRows())[0]).toHaveTextContent(/left, then it expires/))
    expect(screen.queryByRole('button', { name: /^Let it work longer/ })).not.toBeInTheDocument()
    expect(theHeading()).toHaveFocus()
  })
})

describe('ending one', () => {
  it('that nobody uses breaks nothing, and it can work again', async () => {
    const { user, callWith, secrets } = await openReplaced(0, DAY)
    await user.click(await buttonOf('End now…'))
    expect(theQuestion().getByText('No caller that is known still uses it.')).toBeVisible()
    expect(theQuestion().getByText(/^Without this, you can let it work again until /)).toBeVisible()
    expect(theQuestion().getByRole('button', { name: 'End now' })).toHaveFocus()

    answer('End now')

    await waitFor(() =>
      expect(theSaid()).toContainEqual(expect.stringMatching(/^The token ending in \w{4} has ended\.$/)),
    )
    expect((await theRows())[0]).toHaveTextContent(/Ended .*by Ana Ortiz\. Can work again until /)
    expect(theHeading()).toHaveFocus()
    expect(await callWith(secrets[0])).toBe(401)

    await user.click(await buttonOf('Let it work again'))

    await waitFor(() => expect(theSaid()).toContainEqual(expect.stringMatching(/works again, until /)))
    expect(await callWith(secrets[0])).not.toBe(401)
    expect(theHeading()).toHaveFocus()
  })

  it('that is used says who will fail, and looks as dangerous as it is', async () => {
    const { user, callWith, load, secrets } = await openReplaced(0, DAY)
    await callWith(secrets[0])
    await load()

    await user.click(await buttonOf('End now…'))

    const question = theQuestion()
    expect(question.getByText('From the next call on, calls with this token will fail')).toBeVisible()
    expect(question.getByRole('list')).toHaveTextContent(/^Unknown caller last call \S/)
    expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    expect(question.getByRole('button', { name: 'End now' })).toHaveAttribute('data-variant', 'danger')
  })

  it('for good, because it leaked, takes it off the list', async () => {
    const { user, listed } = await openReplaced(DAY)
    await user.click(await buttonOf('End now…'))

    fireEvent.click(theQuestion().getByRole('checkbox', { name: /^For good: it leaked/ }))
    expect(theQuestion().getByText('This cannot be undone.')).toBeVisible()
    answer('End for good')

    await waitFor(() => expect(theSaid()).toContainEqual(expect.stringMatching(/has ended for good\.$/)))
    expect(screen.queryByRole('region', { name: 'Old tokens' })).not.toBeInTheDocument()
    expect(await listed()).toHaveLength(1)
    expect(theGenerateButton()).toHaveFocus()
  })

  it('that works no more can be for good all the same', async () => {
    const { user, listed } = await openReplaced(0)
    await user.click(await buttonOf('End for good…'))
    expect(theQuestion().queryByRole('checkbox')).not.toBeInTheDocument()

    answer('End for good')

    await waitFor(() => expect(theSaid()).toContainEqual(expect.stringMatching(/has ended for good\.$/)))
    expect(await listed()).toHaveLength(1)
  })
})

describe('ending the current one', () => {
  it('says that all calls will be refused, and leaves it on the list of those that can work again', async () => {
    const { user } = await openImplementation('token-live')
    await user.click(await screen.findByRole('button', { name: 'End the current token…' }))
    expect(
      await screen.findByText(
        'From the next call on, every profile API call is refused until you generate a new token',
      ),
    ).toBeVisible()
    expect(theQuestion().getByRole('button', { name: 'Cancel' })).toHaveFocus()

    answer('End now')

    expect(await screen.findByText('All profile API calls are refused until a token exists')).toBeVisible()
    expect((await theRows())[0]).toHaveTextContent(/Ended .*by Ana Ortiz\./)
    expect(theGenerateButton()).toHaveFocus()

    await user.click(await buttonOf('Let it work again'))

    expect(await screen.findByRole('textbox', { name: /^Authentication Token, / })).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Old tokens' })).not.toBeInTheDocument()
    expect(theGenerateButton()).toHaveFocus()
  })

  it('is not as grave while old ones work or authentication is off', async () => {
    const { user } = await openReplaced(DAY)
    await user.click(screen.getByRole('button', { name: 'End the current token…' }))
    expect(await screen.findByRole('alertdialog')).not.toHaveTextContent(/every profile API call/)
    answer('Cancel')
    await user.click(screen.getByRole('switch'))
    await user.click(theQuestion().getByRole('button', { name: /^Turn off/i }))
    await waitFor(() => expect(screen.getByRole('switch')).not.toBeChecked())

    await user.click(screen.getByRole('button', { name: 'End the current token…' }))

    expect(theQuestion().getByText(/^Authentication is off/)).toBeVisible()
  })
})

describe('when somebody else was first', () => {
  it('takes the question about an old one back for good', async () => {
    const { user, operator, listed, load } = await openReplaced(DAY)
    await user.click(await buttonOf('End now…'))
    const [, old] = await listed()
    const path = pathOf(endToken, { tokenId: old?.id ?? '' })
    await operator.call('POST', path, { forGood: true }, { 'If-Match': old?.etag ?? '' })
    await load()

    expect(await screen.findByText(/^Things have changed since you saw them\./)).toBeVisible()
    expect(theQuestion().getByRole('button')).toHaveFocus()
    answer('Close')

    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect((await listed()).map(({ state }) => state)).toEqual(['current'])
  })

  it('takes the question about the current one back for good, also when that one works again', async () => {
    const { user, operator, listed, load } = await openReplaced(DAY)
    await user.click(screen.getByRole('button', { name: 'End the current token…' }))
    await screen.findByRole('alertdialog')
    for (const operation of [endToken, restoreToken]) {
      const [{ id, etag } = { id: '', etag: '' }] = await listed()
      await operator.call('POST', pathOf(operation, { tokenId: id }), {}, { 'If-Match': etag })
      await load()
      expect(await screen.findByText(/^Things have changed since you saw them\./)).toBeVisible()
    }

    answer('Close')

    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect((await listed())[0]?.state).toBe('current')
  })

  it('says who, and loads the list anew', async () => {
    const { user, operator, listed } = await openReplaced(DAY)
    await user.click(await buttonOf('End now…'))
    const [, old] = await listed()
    const path = pathOf(endToken, { tokenId: old?.id ?? '' })
    await operator.call('POST', path, { forGood: false }, { 'If-Match': old?.etag ?? '' })

    answer('End now')

    expect(
      await screen.findByText(/^Olivia Park ended this token on .*\. Calls with it are refused\.$/),
    ).toBeVisible()
    answer('Close')
    expect(await buttonOf('Let it work again')).toBeVisible()
    expect(theHeading()).toHaveFocus()
  })

  it('lets no sixth work, and says what to do', async () => {
    const { user, requests } = await openReplaced(0, DAY, DAY, DAY, DAY)

    await user.click(await buttonOf('Let it work again', 4))

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Besides the current token four old ones still work, which is the most. End one of them first.',
    )
    expect(requests.filter((request) => request.endsWith('/restore'))).toHaveLength(1)
  })

  it('tells of a failure that it is not known what became of it, and then what is true', async () => {
    const { user } = await openReplaced(0)
    network.use(
      http.post(`*${restoreToken.path.replace(':tokenId', '*')}`, () => HttpResponse.error(), { once: true }),
    )

    await user.click(await buttonOf('Let it work again'))

    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(/could not be reached/)
    await waitFor(() => expect(alert).toHaveTextContent('The list shows what is true now.'))
  })
})
