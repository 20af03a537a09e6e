import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '#contract/features.ts'
import { pages, pathsOf } from '#console/pages.ts'
import { documentOf } from '#console/pages/docs/documents.ts'
import { openConsole, openImplementation } from './open-console.tsx'

const DOCUMENTS = ['console', 'going-live', 'api', 'roles', 'operating', 'security'] as const

// So that no test waits for files.
beforeAll(async () => {
  await Promise.all(DOCUMENTS.map(documentOf))
})

it.each(pathsOf(pages.documentation))('%s can be read by whoever is signed out', async (path) => {
  const { requests } = await openConsole(path, 'signed-out')

  expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
  expect(screen.queryAllByRole('alert').filter((alert) => alert.textContent !== '')).toEqual([])
  expect(location.pathname).toBe(path)
  expect(requests.filter((request) => request.includes('/console/'))).toEqual([])
})

it('leads from one document to a place in another', async () => {
  const { user } = await openConsole('/docs/operating', 'signed-out')
  await screen.findByRole('heading', { name: 'Operating', level: 1 })

  await user.click(screen.getByRole('link', { name: 'Going live, step by step' }))

  expect(await screen.findByRole('heading', { name: 'Going live, step by step', level: 1 })).toBeVisible()
  expect(location.pathname).toBe('/docs/going-live')
})

it('links to nothing that the console does not show', async () => {
  await openConsole('/docs/security', 'signed-out')
  const text = within(await screen.findByRole('article'))

  const places = text.getAllByRole('link').map((link) => link.getAttribute('href') ?? '')

  expect(places.length).toBeGreaterThan(10)
  for (const place of places) expect(place).toMatch(/^(?:https:\/\/|#[\w-]+$|\/docs\/[\w-]+(?:#[\w-]+)?$)/)
})

it('tells of a document that is not there', async () => {
  await openConsole('/docs/nothing', 'off')

  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible()
})

it('is reached from every page, and leads back', async () => {
  const { user } = await openConsole(pages.account.path, 'off')

  const [link] = screen.getAllByRole('link', { name: 'Documentation', hidden: true })
  if (link) await user.click(link)
  expect(await screen.findByRole('heading', { name: 'Documentation', level: 1 })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Back to the console', hidden: true }))

  expect(await screen.findByRole('switch')).toBeVisible()
})

describe('the reference', () => {
  it('says of a call what it takes and what it answers', async () => {
    const { user } = await openConsole('/docs/reference', 'signed-out')
    const call = within(await screen.findByRole('region', { name: 'Admin API' }))

    await user.click(call.getByText('Generate a token'))

    expect(call.getByRole('table', { name: 'Parameters' })).toHaveTextContent(/tenant/)
    expect(call.getAllByText(/expiresIn/)[0]).toBeVisible()
    expect(call.getByText(/Refused: .*too-many-tokens/)).toBeVisible()
  })

  it('has every call that there is', async () => {
    await openConsole('/docs/reference', 'signed-out')

    await screen.findByRole('region', { name: 'Admin API' })

    expect(document.querySelectorAll('main details')).toHaveLength(operations.length)
  })

  it('shows as code what stands between backticks, and no Markdown besides', async () => {
    await openConsole('/docs/reference', 'signed-out')
    await screen.findByRole('region', { name: 'Admin API' })

    // All of them open at once; the test of one has a person press it.
    for (const call of document.querySelectorAll<HTMLDetailsElement>('main details')) {
      call.open = true
      fireEvent(call, new Event('toggle'))
    }

    const text = document.querySelector('main')?.textContent ?? ''
    expect(text).toContain('unless overlapSeconds lets it go on')
    expect(screen.getAllByText('overlapSeconds', { selector: 'p code' })[0]).toBeVisible()
    expect(text).not.toContain('`')
    expect(text).not.toMatch(/\]\(|\*\*|^- /m)
  })

  const seek = async () => ({
    ...(await openConsole('/docs/reference', 'signed-out')),
    field: await screen.findByRole('searchbox', { name: 'Find a call' }),
  })
  const found = () => [...document.querySelectorAll('main details')].map(({ id }) => id)

  it('finds calls by method, address and what they do, and keeps in the address what was sought', async () => {
    const { user, field } = await seek()

    await user.type(field, 'POST authentication')

    expect(found()).toEqual(['requestAuthorizationToken'])
    expect(screen.getByRole('status')).toHaveTextContent('1 call')
    await waitFor(() => expect(location.search).toBe('?find=POST+authentication'))
    expect(field).toHaveFocus()
    expect(screen.queryByRole('heading', { name: 'Console API' })).not.toBeInTheDocument()
  })

  it('says that nothing is found, and shows all again', async () => {
    const { user, field } = await seek()
    await user.type(field, 'teapot')
    expect(screen.getByRole('status')).toHaveTextContent('No call has “teapot”')
    expect(found()).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Show all calls' }))

    expect(found()).toHaveLength(operations.length)
    expect(field).toHaveValue('')
    expect(field).toHaveFocus()
  })

  it('goes back by one step to what was sought before', async () => {
    const { user, field } = await seek()
    await user.type(field, 'users')
    await waitFor(() => expect(location.search).toBe('?find=users'))
    await user.tab()
    await user.type(field, ' sessions')
    await waitFor(() => expect(location.search).toBe('?find=users+sessions'))
    expect(found()).toEqual(['revokeSessions'])

    history.back()

    await waitFor(() => expect(field).toHaveValue('users'))
    expect(found().length).toBeGreaterThan(5)
  })

  it('begins with what the address seeks', async () => {
    await openConsole('/docs/reference?find=get+token-status', 'signed-out')

    expect(await screen.findByRole('searchbox')).toHaveValue('get token-status')
    expect(found()).toEqual(['getTokenStatus'])
  })
})

describe('help beside the title of a card', () => {
  it('leads to the heading that explains the card, with the focus', async () => {
    const { user } = await openConsole(pages.account.path, 'off')

    await user.click(await screen.findByRole('link', { name: 'Help, Language and theme' }))

    const heading = await screen.findByRole('heading', { name: 'Language and theme', level: 3 })
    expect(`${location.pathname}${location.hash}`).toBe('/docs/console#language-and-theme')
    expect(heading).toHaveFocus()
  })

  it('is told apart by the ear', async () => {
    await openImplementation('off')

    const names = screen.getAllByRole('link', { name: /^Help/ }).map((link) => link.textContent)

    expect(names).toEqual(['Help, Account details', 'Help, Profile API', 'Help, Callers'])
  })
})

describe('the keys', () => {
  it('are told in a list, with what each of them does', async () => {
    await openConsole('/docs/keyboard', 'signed-out')
    const everywhere = await screen.findByRole('table', { name: 'On every page' })
    const onImplementation = screen.getByRole('table', { name: 'Implementation' })

    const rowOf = (table: HTMLElement, name: RegExp) => within(table).getByRole('row', { name })

    expect(rowOf(everywhere, /^Esc /)).toHaveTextContent('Closes a question, a menu or a list')
    expect(rowOf(onImplementation, /^Ctrl\+C /)).toHaveTextContent('Copies the token')
    expect(document.title).toBe('Keyboard shortcuts – Profile API Console')
  })

  it('are led to by the navigation and by the account menu', async () => {
    const { user } = await openConsole(pages.account.path, 'off')
    await user.click(await screen.findByRole('button', { name: 'Your account: Ana Ortiz' }))

    const links = screen.getAllByRole('link', { name: 'Keyboard shortcuts', hidden: true })

    expect(links.map((link) => link.closest('nav, [popover]')?.tagName)).toEqual(['DIV', 'NAV'])
    for (const link of links) expect(link).toHaveAttribute('href', '/docs/keyboard')
  })
})

it.each(['/sign-in', '/set-up'])('is led to by the pages for those who are signed out: %s', async (path) => {
  const { user } = await openConsole(path, 'signed-out')

  await user.click(await screen.findByRole('link', { name: 'Documentation' }))

  expect(await screen.findByRole('heading', { name: 'Documentation', level: 1 })).toBeVisible()
})
