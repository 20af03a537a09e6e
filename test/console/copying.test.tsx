import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { network } from '../support/console-setup.ts'
import {
  copyButtonOf,
  openImplementation,
  saidCopied,
  theCopyButton,
  theGenerateButton,
  theSwitch,
  theTokenField,
} from './open-console.tsx'

const SECRET = /tpa_[0-9A-Za-z]{49}/
const revealButton = () => screen.getByRole('button', { name: 'Reveal Authentication Token' })

const selectedIn = (field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)

describe('a browser that translates the page', () => {
  it('leaves alone what is to be copied, and who is signed in', async () => {
    const { user } = await openImplementation('token-live')
    await user.click(revealButton())
    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))

    const exact = [...document.querySelectorAll('code, pre, textarea')]
    expect(exact.length).toBeGreaterThan(5)
    expect(exact.filter((element) => element.getAttribute('translate') !== 'no')).toEqual([])
    expect(screen.getByText('ana@example.com')).toHaveAttribute('translate', 'no')
  })
})

describe('a masked token', () => {
  it('is copied without being shown', async () => {
    const { user, requests } = await openImplementation('token-live')

    await user.click(theCopyButton())

    await saidCopied()
    expect(await navigator.clipboard.readText()).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
    expect(theTokenField().value).toContain('•')
    expect(requests.at(-1)).toBe('GET /northwindretail/target/authentication/token')
  })

  it('is copied whole in each form', async () => {
    const { user } = await openImplementation('token-live')
    const copied: string[] = []

    for (const form of ['Token', 'cURL', 'Node.js', 'Python', '.env']) {
      await user.click(screen.getByRole('radio', { name: form }))
      await user.click(theCopyButton())
      await saidCopied()
      copied.push(await navigator.clipboard.readText())
    }

    const [token = ''] = copied
    expect(token).toMatch(/^tpa_[0-9A-Za-z]{49}$/)
    expect(copied.map((text) => text.includes(token))).toEqual(copied.map(() => true))
    expect(new Set(copied).size).toBe(5)
  })

  it('is said to be copied by the button that was pressed, until another form is there', async () => {
    const { user } = await openImplementation('token-live')
    expect(theCopyButton()).toHaveTextContent('Copy')

    await user.click(theCopyButton())

    await saidCopied()
    expect(theCopyButton()).toHaveTextContent('Copied')
    await user.click(screen.getByRole('radio', { name: 'Token' }))
    expect(theCopyButton()).toHaveTextContent('Copy')
    expect(screen.queryByText('Copied')).not.toBeInTheDocument()
  })

  it('is not said to be copied when another one is there', async () => {
    const { user, operator, client } = await openImplementation('token-live')
    await user.click(theCopyButton())
    await saidCopied()

    await operator.call('POST', '/northwindretail/target/authentication/token?authorizationScope=profile_api')
    await act(() => client.invalidateQueries())

    await waitFor(() => expect(theCopyButton()).toHaveTextContent('Copy'))
    expect(screen.queryByText('Copied')).not.toBeInTheDocument()
  })

  it('is shown by Reveal and masked again by Hide', async () => {
    const { user } = await openImplementation('token-live')

    await user.click(revealButton())
    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))
    expect(theTokenField()).not.toHaveAccessibleDescription()
    await user.click(screen.getByRole('button', { name: 'Hide Authentication Token' }))

    expect(theTokenField().value).toContain('•')
    expect(theTokenField().value).not.toMatch(SECRET)
  })

  it('says beside it why it cannot be seen any more', async () => {
    const { user } = await openImplementation('token-live')
    const refusal = {
      httpStatus: 403,
      requestId: 'r',
      requestTime: '',
      errors: [
        {
          errorCode: 'Forbidden',
          message: 'Your role does not allow this. It takes Approver or administrator rights.',
        },
      ],
    }
    network.use(
      http.get('*/northwindretail/target/authentication/token', () =>
        HttpResponse.json(refusal, { status: 403 }),
      ),
    )

    await user.click(revealButton())

    expect(await screen.findByRole('alert')).toHaveTextContent(/^Error: Your role does not allow this/)
    expect(theTokenField().value).toContain('•')
  })
})

describe('a copy', () => {
  it('is announced', async () => {
    const { user } = await openImplementation('off')

    await user.click(copyButtonOf('Client code'))

    const statuses = await screen.findAllByRole('status')
    expect(statuses.filter((status) => status.textContent === 'Copied')).toHaveLength(1)
    expect(await navigator.clipboard.readText()).toBe('northwindretail')
  })

  it('is announced again when it is made again', async () => {
    const { user } = await openImplementation('off')
    await user.click(copyButtonOf('Client code'))
    const first = await screen.findByText('Copied')

    await user.click(copyButtonOf('Client code'))

    await waitFor(() => expect(first).not.toBeInTheDocument())
    expect(screen.getByText('Copied')).toBeVisible()
  })

  it('goes as a promise where the browser takes one, so that it counts as the press of the user', async () => {
    const { user } = await openImplementation('token-live')
    const given: Promise<string>[] = []
    const takePromise = vi.fn(function (data: Record<string, Promise<string>>) {
      given.push(...Object.values(data))
    })
    vi.stubGlobal('ClipboardItem', takePromise)
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()

    await user.click(theCopyButton())

    await saidCopied()
    expect(write).toHaveBeenCalledOnce()
    expect(await given[0]).toMatch(SECRET)
    vi.unstubAllGlobals()
  })
})

describe('where the browser does not copy', () => {
  const withoutClipboard = () => Reflect.deleteProperty(navigator, 'clipboard')
  const refusingClipboard = () =>
    vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new DOMException('denied', 'NotAllowedError'))

  it.each([
    ['has no clipboard', withoutClipboard],
    ['refuses', refusingClipboard],
  ])(
    'because it %s: the text is revealed and selected, and the page says which keys to press',
    async (_why, forbid) => {
      const { user } = await openImplementation('token-live')
      forbid()

      await user.click(theCopyButton())

      expect(await screen.findByText('Press Ctrl+C to copy')).toBeVisible()
      await waitFor(() => expect(theTokenField()).toHaveFocus())
      expect(selectedIn(theTokenField())).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
    },
  )

  it('says what a finger does where there are no keys', async () => {
    const { user } = await openImplementation('token-live')
    withoutClipboard()
    const finger = Object.assign(window.matchMedia('(pointer: coarse)'), { matches: true })
    vi.spyOn(window, 'matchMedia').mockReturnValue(finger)

    await user.click(theCopyButton())

    expect(await screen.findByText('Touch and hold the selected text to copy it')).toBeVisible()
  })

  it('says so until the person has copied', async () => {
    const { user } = await openImplementation('token-live')
    withoutClipboard()
    await user.click(theCopyButton())
    await screen.findByText('Press Ctrl+C to copy')

    fireEvent.copy(theTokenField())

    await saidCopied()
    expect(screen.queryByText('Press Ctrl+C to copy')).not.toBeInTheDocument()
  })

  it.each(['Client code', 'Profile API address'])(
    'does not say so of %s any more once the person went on',
    async (term) => {
      const { user } = await openImplementation('off')
      withoutClipboard()
      await user.click(copyButtonOf(term))
      await screen.findByText('Press Ctrl+C to copy')

      await user.tab()

      expect(screen.queryByText('Press Ctrl+C to copy')).not.toBeInTheDocument()
    },
  )

  it('copies on plain http as the keys do, without showing the token', async () => {
    const { user } = await openImplementation('token-live')
    withoutClipboard()
    const setData = vi.fn<DataTransfer['setData']>()
    document.execCommand = () => !fireEvent.copy(document.body, { clipboardData: { setData } })
    onTestFinished(() => void Reflect.deleteProperty(document, 'execCommand'))

    await user.click(theCopyButton())

    await saidCopied()
    expect(setData.mock.calls).toEqual([['text/plain', expect.stringMatching(/^Authorization: Bearer tpa_/)]])
    expect(theTokenField().value).toContain('•')
  })

  it('names the keys of a Mac on a Mac', async () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')
    const { user } = await openImplementation('token-live')
    withoutClipboard()

    await user.click(theCopyButton())

    expect(await screen.findByText('Press ⌘C to copy')).toBeVisible()
  })

  it('selects an account detail in its place', async () => {
    const { user } = await openImplementation('off')
    withoutClipboard()

    await user.click(copyButtonOf('Client code'))

    await screen.findByText('Press Ctrl+C to copy')
    expect(getSelection()?.toString()).toBe('northwindretail')
  })
})

describe('the keys that copy', () => {
  it('copy the whole of a masked field that has the focus, without showing it', async () => {
    const { user } = await openImplementation('token-live')

    theTokenField().focus()
    await user.copy()

    await saidCopied()
    expect(await navigator.clipboard.readText()).toMatch(/^Authorization: Bearer tpa_[0-9A-Za-z]{49}$/)
    expect(theTokenField().value).toContain('•')
  })

  it('copy the header from anywhere on the page while nothing is selected, as its Copy button tells', async () => {
    await openImplementation('token-live')
    expect(theCopyButton()).toHaveAttribute('aria-keyshortcuts', 'Control+C')

    theSwitch().focus()
    fireEvent.copy(theSwitch())

    await saidCopied()
    expect(await navigator.clipboard.readText()).toMatch(/^Authorization: Bearer tpa_/)
    expect(theSwitch()).toHaveFocus()
  })

  it('copy the form that was chosen', async () => {
    const { user } = await openImplementation('token-live')
    await user.click(screen.getByRole('radio', { name: '.env' }))

    fireEvent.copy(document.body)

    await saidCopied()
    expect(await navigator.clipboard.readText()).toMatch(/^PROFILE_API_AUTHORIZATION="Bearer tpa_/)
  })

  it('copy what is selected instead', async () => {
    const { requests } = await openImplementation('token-live')

    getSelection()?.selectAllChildren(screen.getByText('northwindretail', { selector: 'dd code' }))
    fireEvent.copy(screen.getByText('northwindretail', { selector: 'dd code' }))

    expect(screen.queryByText('Copied')).not.toBeInTheDocument()
    expect(requests).toEqual([])
  })

  it('do nothing while a question is asked', async () => {
    const { user, requests } = await openImplementation('token-live')

    await user.click(theSwitch())
    fireEvent.copy(screen.getByRole('button', { name: 'Turn off' }))

    expect(requests).toEqual([])
  })
})

describe('a token that is shown', () => {
  const shown = async () => {
    const opened = await openImplementation('token-live')
    await opened.user.click(revealButton())
    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))
    return opened
  }

  it.each([
    ['the window is left', () => window.dispatchEvent(new Event('blur'))],
    ['another tab is shown', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('hides again and leaves memory when %s', async (_when, leave) => {
    const { client } = await shown()

    act(() => void leave())

    expect(theTokenField().value).toContain('•')
    expect(screen.getByText('The token is hidden again.')).toBeInTheDocument()
    await waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]))
  })

  it('hides again after a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    await shown()

    act(() => void vi.advanceTimersByTime(40_000))
    expect(theTokenField().value).toMatch(SECRET)
    act(() => void vi.advanceTimersByTime(20_000))

    expect(theTokenField().value).toContain('•')
  })

  it('is masked when the page is opened again', async () => {
    const { user } = await shown()

    act(() => {
      history.pushState(null, '', '/nowhere')
      dispatchEvent(new PopStateEvent('popstate'))
    })
    await user.click(await screen.findByRole('link', { name: 'Go to Implementation' }))

    await screen.findByRole('switch')
    expect(theTokenField().value).toContain('•')
  })
})

describe('what comes once the window was left', () => {
  const tokenAddress = '*/northwindretail/target/authentication/token'
  const leave = () => act(() => void window.dispatchEvent(new Event('blur')))
  /** Holds the service's answers about the token back. @returns gives them */
  const holdAnswers = ({ person }: Awaited<ReturnType<typeof openImplementation>>) => {
    let give = () => {}
    const given = new Promise<void>((resolve) => (give = resolve))
    network.use(http.all(tokenAddress, async ({ request }) => given.then(() => person.fetch(request))))
    return give
  }

  it('is masked: Reveal', async () => {
    const opened = await openImplementation('token-live')
    const give = holdAnswers(opened)
    await opened.user.click(revealButton())

    leave()
    give()

    await waitFor(() => expect(revealButton()).not.toHaveAttribute('data-pending'))
    expect(theTokenField().value).not.toMatch(SECRET)
    await waitFor(() => expect(opened.client.getMutationCache().getAll()).toEqual([]))
    await opened.user.click(revealButton())
    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))
  })

  it('is masked: Generate', async () => {
    const opened = await openImplementation('no-token')
    const give = holdAnswers(opened)
    await opened.user.click(theGenerateButton())

    leave()
    give()

    await screen.findByText('New token generated.')
    expect(theTokenField().value).not.toMatch(SECRET)
  })

  it('is masked: Copy, which the browser then refuses', async () => {
    const opened = await openImplementation('token-live')
    const give = holdAnswers(opened)
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('', 'NotAllowedError'))
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'))
    await opened.user.click(theCopyButton())

    leave()
    give()

    await screen.findByText(/^Press .* to copy$/)
    expect(theTokenField().value).not.toMatch(SECRET)
  })

  it('is shown to who has come back before', async () => {
    const opened = await openImplementation('token-live')
    const give = holdAnswers(opened)
    await opened.user.click(revealButton())

    leave()
    act(() => void window.dispatchEvent(new Event('focus')))
    give()

    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))
  })
})

describe('the secret', () => {
  it('is in no cache, no storage, no cookie and no address after it was shown', async () => {
    const { user, client } = await openImplementation('token-live')

    await user.click(revealButton())
    await waitFor(() => expect(theTokenField().value).toMatch(SECRET))

    const kept = JSON.stringify([
      client
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      location.href,
      history.state,
    ])
    expect(kept).not.toMatch(SECRET)
  })

  it('leaves memory when it is hidden', async () => {
    const { user, client } = await openImplementation('token-live')
    await user.click(revealButton())
    await user.click(await screen.findByRole('button', { name: 'Hide Authentication Token' }))

    await waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]))
  })
})
