import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { VerdictKind } from '#contract/caller-outline.ts'
import { languages } from '#console/messages/language.ts'
import { pages } from '#console/pages.ts'
import { type Refused, refusalOf } from '#service/access/refusal.ts'
import { openConsole } from './open-console.tsx'
import { catalogs } from '../support/catalogs.ts'

const open = async () => {
  const opened = await openConsole(pages.goingLive.path, 'token-live')
  await screen.findByRole('heading', { level: 1, name: 'Going live, step by step' })
  return opened
}

describe('Going live, step by step', () => {
  it('numbers the steps of each through all of their parts', async () => {
    await open()

    const numbersIn = (name: string) =>
      within(screen.getByRole('region', { name }))
        .getAllByRole<HTMLOListElement>('list')
        .filter((list) => list.tagName === 'OL')
        .flatMap((list) => [...list.children].map((_, index) => list.start + index))
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
    expect(numbersIn('For the approver')).toEqual(upTo(14))
    expect(numbersIn('For the developer of a script or app')).toEqual(upTo(4))
  })

  it('says of each reason for which a call is refused what to do', async () => {
    await open()
    const table = within(screen.getByRole('table', { name: 'When calls are refused' }))
    const answers = table.getAllByRole('listitem').map(({ textContent }) => textContent.replace(/ …$/, ''))
    const refusals = VerdictKind.options
      .filter((kind) => kind !== 'current-token' && kind !== 'overlapping-token')
      .map((kind): Refused => ({ kind, at: 0 }))

    const untold = refusals.filter((verdict) => {
      const { status, message } = refusalOf(verdict, 401)
      return !answers.some((answer) => `${status} ${message}`.startsWith(answer))
    })

    expect(untold).toEqual([])
  })

  it('asks this service, and leads back to Implementation', async () => {
    const { user } = await open()
    expect(screen.getByText(/^curl http:\/\/localhost\/console\/v1\/token-status /)).toBeVisible()

    await user.click(screen.getByRole('link', { name: 'To Implementation' }))

    expect(await screen.findByRole('heading', { level: 1, name: 'Implementation' })).toBeVisible()
  })

  it.each(languages)('calls the controls as they are called in %s', (language) => {
    const { goingLive, implementation } = catalogs[language]
    const text = JSON.stringify(goingLive)

    const { requireAuthentication, generate, authenticationToken, expiresIn, accountDetails } = implementation
    for (const name of [requireAuthentication, generate, authenticationToken, expiresIn, accountDetails])
      expect(text).toContain(name)
  })
})
