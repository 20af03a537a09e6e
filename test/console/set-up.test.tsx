import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pages } from '#console/pages.ts'
import { inviteOne } from '#mock/bring-about.ts'
import { startMockService } from '#mock/mock-service.ts'
import { createHandlers } from '#mock/handlers.ts'
import { openConsole } from './open-console.tsx'

const PASSWORD = 'a whole sentence is fine'

/** Opens a console over a service that nobody has set up, at the address that its start printed. */
async function openFirstLink() {
  const service = await startMockService({ person: 'first' }, location.origin)
  const { pathname, hash } = new URL(service.setUpUrl ?? '')
  const handlers = createHandlers({}, service.person)
  const opened = await openConsole(pathname + hash, { person: 'first' }, ...handlers)
  return { ...opened, code: hash.slice('#code='.length) }
}

describe('the link of the first start', () => {
  it('takes its code out of the address bar at once, with the first field in focus', async () => {
    const { code } = await openFirstLink()

    await screen.findByRole('heading', { name: 'Set up Profile API Console' })

    expect(location.href).toBe(`http://localhost${pages.setUp.path}`)
    expect(screen.getByLabelText('Name')).toHaveFocus()
    expect(document.body.innerHTML + JSON.stringify(history.state)).not.toContain(code)
  })

  it('makes the first person system administrator, says what comes next and leads into the console', async () => {
    const { user } = await openFirstLink()

    await user.type(await screen.findByLabelText('Name'), 'Olivia Park')
    await user.type(screen.getByLabelText('E-mail'), 'olivia@example.com')
    await user.type(screen.getByLabelText('Password'), PASSWORD)
    await user.click(screen.getByRole('button', { name: 'Finish set-up' }))

    const onwards = await screen.findByRole('button', { name: 'Go to Implementation' })
    expect(screen.getAllByRole('listitem').map((step) => step.querySelector('strong')?.textContent)).toEqual([
      'Turn on Require Authentication.',
      'Generate the authentication token.',
      'Copy the header.',
      'Call with it.',
      'Invite the others.',
    ])
    expect(onwards).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('switch')).toBeVisible()
    expect(screen.getByText(/^System administrator/)).toBeInTheDocument()
  })

  it('takes a pasted password and shows it on request', async () => {
    const { user } = await openFirstLink()
    const field = await screen.findByLabelText('Password')

    await user.click(field)
    await user.paste(PASSWORD)
    await user.click(screen.getByRole('checkbox', { name: 'Show password' }))

    expect(field).toHaveValue(PASSWORD)
    expect(field).toHaveAttribute('type', 'text')
    expect(field).toHaveAttribute('autocomplete', 'new-password')
  })

  it('says which field the service does not take', async () => {
    const { user } = await openFirstLink()

    await user.type(await screen.findByLabelText('Name'), 'Olivia Park')
    await user.type(screen.getByLabelText('E-mail'), `${'o'.repeat(250)}@localhost`)
    await user.type(screen.getByLabelText('Password'), PASSWORD)
    await user.click(screen.getByRole('button', { name: 'Finish set-up' }))

    expect(await screen.findByText('Enter an e-mail address such as name@example.com.')).toBeVisible()
    expect(screen.getByLabelText('E-mail')).toBeInvalid()
  })

  it.each([
    ['password password', /^This is one of the passwords that many people use/],
    ['olivia@example.com', /^This is made of your name/],
    ['aaaaaaaaaaaaaaaa', /^This repeats itself/],
  ])('says why %s could be guessed, and takes another', async (weak, reason) => {
    const { user } = await openFirstLink()
    await user.type(await screen.findByLabelText('Name'), 'Olivia Park')
    await user.type(screen.getByLabelText('E-mail'), 'olivia@example.com')
    const field = screen.getByLabelText('Password')

    await user.type(field, `${weak}{Enter}`)

    expect(await screen.findByText(reason)).toBeVisible()
    expect(field).toBeInvalid()
    await user.clear(field)
    await user.type(field, `${PASSWORD}{Enter}`)
    expect(await screen.findByRole('heading', { name: 'You are in. What comes next' })).toBeVisible()
  })
})

describe('an invitation', () => {
  it('greets the person by name and asks only for a password', async () => {
    const service = await startMockService({ role: 'approver' }, location.origin)
    const invited = { name: 'Ben Berg', email: 'ben@example.com' }
    const setUpUrl = await inviteOne(service.operator, invited, { sysadmin: true, roles: [] })
    const { user } = await openConsole(
      pages.setUp.path + new URL(setUpUrl).hash,
      {},
      ...createHandlers({}, service.person),
    )

    expect(await screen.findByRole('heading', { name: 'Welcome, Ben Berg' })).toBeVisible()
    expect(screen.queryByLabelText('E-mail')).not.toBeInTheDocument()
    expect(screen.getByLabelText('Password')).toHaveFocus()
    await user.type(screen.getByLabelText('Password'), PASSWORD)
    await user.click(screen.getByRole('button', { name: 'Finish set-up' }))

    expect(await screen.findByRole('switch')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Your account: Ben Berg' })).toBeVisible()
  })
})

describe('a link that cannot be used', () => {
  it('says so and where to get another', async () => {
    await openConsole(`${pages.setUp.path}#code=tsu_${'0'.repeat(49)}`, {})

    expect(await screen.findByRole('heading', { name: 'This set-up link cannot be used' })).toBeVisible()
    expect(
      screen.getByText(/It was used already, was replaced by a newer one, was ended, or has expired/),
    ).toBeVisible()
  })

  it.each([
    ['no code', ''],
    ['half of it', '#code=tsu_8Ka1'],
  ])('says that its end is missing, without asking the service: %s', async (_of, hash) => {
    const { requests } = await openConsole(pages.setUp.path + hash, {})

    expect(await screen.findByText('Open the whole link: it ends in a code.')).toBeVisible()
    await waitFor(() => expect(requests).toEqual([]))
  })
})
