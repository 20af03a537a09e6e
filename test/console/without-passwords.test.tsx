import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import { inviteOne } from '#mock/bring-about.ts'
import { createHandlers } from '#mock/handlers.ts'
import { startMockService } from '#mock/mock-service.ts'
import { scenarios } from '#mock/scenarios.ts'
import { openConsole } from './open-console.tsx'

/** Whatever is shown of it: where people sign in at the provider alone it would not be true. */
const PASSWORD = /password/i

it('says at sign-in to ask for a link, and to open it with the account at the provider', async () => {
  await openConsole(pages.signIn.path, 'provider-alone')

  expect(await screen.findByText(/^Can’t get in with Northwind ID\? Ask an administrator/)).toBeVisible()
  expect(document.body).not.toHaveTextContent(PASSWORD)
})

it.each([
  ['provider-alone', /^Sign in with Northwind ID\. From then on/],
  ['provider', /^Sign in with Northwind ID, or choose a password and sign in with ben@example\.com\.$/],
] as const)('says to whom opens their link how they go on: %s', async (scenario, advice) => {
  const service = await startMockService(scenarios[scenario], location.origin)
  const ben = { name: 'Ben Berg', email: 'ben@example.com' }
  const link = new URL(await inviteOne(service.operator, ben, { sysadmin: true, roles: [] }))

  await openConsole(pages.setUp.path + link.hash, scenario, ...createHandlers({}, service.person))

  expect(await screen.findByText(advice)).toBeVisible()
  expect(screen.queryAllByText(PASSWORD).length > 0).toBe(scenario === 'provider')
})

it('says to whom makes a link what comes of it', async () => {
  const { user } = await openConsole(pages.users.path, 'people-of-provider')
  await user.click(await screen.findByRole('button', { name: 'Change…, Bo Ek' }))

  await user.click(screen.getByRole('button', { name: 'New link…' }))

  expect(await screen.findByText(/^With it they make their account at Northwind ID the one/)).toBeVisible()
  expect(document.body).not.toHaveTextContent(PASSWORD)
})

it('tells nobody to change a password that they do not have', async () => {
  await openConsole(pages.account.path, 'provider-again')

  expect(await screen.findByText('Where you are signed in. End what you do not recognize.')).toBeVisible()
  expect(
    screen.getByText(/^Your roles come from the sign-in provider, so you sign in only there/),
  ).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Add a passkey…' })).toBeNull()
})
