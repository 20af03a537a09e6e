import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { type Scenario, type ScenarioName, scenarios } from '#mock/scenarios.ts'
import { network } from '../../support/console-setup.ts'
import { openImplementation, theSwitch, turnOn } from '../open-console.tsx'

const callersAddress = '*/console/v1/callers'
const theQuestion = () => screen.getByRole('alertdialog')
const inQuestion = () => within(theQuestion())
const theCancelButton = () => inQuestion().getByRole('button', { name: 'Cancel' })
const theTurnOnButton = () => inQuestion().getByRole('button', { name: /^Turn on/ })
const checked = () => waitFor(() => expect(theTurnOnButton()).not.toHaveAttribute('aria-disabled'))
/** The rows of a group, as they are read. */
const rowsOf = (title: string) => {
  const group = inQuestion().getByRole('heading', { name: title }).parentElement
  return [...(group?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)
}

async function ask(scenario: Scenario | ScenarioName) {
  const opened = await openImplementation(scenario)
  await opened.user.click(theSwitch())
  await checked()
  return opened
}

describe('the question before authentication is required', () => {
  it('names who would be refused, since when, how often they call and how; and who is let in', async () => {
    await ask('prepared')

    expect(rowsOf('1 of 3 callers would be refused')).toEqual([
      expect.stringMatching(
        /^192\.0\.2\.44 curl3 calls a dayReads?\. Without a token that works since \w+ \d+, \d{4}last .+$/i,
      ),
    ])
    expect(rowsOf('2 send the token and are let in as before')).toEqual([
      'Point of sale 198.51.100.20 · Java-http-client17 calls a day',
      'Nightly CRM job 203.0.113.7 · python-requests1 call a day',
    ])
    expect(
      inQuestion().getByText(/^Calls are known since \w+ \d+, \d{4}: a job that runs less often/),
    ).toBeVisible()
  })

  it('is red and has the focus on Cancel where one would be', async () => {
    const { user } = await ask('prepared')

    expect(theTurnOnButton()).toHaveTextContent('Turn on and refuse 1 caller')
    expect(theTurnOnButton()).toHaveAttribute('data-variant', 'danger')
    expect(theCancelButton()).toHaveFocus()
    await turnOn(user)
    await waitFor(() => expect(theSwitch()).toBeChecked())
  })

  it('is blue and has the focus on its answer where none would be', async () => {
    await ask('all-prepared')

    expect(inQuestion().getByText('No caller that is known would be refused.')).toBeVisible()
    expect(theTurnOnButton()).toHaveTextContent(/^Turn on$/)
    expect(theTurnOnButton()).toHaveAttribute('data-variant', 'primary')
    expect(theTurnOnButton()).toHaveFocus()
  })

  it('tells of those that have not called since that it is not known, and has the focus on Cancel', async () => {
    await ask('prepared-not-seen')

    expect(rowsOf('2 have not called since the token was made')).toEqual([
      expect.stringMatching(/^192\.0\.2\.44 .*Whether they send it is not known\.last/),
      expect.stringMatching(/^Nightly CRM job .*Whether they send it is not known\.last/),
    ])
    expect(theTurnOnButton()).toHaveAttribute('data-variant', 'primary')
    expect(theCancelButton()).toHaveFocus()
  })

  it('says without a token that all are refused, and who they are', async () => {
    await ask('callers')

    expect(theQuestion()).toHaveAccessibleName('Require authentication without a token?')
    expect(rowsOf('3 of 3 callers would be refused')).toHaveLength(3)
    expect(theTurnOnButton()).toHaveTextContent('Turn on and refuse 3 callers')
  })

  it('says that who has not called for a week has not, where there is no token since which', async () => {
    await ask({
      jobs: scenarios.callers.jobs.map((job) => ({ ...job, fromHours: 300, toHours: 250, everyHours: 24 })),
    })

    expect(rowsOf('3 have not called in the last 7 days').join()).not.toContain('not known')
  })

  it('stays short of five hundred, and says how many more and what of the rest', async () => {
    await ask('many-callers')

    expect(rowsOf('22 of 500 callers would be refused')).toHaveLength(7)
    expect(rowsOf('22 of 500 callers would be refused').at(-1)).toBe('and 16 more')
    expect(rowsOf('478 send the token and are let in as before').at(-1)).toBe('and 475 more')
    expect(
      inQuestion().getByText(/^Others for whom there is no room in the list make 3 calls a day\./),
    ).toBeVisible()
  })

  it('looks the facts up anew when it is asked', async () => {
    const { user, person } = await openImplementation('prepared')
    const fresh = Promise.withResolvers<void>()
    network.use(
      http.get(callersAddress, async ({ request }) => {
        await fresh.promise
        return person.fetch(request)
      }),
    )

    await user.click(theSwitch())

    expect(inQuestion().getByText('Looking up who would be refused…')).toBeVisible()
    expect(theTurnOnButton()).toHaveAttribute('aria-disabled', 'true')
    expect(theTurnOnButton()).toHaveTextContent('Turn on and refuse 1 caller')
    fresh.resolve()
    await checked()
    expect(inQuestion().getByRole('heading', { name: '1 of 3 callers would be refused' })).toBeVisible()
  })

  it('takes the focus from its answer when somebody would be refused all the same', async () => {
    const { user, person } = await openImplementation('all-prepared')
    const asked = Promise.withResolvers<void>()
    const fresh = Promise.withResolvers<void>()
    network.use(
      http.get(callersAddress, async ({ request }) => {
        const answer = await (await person.fetch(request)).json()
        asked.resolve()
        await fresh.promise
        return HttpResponse.json({
          ...answer,
          callers: answer.callers.map((caller: object) => ({ ...caller, standingIfRequired: 'left-behind' })),
        })
      }),
    )

    await user.click(theSwitch())
    await asked.promise
    expect(theTurnOnButton()).toHaveFocus()
    fresh.resolve()

    await waitFor(() => expect(theTurnOnButton()).toHaveTextContent('Turn on and refuse 3 callers'))
    expect(theCancelButton()).toHaveFocus()
  })

  it('can be answered when who calls cannot be loaded, and says that it is not known', async () => {
    const { user } = await openImplementation('all-prepared')
    network.use(http.get(callersAddress, () => HttpResponse.json({}, { status: 500 })))

    await user.click(theSwitch())
    await checked()

    expect(inQuestion().getByText('It is not known who would be refused.')).toBeVisible()
    expect(theCancelButton()).toHaveFocus()
    await turnOn(user)
    await waitFor(() => expect(theSwitch()).toBeChecked())
  })
})

describe('the question before it is not required any more', () => {
  it('asks the service nothing', async () => {
    const { user, requests } = await openImplementation('token-live')

    await user.click(theSwitch())

    expect(
      inQuestion().getByText(/anyone who knows the client code can read and write profiles/),
    ).toBeVisible()
    expect(requests).toEqual([])
  })
})
