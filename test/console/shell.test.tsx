import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { BrowserRouter } from 'react-router-dom'
import { describe, expect, it, vi } from 'vitest'
import { Boundary } from '#console/failures/Boundary.tsx'
import { PageFailure } from '#console/failures/PageFailure.tsx'
import { loadPart, MissingPartError } from '#console/lazy-part.ts'
import { en } from '#console/messages/en.ts'
import { MessagesProvider } from '#console/messages/MessagesProvider.tsx'
import { pages } from '#console/pages.ts'
import { Link } from '#console/shell/Link.tsx'
import project from '../../package.json' with { type: 'json' }
import { personCredentials } from '#mock/bring-about.ts'
import { network } from '../support/console-setup.ts'
import { heldDeadlines } from '../support/deadlines.ts'
import { openConsole, openImplementation } from './open-console.tsx'

describe('navigation', () => {
  it('holds only the pages there are, and marks the one that is shown', async () => {
    const { user } = await openImplementation('off')

    await user.click(screen.getByRole('button', { name: 'Pages' }))

    const links = within(screen.getByRole('navigation', { name: 'Pages' })).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual([
      'Implementation',
      'Audit log',
      'Notices',
      'Batches',
      'Try a file',
      'Look-up',
      'Documentation',
      'Keyboard shortcuts',
    ])
    expect(links[0]).toHaveAttribute('aria-current', 'page')
  })

  it.each([
    { onwards: 'goes on by Tab', stays: true },
    { onwards: 'waits', stays: false },
  ])(
    'takes the focus to the page that comes late, unless the person goes on: $onwards',
    async ({ stays }) => {
      const answered = Promise.withResolvers<void>()
      const { user } = await openImplementation('off')
      network.use(
        http.get('*/console/v1/notices', async () => {
          await answered.promise
        }),
      )
      await user.click(screen.getByRole('button', { name: 'Pages' }))
      await user.click(screen.getByRole('link', { name: 'Notices' }))
      await screen.findByRole('heading', { name: 'Notices', level: 1 })

      if (stays) await user.tab()
      const own = document.activeElement
      answered.resolve()
      await screen.findByText(/^Nobody is told yet\./)

      expect(document.activeElement).toBe(stays ? own : screen.getByRole('heading', { level: 1 }))
      expect(own).not.toBe(screen.getByRole('heading', { level: 1 }))
    },
  )

  it('says of an unknown address that there is no page, and leads on', async () => {
    const { user } = await openConsole('/nowhere', 'off')

    await user.click(await screen.findByRole('link', { name: 'Go to Implementation' }))

    expect(await screen.findByRole('switch')).toBeVisible()
    expect(location.pathname).toBe(pages.implementation.path)
  })
})

describe('the navigation before it is known who is signed in', () => {
  const link = () => screen.queryByRole('link', { name: 'Implementation', hidden: true })

  it('holds no page but the documentation', async () => {
    await openConsole(pages.implementation.path, 'off')

    expect(link()).not.toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Documentation', hidden: true })).toBeInTheDocument()
    await screen.findByRole('switch')
    expect(link()).toBeInTheDocument()
  })
})

describe('who is signed in', () => {
  const account = () => screen.findByRole('button', { name: 'Your account: Ana Ortiz' })

  it('is known on a page whose answer does not say it, by one request of the shell', async () => {
    const { user, requests } = await openConsole('/nowhere', 'off')

    await user.click(await account())

    expect(screen.getByText('northwindretail')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Sign out' })).toBeVisible()
    expect(requests.filter((request) => !request.endsWith('/callers/refused'))).toEqual([
      'GET /console/v1/session',
    ])
  })

  it('is asked of someone signed out, wherever they are, and leads back there', async () => {
    const { user } = await openConsole('/nowhere', 'signed-out')

    await user.type(await screen.findByLabelText('E-mail'), personCredentials.email)
    await user.type(screen.getByLabelText('Password'), personCredentials.password)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))

    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible()
    expect(location.pathname).toBe('/nowhere')
  })

  it('is known before anyone is told that there is no such page', async () => {
    const titles = new Set<string>()
    const watcher = new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('h1')) titles.add(textContent)
    })
    watcher.observe(document, { childList: true, subtree: true })

    await openConsole('/nowhere', 'signed-out')
    await screen.findByLabelText('E-mail')

    watcher.disconnect()
    expect([...titles]).toEqual(['Sign in'])
  })

  it('cannot be known without the service, which is said in the place of any page', async () => {
    await openConsole('/nowhere', 'unreachable')

    const failure = { name: 'This page could not be loaded' }
    expect(await screen.findByRole('heading', failure, { timeout: 3000 })).toBeVisible()
  })

  it('is told to someone without a role too, with what seeing takes and the way out', async () => {
    const { user } = await openConsole(pages.implementation.path, { role: 'none' })

    expect(await screen.findByText(/You hold no role here, and this takes one; any will do/)).toBeVisible()
    await user.click(await account())
    expect(screen.queryByRole('link', { name: 'Implementation', hidden: true })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Sign out' }))

    expect(await screen.findByText('You are signed out')).toBeVisible()
  })

  it('is known when the page could not be loaded', async () => {
    await openConsole(pages.implementation.path, 'service-down')

    expect(await account()).toBeVisible()
  })
})

describe('a link', () => {
  it.each([
    ['/users', 'page'],
    ['/users/42', 'true'],
    ['/acme/users', 'page'],
    ['/acme/users/42', 'true'],
    ['/users-of-old', null],
    ['/', null],
    ['/other', null],
  ])('to /users is marked at %s as %s', (path, current) => {
    history.replaceState(null, '', path)

    render(
      <BrowserRouter>
        <Link to="/users">Users</Link>
      </BrowserRouter>,
    )

    expect(screen.getByRole('link').getAttribute('aria-current')).toBe(current)
  })
})

describe('a part of the console that is gone', () => {
  const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))

  function showFailure(error: unknown) {
    const Gone = () => {
      throw error
    }
    render(
      <QueryClientProvider client={new QueryClient()}>
        <MessagesProvider first={en}>
          <Boundary Failure={PageFailure}>
            <Gone />
          </Boundary>
        </MessagesProvider>
      </QueryClientProvider>,
      { onCaughtError: () => {} },
    )
  }

  it('is told as that, with the way to load the page again', async () => {
    showFailure(new MissingPartError('gone'))

    expect(screen.getByRole('heading', { name: 'A part of the console is missing' })).toBeVisible()
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeVisible()
  })

  /** The clock goes on, for React measures by it as well. */
  const minuteLater = () => {
    const now = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 60_000)
  }

  it('is left to the person where the page was loaded just before', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(500)

    await expect(loadPart(gone)).rejects.toThrow(MissingPartError)
  })

  it('is left to the person while the service is not there, and a press of the button as well', async () => {
    minuteLater()
    network.use(http.head('*/', () => HttpResponse.error()))
    const failure = await loadPart(gone).catch((error: unknown) => error)
    const user = userEvent.setup()
    showFailure(failure)

    await user.click(screen.getByRole('button', { name: 'Load the page again' }))

    expect(await screen.findByText('The service could not be reached. Check your connection.')).toBeVisible()
  })

  it('is given up when it has not come after 10 seconds', async () => {
    const pass = heldDeadlines()
    minuteLater()
    const loading = loadPart(() => new Promise(() => {}))

    pass(10_000)

    await expect(loading).rejects.toThrow(MissingPartError)
  })
})

describe('the user menu', () => {
  it('holds the ways to the account, to help and out, and says which version this is', async () => {
    const { user } = await openImplementation('off')
    const button = screen.getByRole('button', { name: 'Your account: Ana Ortiz' })

    await user.click(button)

    const panel = within(document.getElementById(button.getAttribute('popovertarget') ?? '') ?? document.body)
    const places = panel.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
    expect(places).toEqual([
      ['Your account', '/account'],
      ['Documentation', '/docs'],
      ['Keyboard shortcuts', '/docs/keyboard'],
    ])
    expect(panel.getByText(`Profile API Console ${project.version}`)).toHaveAttribute('translate', 'no')
    expect(panel.queryByRole('radiogroup', { hidden: true })).not.toBeInTheDocument()
  })

  it('tells who is signed in and with which role', async () => {
    await openImplementation({ role: 'publisher' })

    expect(screen.getByText('Ana Ortiz')).toBeInTheDocument()
    expect(screen.getByText('ana@example.com')).toBeInTheDocument()
    expect(screen.getByText('Publisher')).toBeInTheDocument()
  })
})

describe('on a narrow screen', () => {
  const makeNarrow = () =>
    vi.spyOn(window, 'matchMedia').mockImplementation((media) =>
      Object.assign(new EventTarget(), {
        media,
        matches: media === '(width < 60rem)',
        onchange: null,
        addListener() {},
        removeListener() {},
      }),
    )

  it('language and theme are in the account menu, and nowhere else', async () => {
    makeNarrow()
    const { user } = await openImplementation('off')

    await user.click(screen.getByRole('button', { name: 'Your account: Ana Ortiz' }))

    expect(screen.getAllByRole('radio', { name: 'Español', hidden: true })).toHaveLength(1)
    await user.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
    const names = screen.getAllByRole('button', { name: /^(?:Pages|Language|Theme|Your account)/ })
    expect(names.map((button) => button.title)).toEqual(['Pages', 'Your account: Ana Ortiz'])
  })

  it('they can be reached before anyone is known, or when nobody can be', async () => {
    makeNarrow()
    const { user } = await openConsole('/nowhere', 'unreachable')
    await screen.findByRole('heading', { name: 'This page could not be loaded' }, { timeout: 3000 })

    await user.click(screen.getByRole('button', { name: 'Language, Theme' }))

    expect(screen.getByRole('radio', { name: 'Español' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Sign out' })).not.toBeInTheDocument()
  })

  it('they stay in the bar of the page of signing in', async () => {
    makeNarrow()
    await openConsole('/sign-in', 'signed-out')
    await screen.findByLabelText('E-mail')

    const titles = screen.getAllByRole('button').map((button) => button.title)
    expect(titles.filter(Boolean)).toEqual(['Language', 'Theme'])
  })
})

describe('the theme', () => {
  it('is chosen, shown at once and remembered', async () => {
    const { user } = await openImplementation('off')

    await user.click(screen.getByRole('button', { name: 'Theme' }))
    await user.click(screen.getByRole('radio', { name: 'Dark' }))

    expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
    expect(localStorage.getItem('theme')).toBe('dark')
  })
})
