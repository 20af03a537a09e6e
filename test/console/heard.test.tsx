import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import { personCredentials } from '#mock/bring-about.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { openConsole, openImplementation, theSwitch, turnOn } from './open-console.tsx'

const said = (words: string) => screen.findByText(words, { selector: 'output *' })
const alerts = () => screen.queryAllByRole('alert').filter(({ textContent }) => textContent !== '')

describe('what a screen reader says', () => {
  it('of a token that is revealed and hidden again', async () => {
    const { user } = await openImplementation('token-live')

    await user.click(screen.getByRole('button', { name: 'Reveal Authentication Token' }))
    expect(await said('The token is shown.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Hide Authentication Token' }))

    expect(await said('The token is hidden again.')).toBeInTheDocument()
  })

  it('after turning on: what is wrong from then on', async () => {
    const { user } = await openImplementation('off')

    await user.click(theSwitch())
    await turnOn(user)

    const told = /^Require Authentication is on\. All profile API calls are refused until a token exists/
    expect(await screen.findByText(told, { selector: 'output *' })).toBeInTheDocument()
  })

  it('of the switch: what its state means, then who brought it about', async () => {
    await openImplementation('token-live')

    expect(theSwitch()).toHaveAccessibleName('Require Authentication')
    expect(theSwitch()).toHaveAccessibleDescription(
      /^Only calls with a token that works are let in\. Last changed on \w+ \d+, \d{4} at .* by Olivia Park\./,
    )
  })

  it('of an empty sign-in: one alert, of the field that has the focus', async () => {
    const { user } = await openConsole(pages.signIn.path, 'signed-out')

    await user.click(await screen.findByRole('button', { name: 'Sign in' }))

    expect(alerts().map(({ textContent }) => textContent)).toEqual(['Enter your e-mail address.'])
    expect(screen.getByLabelText('E-mail')).toHaveFocus()
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/Enter your password\.$/)
  })

  it('after signing in: the heading of the page', async () => {
    const { user } = await openConsole(pages.signIn.path, 'signed-out')
    await user.type(await screen.findByLabelText('E-mail'), personCredentials.email)
    await user.type(screen.getByLabelText('Password'), personCredentials.password)

    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Implementation', level: 1 })).toHaveFocus(),
    )
  })

  it.each<[string, ScenarioName, string]>([
    ['a warning', 'no-token', 'Warning: All profile API calls are refused until a token exists'],
    ['an error', 'token-expired', 'Error: The token has expired'],
    ['a note', 'observer', 'Note: You can see this but not change it'],
  ])('before %s: that it is one', async (_tone, scenario, words) => {
    await openImplementation(scenario)

    expect(screen.getByRole('main')).toHaveTextContent(new RegExp(words))
  })

  it('of no control twice, as its name and as its description', async () => {
    await openImplementation('token-live')

    const doubled = [...document.querySelectorAll<HTMLElement>('button[title]')].filter((button) =>
      button.textContent.includes(button.title),
    )
    expect(doubled).toEqual([])
    expect(screen.getByRole('button', { name: 'Your account: Ana Ortiz' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Copy Client code' })).not.toHaveAttribute('aria-labelledby')
  })

  it('of the client code in the bar: what it is', async () => {
    await openImplementation('token-live')

    expect(screen.getByText('Client').parentElement).toHaveTextContent('Client northwindretail')
  })
})

it.each<[keyof typeof pages, ScenarioName]>([
  ['implementation', 'token-live'],
  ['users', 'people'],
  ['notices', 'notices'],
  ['batches', 'batches'],
  ['account', 'account'],
])('the page %s says in which time zone the times of a card are', async (page, scenario) => {
  await openConsole(pages[page].path, scenario)

  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const [first] = await screen.findAllByText(`Times are in ${zone}.`)
  expect(first).toBeVisible()
})
