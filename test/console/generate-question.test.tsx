import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { generateToken } from '#contract/profile-auth.ts'
import type { Scenario } from '#mock/scenarios.ts'
import { network } from '../support/console-setup.ts'
import { openImplementation, theCopyButton, theGenerateButton } from './open-console.tsx'

const HOUR = 3600
const DAY = 24 * HOUR
const TOKEN = '/northwindretail/target/authentication/token?authorizationScope=profile_api'
const RESET_WARNING = 'Calls with the current token will fail. Update every script and app that uses it.'

const theQuestion = () => within(screen.getByRole('alertdialog'))
const theNotice = () => screen.getByRole('alertdialog').querySelector('[aria-live]')
const theConfirmButton = () => theQuestion().getByRole('button', { name: 'Generate new token' })
const choicesOf = (legend: string) =>
  within(theQuestion().getByRole('radiogroup', { name: legend }))
    .getAllByRole<HTMLInputElement>('radio')
    .map(({ labels }) => labels?.[0]?.textContent)
const theChosen = () =>
  theQuestion()
    .getAllByRole<HTMLInputElement>('radio', { checked: true })
    .map(({ labels }) => labels?.[0]?.textContent)
const choose = (name: string) => fireEvent.click(theQuestion().getByRole('radio', { name }))

/** Opens the question, and notes what the service is asked to generate. */
async function openQuestion(token: NonNullable<Scenario['token']>) {
  const asked: unknown[] = []
  const opened = await openImplementation({ isRequired: true, token })
  network.use(
    http.post(`*${generateToken.path}`, async ({ request }) => {
      asked.push(await request.clone().json())
    }),
  )
  await opened.user.click(theGenerateButton())
  return { ...opened, asked }
}

describe('the question before a new token', () => {
  it('tells who uses the current one, and when they called last', async () => {
    await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY, lastUsedAgo: 450 })

    expect(
      await theQuestion().findByText(/^1 caller uses the current token, which ends in \w{4}:$/),
    ).toBeVisible()
    expect(theQuestion().getByText(/^7 minutes ago \(/)).toBeVisible()
  })

  it('can be answered when who uses it cannot be loaded, and says so', async () => {
    const { user } = await openImplementation('token-live')
    network.use(http.get('*/console/v1/tokens', () => HttpResponse.json({}, { status: 500 })))
    await user.click(theGenerateButton())

    expect(
      await theQuestion().findByText(/Who uses it could not be loaded\.$/, {}, { timeout: 3000 }),
    ).toBeVisible()
    expect(theConfirmButton()).not.toHaveAttribute('aria-disabled')
  })

  it.each([
    { of: 'used a moment ago', lastUsedAgo: 60, chosen: 'In 24 hours' },
    { of: 'used 6 days ago', lastUsedAgo: 6 * DAY, chosen: 'In 24 hours' },
    { of: 'used 8 days ago', lastUsedAgo: 8 * DAY, chosen: 'Now' },
    { of: 'never used', chosen: 'Now' },
  ])('suggests for one that was $of: $chosen', async ({ chosen, lastUsedAgo }) => {
    await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY, ...(lastUsedAgo && { lastUsedAgo }) })

    expect(theChosen()).toEqual([chosen, '90 days'])
    expect(theConfirmButton()).toHaveFocus()
  })

  it('warns in the words of the product under the choice, with the instant from which calls fail', async () => {
    await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY, lastUsedAgo: 60 })

    const notice = theNotice()
    expect(notice).toHaveTextContent(/^Warning: The current token stops working on .* (GMT|UTC)/)
    expect(notice).toHaveTextContent(RESET_WARNING)
    expect(theConfirmButton()).toHaveAttribute('data-variant', 'primary')
  })

  it('looks as dangerous as it is when one that is used is to end now', async () => {
    await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY, lastUsedAgo: 60 })

    choose('Now')

    expect(theNotice()).toHaveTextContent(/^Error: The current token stops working at once/)
    expect(theNotice()?.querySelector('[data-tone=error]')).not.toBeNull()
    expect(theConfirmButton()).toHaveAttribute('data-variant', 'danger')
  })

  it('warns of nothing where nothing fails', async () => {
    await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY })

    expect(
      theQuestion().getByText(/^The current token, which ends in \w{4}, has not been used yet\.$/),
    ).toBeVisible()
    expect(theQuestion().queryByText(RESET_WARNING)).not.toBeInTheDocument()
  })

  it('offers no end after the expiry of the current one', async () => {
    await openQuestion({ age: 90 * DAY - 20 * HOUR, lifetime: 90 * DAY, lastUsedAgo: 60 })

    expect(choicesOf('End the current token')).toEqual(['Now', 'In 1 hour', 'When it expires', 'Other…'])
    expect(theChosen()[0]).toBe('When it expires')
  })

  it('offers no later end when four old ones work already, and says why', async () => {
    const { user, operator } = await openImplementation('token-live')
    for (let more = 0; more < 4; more += 1) {
      await operator.call('POST', TOKEN, { overlapSeconds: DAY })
    }
    await user.click(theGenerateButton())
    await user.click(theQuestion().getByRole('button', { name: 'Generate new token' }))
    await screen.findByText(/^Olivia Park generated a token on/)
    await user.click(theQuestion().getByRole('button', { name: 'Close' }))
    await user.click(theGenerateButton())

    expect(choicesOf('End the current token')).toEqual(['Now'])
    expect(theQuestion().getByText(/^Four old tokens work already/)).toBeVisible()
  })
})

describe('what is chosen', () => {
  it('is what the service is asked for, and then the new token is there with the focus on Copy', async () => {
    const { user, asked } = await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY, lastUsedAgo: 60 })

    choose('In 7 days')
    choose('30 days')
    await user.click(theConfirmButton())

    await waitFor(() => expect(theCopyButton()).toHaveFocus())
    expect(asked).toEqual([{ overlapSeconds: 7 * DAY, expiresIn: 30 * DAY }])
  })

  it('is shown as a date before: of a day that is given, its end', async () => {
    await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY })
    const day = new Date(Date.now() + 10 * DAY * 1000)
    const months = String(day.getMonth() + 1).padStart(2, '0')
    const days = String(day.getDate()).padStart(2, '0')

    choose('Until…')
    const value = `${day.getFullYear()}-${months}-${days}`
    fireEvent.change(theQuestion().getByLabelText('Last day'), { target: { value } })

    expect(
      theQuestion().getByText(new RegExp(` ${day.getDate()}, ${day.getFullYear()} at 11:59\\sPM `)),
    ).toBeVisible()
  })

  it.each([
    { given: '', said: 'Enter a whole date.' },
    { given: '2020-01-01T12:00', said: /^Choose a time between .* and .*\.$/ },
    { given: '2099-01-01T12:00', said: /^Choose a time between .* and .*\.$/ },
  ])('that does not do is said at the field, which gets the focus: "$given"', async ({ given, said }) => {
    const { user, asked } = await openQuestion({ age: 30 * DAY, lifetime: 90 * DAY, lastUsedAgo: 60 })

    choose('Other…')
    const field = theQuestion().getByLabelText('Date and time')
    fireEvent.change(field, { target: { value: given } })
    await user.click(theConfirmButton())

    expect(field).toHaveFocus()
    expect(field).toBeInvalid()
    expect(theQuestion().getByRole('alert')).toHaveTextContent(said)
    expect(asked).toEqual([])
  })
})

describe('the longest lifetime that the operator allows', () => {
  it('is told, and nothing longer is offered', async () => {
    const { client, user } = await openImplementation('token-live')
    await user.click(theGenerateButton())
    act(() => {
      client.setQueryData(['implementation'], (known: object) => ({
        ...known,
        maxTokenLifetimeSeconds: 45 * DAY,
      }))
    })

    await waitFor(() => expect(theChosen()[1]).toBe('45 days'))
    expect(choicesOf('New token works for')).toEqual(['1 day', '7 days', '30 days', '45 days', 'Until…'])
    expect(theQuestion().getByText(/This service allows at most 45 days\.$/)).toBeVisible()
  })
})

describe('the first token', () => {
  it('is generated at once with the lifetime that is told, or asks for it', async () => {
    const { user } = await openImplementation('no-token')
    const asked: unknown[] = []
    network.use(
      http.post(`*${generateToken.path}`, async ({ request }) => {
        asked.push(await request.clone().json())
      }),
    )
    expect(theGenerateButton()).toHaveAccessibleDescription('It works for 90 days.')

    await user.click(screen.getByRole('button', { name: 'Choose how long…' }))
    choose('7 days')
    await user.click(theQuestion().getByRole('button', { name: 'Generate token' }))

    await waitFor(() => expect(theCopyButton()).toHaveFocus())
    expect(asked).toEqual([{ overlapSeconds: 0, expiresIn: 7 * DAY }])
  })
})
