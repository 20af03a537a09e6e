import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { openImplementation } from './open-console.tsx'
import { openReplaced, TOKEN } from './open-replaced.tsx'

const DAY = 86_400

/** The notice with such a title, title included. */
const theNotice = async (title: string | RegExp) => (await screen.findByText(title)).parentElement
const theCard = () => within(screen.getByRole('region', { name: 'Profile API' }))

describe('while an old token works', () => {
  it('says so to everyone, and from when on calls with it will fail, and names no caller to an observer', async () => {
    const { operator, client } = await openImplementation('observer')
    await operator.call('POST', TOKEN, { overlapSeconds: DAY })
    await act(() => client.invalidateQueries())

    expect(
      await theNotice(/^The token ending in \w{4} still works beside the current one$/),
    ).toHaveTextContent(/From .* (GMT|UTC)\S* on, calls with the token ending in \w{4} will fail\.$/)
  })

  it('counts off who has moved, names who has not, and leaves apart who has not called since', async () => {
    const { replace, callWith, secrets, load } = await openReplaced(0)
    for (const job of ['crm-job', 'till', 'report']) await callWith(secrets[0], job)
    await replace(DAY)
    await callWith(secrets[1], 'crm-job')
    await callWith(secrets[0], 'till')
    await load()

    const notice = await theNotice('1 of 4 callers have moved to the new token')
    expect(notice).toHaveTextContent(
      /Still to move: till\. 2 have not called since the new one was made\. From /,
    )
    expect(notice).toHaveAttribute('data-tone', 'info')
    expect(notice?.querySelectorAll('[data-kind=done]')).toHaveLength(1)
    expect(notice?.querySelectorAll('[data-kind=unknown]')).toHaveLength(2)
    expect(notice?.querySelectorAll('[data-kind=open]')).toHaveLength(1)
  })

  it('says that the old one can be ended once all have moved', async () => {
    const { callWith, secrets, load } = await openReplaced(0, DAY)
    await callWith(secrets[1])
    await load()

    const notice = await theNotice('1 of 1 caller has moved to the new token')
    expect(notice).toHaveTextContent(/You can end the old one now\.$/)
    expect(notice).toHaveAttribute('data-tone', 'success')
  })

  it('does not say that all calls are refused when the current one is ended', async () => {
    const { operator, listed, load } = await openReplaced(0, DAY)
    const [current] = await listed()
    await operator.call(
      'POST',
      `/console/v1/tokens/${current?.id}/end`,
      {},
      { 'If-Match': current?.etag ?? '' },
    )
    await load()

    const notice = await theNotice(/^Only the old token ending in \w{4} works$/)
    expect(notice).toHaveTextContent(
      /From .* on, all profile API calls will be refused\. Generate a new token/,
    )
    expect(
      theCard().queryByText('All profile API calls are refused until a token exists'),
    ).not.toBeInTheDocument()
  })

  it('says nothing of it while authentication is off, when all calls are let in', async () => {
    const { operator, load } = await openReplaced(0, DAY)
    await operator.call('PATCH', '/northwindretail/target/clients/settings', {
      enableProfileApiAuthentication: false,
    })
    await load()

    expect(await screen.findByText(/^Anyone who knows the client code can/)).toBeVisible()
    expect(screen.queryByText(/moved to the new token$/)).not.toBeInTheDocument()
  })

  it('names the first who have not moved and how many more there are', async () => {
    const { replace, callWith, secrets, load } = await openReplaced(0)
    await replace(DAY)
    for (const job of ['a', 'b', 'c', 'd']) await callWith(secrets[0], `job-${job}`)
    await load()

    expect(await theNotice(/^0 of 5 callers have moved/)).toHaveTextContent(
      /Still to move: job-\w, job-\w, and 2 more\./,
    )
  })

  it('promises nothing for those who are not told apart', async () => {
    const { client, callWith, secrets, load } = await openReplaced(0, DAY)
    await callWith(secrets[1])
    await load()
    act(() => {
      client.setQueryData(['implementation'], (known: { callers: object }) => ({
        ...known,
        callers: { ...known.callers, othersPerDay: 2 },
      }))
    })

    const notice = await theNotice('1 of 1 caller has moved to the new token')
    expect(notice).toHaveTextContent(/Others, for whom there is no room in the list.* will fail\.$/)
    expect(notice).toHaveAttribute('data-tone', 'info')
  })

  it('keeps counting while it is looked at, and only then', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
      shouldAdvanceTime: true,
    })
    const { callWith, secrets, requests } = await openReplaced(0, DAY)
    await callWith(secrets[1])

    await act(() => vi.advanceTimersByTimeAsync(30_000))

    expect(await theNotice('1 of 1 caller has moved to the new token')).toBeVisible()
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    requests.length = 0
    await act(() => vi.advanceTimersByTimeAsync(120_000))
    expect(requests).toEqual([])
  })
})
