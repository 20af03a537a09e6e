import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { pages } from '#console/pages.ts'
import { pathOf } from '#contract/operation.ts'
import { listUsers, setRoles, suspendUser, UserList } from '#contract/users.ts'
import { addWorkspace, removeWorkspace, Workspace } from '#contract/workspaces.ts'
import type { ScenarioName } from '#mock/scenarios.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

async function openUsers(scenario: ScenarioName = 'people', search = '') {
  const opened = await openConsole(pages.users.path + search, scenario)
  await screen.findByRole('radio', { name: /^All/ })
  const { user } = opened
  const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }))
  return {
    ...opened,
    press,
    open: (name: string) => press(`Change…, ${name}`),
    /** Presses a button of the dialog that is open. */
    choose: (name: string | RegExp) => user.click(dialog().getByRole('button', { name })),
    /** What another administrator sees of someone. */
    found: async (name: string) => {
      const answer = await opened.operator.call('GET', listUsers.path)
      const found = v.parse(UserList, await answer.json()).users.find((one) => one.name === name)
      if (found === undefined) throw new Error(`There is no ${name}.`)
      return found
    },
  }
}

const dialog = () =>
  within([...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body)
const names = () =>
  screen.getAllByRole('rowheader').map((cell) => cell.querySelector('span')?.textContent?.trim())
const rowOf = (name: string) => {
  const row = screen.getByRole('button', { name: `Change…, ${name}` }).closest('tr')
  if (row === null) throw new Error(`${name} has no row.`)
  return row
}

describe('the list', () => {
  it('says who is there, what they hold by the names of workspaces, and whether they can sign in', async () => {
    await openUsers()

    expect(rowOf('Ana Ortiz')).toHaveTextContent(/Ana Ortiz You.*System administrator.*Active/)
    expect(rowOf('Bo Ek')).toHaveTextContent(/Approver in Default.*Editor in Nordics.*Active.*minutes ago/)
    expect(rowOf('Jonas Weber')).toHaveTextContent(/Suspended.*by Olivia Park/)
    expect(rowOf('Priya Nair')).toHaveTextContent(/Invited.*link ended.*Never/)
  })

  it('shows whom the filters in the address let through, and puts them there', async () => {
    const { user } = await openUsers('people', '?role=observer&state=invited')
    expect(names()).toEqual([expect.stringMatching(/^Konstantinos/), 'Priya Nair'])

    await user.selectOptions(screen.getByLabelText('Workspace'), 'Iberia')
    await waitFor(() => expect(names()).toEqual(['Priya Nair']))
    await user.click(screen.getByRole('radio', { name: /^All/ }))
    await user.type(screen.getByLabelText('Name or e-mail'), 'lucia{Enter}')

    await waitFor(() => expect(names()).toEqual(['Lucía Fernández']))
    expect(Object.fromEntries(new URLSearchParams(location.search))).toMatchObject({
      search: 'lucia',
      role: 'observer',
    })
  })

  it('asks for nothing while a name is typed, since each list leaves a record', async () => {
    const { user, requests } = await openUsers()
    requests.length = 0

    await user.type(screen.getByLabelText('Name or e-mail'), 'lucia')

    expect(requests).toEqual([])
  })

  it('says what it takes to someone who may not see it', async () => {
    await openConsole(pages.users.path, 'observer')

    expect(await screen.findByRole('heading', { name: 'This page could not be loaded' })).toBeVisible()
    expect(screen.getByText(/It takes administrator rights in the workspace/)).toBeVisible()
  })

  it('is in the navigation of those alone who may see it', async () => {
    await openConsole(pages.implementation.path, 'token-live')
    await screen.findByRole('switch')

    expect(screen.queryByRole('link', { name: 'Users' })).not.toBeInTheDocument()
  })
})

describe('inviting', () => {
  it('gives several people what was chosen, and shows each link once', async () => {
    const { user, press, found, client } = await openUsers()
    await press('Invite people')
    expect(screen.getByLabelText('E-mail addresses')).toHaveFocus()

    await user.type(
      screen.getByLabelText('E-mail addresses'),
      'Sara@northwind.example, per@northwind.example',
    )
    const form = within(screen.getByRole('region', { name: 'Invite people' }))
    await user.selectOptions(form.getByLabelText('Role'), 'Approver')
    expect(form.getByRole('heading', { name: 'What an approver may do' })).toBeVisible()
    await press('Invite 2 people')

    const link = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Link of sara@northwind.example',
    })
    expect(screen.getByRole('button', { name: 'Copy Link of sara@northwind.example' })).toHaveFocus()
    expect(link.value).toMatch(/\/set-up#code=tsu_[0-9A-Za-z]{49}$/)
    expect(screen.getAllByText(/The mail server took the e-mail/)).toHaveLength(2)
    const shown = link.value
    await press('Done')
    expect(screen.getByRole('button', { name: 'Invite people' })).toHaveFocus()
    expect(rowOf('sara@northwind.example')).toHaveTextContent(/Approver in Default.*Invited/)
    expect((await found('')).roles).toEqual([{ workspace: 'default', role: 'approver' }])
    const kept = [client.getQueryCache().getAll(), client.getMutationCache().getAll()]
    await waitFor(() => expect(JSON.stringify(kept.flat().map(({ state }) => state))).not.toContain(shown))
  })

  it.each([
    'Lind, Sara <sara@x.example>; per@x.example',
    'per@x.example, Sara Lind <mailto:sara@x.example>',
    '"Lind, Sara" <Sara@X.example>,"Per <P>" <per@x.example>',
    ' sara@x.example\n\tper@x.example\nper@x.example',
  ])('finds the addresses in %j', async (text) => {
    const { user, press } = await openUsers()
    await press('Invite people')
    await user.click(screen.getByLabelText('E-mail addresses'))
    await user.paste(text)

    await press('Invite 2 people')

    expect(await screen.findByRole('textbox', { name: 'Link of sara@x.example' })).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Link of per@x.example' })).toBeVisible()
  })

  it.each([
    ['', 'Enter at least one e-mail address.'],
    ['sara', 'This is not an e-mail address: sara'],
    ['bo.ek@northwind.example', /^Already in the list: bo\.ek@northwind\.example\./],
    [Array.from({ length: 21 }, (_, index) => `p${index}@x.example`).join(' '), /at most 20 people/],
  ])('says what is wrong with “%s”, and keeps it', async (text, words) => {
    const { user, press } = await openUsers()
    await press('Invite people')
    const field = screen.getByLabelText('E-mail addresses')
    if (text !== '') await user.click(field)
    if (text !== '') await user.paste(text)

    await press(/^Invite \d/)

    expect(await screen.findByText(words)).toBeVisible()
    expect(field).toBeInvalid()
    expect(field).toHaveValue(text)
  })

  it('takes at least one role', async () => {
    const { user, press } = await openUsers()
    await press('Invite people')
    await user.type(screen.getByLabelText('E-mail addresses'), 'sara@northwind.example')
    await press('Take away, Observer')

    await press('Invite 1 person')

    expect(screen.getByText('Choose at least one role.')).toBeVisible()
  })

  it('says that links are passed on by hand where there is no mail server', async () => {
    const { press } = await openUsers('people-of-workspace')

    await press('Invite people')

    expect(screen.getByText(/No mail server is set up/)).toBeVisible()
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  })
})

describe('changing what someone holds', () => {
  it('gives more at once', async () => {
    const { user, open, choose, found } = await openUsers()
    await open('Lucía Fernández')

    await user.selectOptions(dialog().getAllByLabelText('Role').at(0) ?? document.body, 'Publisher')
    await choose('Save roles')

    await waitFor(() => expect(rowOf('Lucía Fernández')).toHaveTextContent('Publisher in Default'))
    expect((await found('Lucía Fernández')).roles).toContainEqual({ workspace: 'default', role: 'publisher' })
    expect(screen.getByRole('button', { name: 'Change…, Lucía Fernández' })).toHaveFocus()
  })

  it('asks before it takes something away', async () => {
    const { open, choose, found } = await openUsers()
    await open('Bo Ek')
    await choose('Take away, Approver')
    await choose('Save roles')
    expect(dialog().getByText(/It takes effect with their next request/)).toBeVisible()
    expect((await found('Bo Ek')).roles).toHaveLength(2)

    await choose('Take roles away')

    await waitFor(() => expect(rowOf('Bo Ek')).not.toHaveTextContent('Approver'))
    expect((await found('Bo Ek')).roles).toHaveLength(1)
  })

  it('keeps what was chosen when it is not taken away after all', async () => {
    const { open, choose, found } = await openUsers()
    await open('Bo Ek')
    await choose('Take away, Approver')
    await choose('Save roles')

    await choose('Cancel')

    expect(dialog().queryByRole('button', { name: 'Take away, Approver' })).not.toBeInTheDocument()
    await choose('Save roles')
    await choose('Take roles away')
    await waitFor(async () => expect((await found('Bo Ek')).roles).toHaveLength(1))
    expect(document.querySelector('dialog[open]')).toBeNull()
  })

  it('keeps what was chosen when it could not be done, says why, and does it then', async () => {
    const { user, open, choose, found } = await openUsers()
    const failing = () => HttpResponse.json({}, { status: 500 })
    network.use(http.put('*/console/v1/users/:userId/roles', failing, { once: true }))
    await open('Lucía Fernández')
    await user.selectOptions(dialog().getAllByLabelText('Role').at(0) ?? document.body, 'Publisher')

    await choose('Save roles')

    expect(await dialog().findByText('Something went wrong in the service.')).toBeVisible()
    expect(dialog().getAllByLabelText('Role').at(0)).toHaveDisplayValue('Publisher')
    await choose('Save roles')
    await waitFor(async () =>
      expect((await found('Lucía Fernández')).roles).toContainEqual({
        workspace: 'default',
        role: 'publisher',
      }),
    )
  })

  it('does nothing over what someone else changed meanwhile, and says so', async () => {
    const { open, choose, found, operator, user } = await openUsers()
    await open('Bo Ek')
    const { id, etag } = await found('Bo Ek')
    const held = { sysadmin: false, roles: [{ workspace: 'default', role: 'observer' }] }
    await operator.call('PUT', pathOf(setRoles, { userId: id }), held, { 'If-Match': etag })

    await user.click(dialog().getByRole('checkbox', { name: 'System administrator' }))
    await choose('Save roles')

    expect(await dialog().findByText(/^Olivia Park changed this on .*Look at it again/)).toBeVisible()
    await choose('Close')
    await waitFor(() => expect(rowOf('Bo Ek')).toHaveTextContent(/Observer in Default/))
    expect((await found('Bo Ek')).sysadmin).toBe(false)
  })

  it('is for the own workspace alone where one administers that alone', async () => {
    const { open } = await openUsers('people-of-workspace')
    expect(screen.queryByRole('button', { name: 'Workspaces…' })).not.toBeInTheDocument()
    expect(names()).not.toContain('Chioma Obi')

    await open('Bo Ek')

    expect(dialog().getAllByLabelText('Role')).toHaveLength(1)
    expect(dialog().queryByRole('checkbox')).not.toBeInTheDocument()
    expect(dialog().getByText(/suspending and removing take a system administrator/)).toBeVisible()
  })
})

describe('what ends something', () => {
  it.each([
    ['Suspend…', 'Suspend', /Suspended/],
    ['Remove…', 'Remove', null],
    ['Sign out everywhere…', 'Sign out', /Active/],
    ['Take passkeys away…', 'Take away', /Active/],
  ])('is asked first: %s', async (asked, confirm, state) => {
    const { open, choose } = await openUsers()
    await open('Bo Ek')

    await choose(asked)
    expect(dialog().getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await choose(confirm)

    await waitFor(() => {
      if (state === null) expect(names()).not.toContain('Bo Ek')
      else expect(rowOf('Bo Ek')).toHaveTextContent(state)
    })
    await waitFor(() => expect(document.body).not.toHaveFocus())
  })

  it('takes no passkeys of someone who could not sign in any more, and says so', async () => {
    const { open, choose } = await openUsers()
    const detail = { type: 'about:blank', title: '', status: 409, detail: '', requestId: 'request-1' }
    network.use(
      http.delete('*/console/v1/users/:userId/second-step', () =>
        HttpResponse.json({ ...detail, code: 'last-way-to-sign-in' }, { status: 409 }),
      ),
    )
    await open('Bo Ek')

    await choose('Take passkeys away…')
    await choose('Take away')

    expect(await dialog().findByText('They could no longer sign in')).toBeVisible()
  })

  it('lets someone who is suspended in again without a question', async () => {
    const { open, choose } = await openUsers()
    await open('Jonas Weber')

    await choose('Reinstate')

    await waitFor(() => expect(rowOf('Jonas Weber')).toHaveTextContent('Active'))
  })

  it('says who was first, and is gone then', async () => {
    const { open, choose, found, operator } = await openUsers()
    await open('Bo Ek')
    await choose('Suspend…')
    await operator.call('POST', pathOf(suspendUser, { userId: (await found('Bo Ek')).id }))

    await choose('Suspend')

    expect(await dialog().findByText(/^Olivia Park changed this on /)).toBeVisible()
    expect(dialog().queryByRole('button', { name: 'Suspend' })).not.toBeInTheDocument()
    await choose('Close')
    await waitFor(() => expect(rowOf('Bo Ek')).toHaveTextContent('Suspended'))
  })

  it('withdraws an invitation', async () => {
    const { open, choose } = await openUsers()
    await open('Priya Nair')

    await choose('Withdraw invitation…')
    await choose('Withdraw')

    await waitFor(() => expect(names()).not.toContain('Priya Nair'))
  })

  it('spares the last system administrator, and says why', async () => {
    const { open, choose, found, operator } = await openUsers()
    const { id } = await found('Ana Ortiz')
    await open('Olivia Park')
    await choose('Suspend…')
    await choose('Suspend')
    await waitFor(() => expect(rowOf('Olivia Park')).toHaveTextContent('Suspended'))

    await open('Ana Ortiz')
    await choose('Suspend…')
    await choose('Suspend')

    expect(await screen.findByText('This is the last system administrator who can sign in')).toBeVisible()
    expect(rowOf('Ana Ortiz')).toHaveTextContent('Active')
    expect((await operator.call('POST', pathOf(suspendUser, { userId: id }))).status).toBe(401)
  })
})

describe('a new link', () => {
  it('is shown once, and the one before ends', async () => {
    const { open, choose } = await openUsers()
    await open('Priya Nair')

    await choose('New link…')
    expect(dialog().getByText('The link that they have stops working.')).toBeVisible()
    await choose('Make link')

    const link = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Link of Priya Nair' })
    expect(link.value).toMatch(/#code=tsu_/)
    expect(dialog().getByRole('button', { name: 'Copy Link of Priya Nair' })).toHaveFocus()
    await choose('Done')
    expect(rowOf('Priya Nair')).toHaveTextContent('link works until')
  })
})

describe('workspaces', () => {
  it('are made, renamed and removed', async () => {
    const { user, press, choose } = await openUsers()
    await press('Workspaces…')
    expect(dialog().getByLabelText('New workspace')).toHaveFocus()

    await user.type(dialog().getByLabelText('New workspace'), 'Alps{Enter}')
    await dialog().findByText('Alps')
    await choose('Rename, Alps')
    await user.clear(dialog().getByLabelText('Name'))
    await user.type(dialog().getByLabelText('Name'), 'Alpine{Enter}')
    await dialog().findByText('Alpine')
    await choose('Remove…, Alpine')
    await choose('Remove')

    await waitFor(() => expect(screen.queryByText('Alpine')).not.toBeInTheDocument())
  })

  it('are asked about no more once someone else has removed them', async () => {
    const { press, choose, operator, client } = await openUsers()
    const made = await operator.call('POST', addWorkspace.path, { name: 'Alps' })
    const { id } = v.parse(Workspace, await made.json())
    await act(() => client.invalidateQueries())
    await press('Workspaces…')
    await choose('Remove…, Alps')

    await operator.call('DELETE', pathOf(removeWorkspace, { workspaceId: id }))
    await act(() => client.invalidateQueries())

    await screen.findByText('What you asked for is not there any more.')
    expect(dialog().queryByRole('button', { name: 'Remove' })).not.toBeInTheDocument()
    await choose('Close')
    expect(dialog().getByRole('heading', { name: 'Workspaces' })).toBeVisible()
  })

  it('stay while someone holds a role there', async () => {
    const { press } = await openUsers()
    await press('Workspaces…')

    const remove = dialog().getByRole('button', { name: 'Remove…, Nordics' })
    expect(remove).toHaveAttribute('aria-disabled', 'true')
    expect(remove).toHaveAccessibleDescription('2 people')
  })

  it('have names of their own', async () => {
    const { user, press } = await openUsers()
    await press('Workspaces…')

    await user.type(dialog().getByLabelText('New workspace'), 'nordics{Enter}')

    expect(await dialog().findByText('There is a workspace with this name')).toBeVisible()
  })
})
