import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { BrowserSession } from '#mock/browser-session.ts'
import type { Scenario, ScenarioName } from '#mock/scenarios.ts'
import { newSecret } from '#service/secrets.ts'
import { network } from '../support/console-setup.ts'
import { bytesFrom } from '../support/random.ts'
import { openImplementation, saidCopied } from './open-console.tsx'

const TOKEN_API = '/northwindretail/target/authentication/token?authorizationScope=profile_api'
const CHECK = '*/console/v1/token-check'

const theDialog = () => within(screen.getByRole('dialog', { name: 'Test a token' }))
const theBox = () => theDialog().getByRole<HTMLTextAreaElement>('textbox')
const theOpener = () => screen.getByRole('button', { name: /^Test( a token)?…$/ })
const factsUnder = (title: string) =>
  [...(theDialog().getByRole('region', { name: title }).querySelectorAll('li') ?? [])].map(
    ({ textContent }) => textContent,
  )

async function tokenOf(operator: BrowserSession): Promise<string> {
  const { accessToken }: { accessToken: string } = await (await operator.call('GET', TOKEN_API)).json()
  return accessToken
}

async function openTest(scenario: Scenario | ScenarioName = 'token-live') {
  const opened = await openImplementation(scenario)
  await opened.user.click(theOpener())
  await screen.findByRole('dialog')
  const test = async (text: string) => {
    fireEvent.change(theBox(), { target: { value: text } })
    await opened.user.click(theDialog().getByRole('button', { name: /^Test/ }))
  }
  return { ...opened, test }
}

describe('the box', () => {
  it('has the focus, keeps browsers from helping, and says that nothing is kept', async () => {
    await openTest()

    expect(theBox()).toHaveFocus()
    expect(theBox()).toHaveAccessibleName(/^Paste what you have/)
    expect(theBox()).toHaveAccessibleDescription(
      /Nothing you paste here is stored, logged or counted as a use\./,
    )
    expect(theBox()).toHaveAttribute('autocomplete', 'off')
    expect(theBox()).toHaveAttribute('spellcheck', 'false')
    expect(theBox()).toHaveAttribute('translate', 'no')
  })

  it('is tested by Ctrl and Enter, and closed by Escape, which gives the focus back', async () => {
    const { user, requests } = await openTest()

    await user.keyboard('hello{Control>}{Enter}{/Control}')
    await theDialog().findByText(/there is no token in it$/)
    expect(requests.at(-1)).toBe('POST /console/v1/token-check')
    screen.getByRole<HTMLDialogElement>('dialog').close()
    fireEvent(screen.getByRole('dialog', { hidden: true }), new Event('close'))

    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(theOpener()).toHaveFocus()
  })

  it('asks for something where there is nothing, and sends nothing that is too long', async () => {
    const { test, requests } = await openTest()
    const before = requests.length

    await test(' \n')
    expect(theBox()).toHaveAccessibleDescription(/^Paste something first\./)
    expect(theBox()).toHaveFocus()
    await test('x'.repeat(10_001))

    expect(theBox()).toHaveAccessibleDescription(/^That is too long: at most 10,000 characters/)
    expect(requests).toHaveLength(before)
  })

  it('lets what was pasted leave memory when it is closed', async () => {
    const { user, test, client, operator } = await openTest()
    const token = await tokenOf(operator)
    await test(token)
    await theDialog().findByText('Calls with this token are let in')

    await user.click(theDialog().getByRole('button', { name: 'Close' }))

    await waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]))
    expect(document.documentElement.innerHTML).not.toContain(token)
    await user.click(theOpener())
    expect(theBox()).toHaveValue('')
  })

  it('forgets what was found when something else is pasted', async () => {
    const { test } = await openTest()
    await test('hello')
    await theDialog().findByText(/there is no token in it$/)

    fireEvent.change(theBox(), { target: { value: 'hello there' } })

    expect(theDialog().queryByText(/there is no token/)).not.toBeInTheDocument()
  })

  it('is there in whatever form the token is shown', async () => {
    const { user } = await openImplementation('token-live')
    await user.click(screen.getByRole('radio', { name: 'cURL' }))

    await user.click(theOpener())

    expect(await screen.findByRole('dialog', { name: 'Test a token' })).toBeVisible()
  })

  it('is there where no token is shown, and for those alone who may see one', async () => {
    const { test } = await openTest('token-expired')
    await test('hello')
    expect(await theDialog().findByText(/^Calls with this line are refused/)).toBeVisible()
  })

  it.each(['observer', 'editor', 'publisher'] as const)('is not there for %s', async (role) => {
    await openImplementation({ isRequired: true, token: { age: 60, lifetime: 86_400 }, role })

    expect(screen.queryByRole('button', { name: /^Test/ })).not.toBeInTheDocument()
  })
})

describe('what is found', () => {
  it('of the current token: that calls are let in, whose it is and until when it works', async () => {
    const { test, operator } = await openTest()

    await test(`Authorization: Bearer ${await tokenOf(operator)}`)

    expect(await theDialog().findByText('Calls with this token are let in')).toBeVisible()
    expect(factsUnder('About this token')).toEqual([
      'Whole: the checksum matches',
      expect.stringMatching(/^The current token of northwindretail, made .* by Olivia Park$/),
      expect.stringMatching(/^Works until .*(?:UTC|GMT).*, for another 62 days, 9 hours, 5[23] minutes$/),
    ])
  })

  it('shows the neighbours of a fault and no more, copies the line without it, and says what is true then', async () => {
    const { user, test, operator } = await openTest()
    const token = await tokenOf(operator)

    await test(`-H "Authorization: Bearer ${token.slice(0, 21)}\u200B${token.slice(21)}"`)

    expect(
      await theDialog().findByText(
        'Calls with this line are refused: an invisible character is in the token',
      ),
    ).toBeVisible()
    expect(
      theDialog().getByText(
        'At character 48: zero-width space (U+200B). Chat apps and web pages add such characters when text is copied.',
      ),
    ).toBeVisible()
    const place = theDialog().getByText('U+200B').closest('code')
    expect(place).toHaveTextContent(`… ${token.slice(5, 21)}U+200B${token.slice(21, 27)} …`)
    expect(place).toHaveAttribute('translate', 'no')
    expect(factsUnder('Without it')).toHaveLength(3)

    await user.click(theDialog().getByRole('button', { name: 'Copy without it' }))

    await saidCopied()
    expect(theDialog().getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe(`-H "Authorization: Bearer ${token}"`)
  })

  it('of more than one fault tells the others with their places, and copies the line corrected', async () => {
    const { user, test, operator } = await openTest()
    const token = await tokenOf(operator)

    await test(`Autorización: Portador\u00A0${token}`)

    await theDialog().findByText('Calls with this line are refused: the header was translated')
    expect(theDialog().getByText('Also, at character 23: a space is next to the token')).toBeVisible()
    await user.click(theDialog().getByRole('button', { name: 'Copy the corrected line' }))
    await saidCopied()
    expect(await navigator.clipboard.readText()).toBe(`Authorization: Bearer ${token}`)
    expect(factsUnder('Once that is corrected')).toHaveLength(3)
  })

  it('puts the corrected line into the box where the browser does not copy', async () => {
    const { user, test, operator } = await openTest()
    const token = await tokenOf(operator)
    await test(`Authorization: ${token}`)
    await theDialog().findByText('Calls with this line are refused: “Bearer” is missing')
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })

    await user.click(theDialog().getByRole('button', { name: 'Copy the corrected line' }))

    await waitFor(() => expect(theBox()).toHaveFocus())
    expect(theBox()).toHaveValue(`Authorization: Bearer ${token}`)
    expect(theBox().selectionStart).toBe(0)
    expect(theBox().selectionEnd).toBe(theBox().value.length)
    expect(theDialog().getByText('Press Ctrl+C to copy')).toBeVisible()
  })

  it('is said as what will be while authentication is off', async () => {
    const { test, operator } = await openTest('off-with-token')

    await test(`Authorization: ${await tokenOf(operator)}`)

    expect(
      await theDialog().findByText(
        'Once authentication is required, calls with this line are refused: “Bearer” is missing',
      ),
    ).toBeVisible()
  })

  it('is a warning where who reads the line decides', async () => {
    const { test, operator } = await openTest()

    await test(`Authorization: "Bearer ${await tokenOf(operator)}"`)

    expect(
      await theDialog().findByText('Calls with this token are let in, but it is in quotation marks'),
    ).toBeVisible()
  })

  it('of a token that was replaced: by whom and when', async () => {
    const { test, operator } = await openTest()
    const old = await tokenOf(operator)
    await operator.call('POST', TOKEN_API, {})

    await test(old)

    expect(
      await theDialog().findByText('Calls with this line are refused: the token was replaced'),
    ).toBeVisible()
    expect(factsUnder('About this token')).toEqual([
      'Whole: the checksum matches',
      expect.stringMatching(/^An old token of northwindretail, made .* by Olivia Park$/),
      expect.stringMatching(/^Replaced .* by Olivia Park$/),
    ])
  })

  it('of a token that works on: also until when', async () => {
    const { test, operator } = await openTest()
    const old = await tokenOf(operator)
    await operator.call('POST', TOKEN_API, { overlapSeconds: 3600 })

    await test(old)

    await theDialog().findByText('Calls with this token are let in')
    expect(factsUnder('About this token').slice(2)).toEqual([
      expect.stringMatching(/^Replaced .* by Olivia Park$/),
      expect.stringMatching(/^Works until .*, for another (?:1 hour|59 minutes)/),
    ])
  })

  it('of a token that was ended for good, and of an expired one', async () => {
    const { test, operator } = await openTest()
    const ended = await tokenOf(operator)
    const { tokens }: { tokens: { id: string }[] } = await (
      await operator.call('GET', '/console/v1/tokens')
    ).json()
    await operator.call(
      'POST',
      `/console/v1/tokens/${tokens[0]?.id}/end`,
      { forGood: true },
      { 'If-Match': '*' },
    )

    await test(ended)

    await theDialog().findByText('Calls with this line are refused: the token was ended')
    expect(factsUnder('About this token')[2]).toMatch(/^Ended for good .* by Olivia Park$/)
  })

  it.each([
    ['tpa', 'the token is not known here', 'Not known here: it is of another installation, or was made up'],
    [
      'tse',
      'it is an access token of the admin API',
      'An access token of the admin API, which the profile API does not take',
    ],
    [
      'tsu',
      'it is the code of a set-up link',
      'The code of a set-up link: whoever has it can get in with it',
    ],
  ] as const)('of a secret %s of nobody here', async (prefix, why, fact) => {
    const { test } = await openTest()

    await test(newSecret(prefix, bytesFrom(7)))

    expect(await theDialog().findByText(`Calls with this line are refused: ${why}`)).toBeVisible()
    expect(factsUnder('About this token')[1]).toBe(fact)
  })

  it('of a debugger token', async () => {
    const { test, operator } = await openTest()
    const answer = await operator.call('POST', TOKEN_API.replace('profile_api', 'debug_tools'), {})
    const { accessToken }: { accessToken: string } = await answer.json()

    await test(accessToken)

    expect(
      await theDialog().findByText('Calls with this line are refused: it is a debugger token'),
    ).toBeVisible()
    expect(factsUnder('About this token')[1]).toMatch(
      /^A debugger token of northwindretail, made .*: the profile API takes none$/,
    )
  })

  it('shows no more of a token that is not whole, or stands in an address, than its beginning and its end', async () => {
    const { test, operator } = await openTest()
    const token = await tokenOf(operator)

    await test(token.slice(0, 40))
    expect(
      await theDialog().findByText('It has 40 characters and should have 53. Copy it again.'),
    ).toBeVisible()
    expect(theDialog().getByText(`${token.slice(0, 8)}…${token.slice(36, 40)}`)).toBeVisible()
    await test(`https://x.example/?access_token=${token}`)

    await theDialog().findByText('Calls with this line are refused: the token is in the address')
    expect(theDialog().getByText(`${token.slice(0, 8)}…${token.slice(-4)}`)).toBeVisible()
    expect(theDialog().queryByRole('button', { name: /^Copy/ })).not.toBeInTheDocument()
  })
})

describe('when it fails', () => {
  it('says how long to wait after too many', async () => {
    const { test } = await openTest()
    const problem = {
      type: 'about:blank',
      title: '',
      status: 429,
      detail: '',
      code: 'too-many-requests',
      requestId: 'r',
    }
    network.use(
      http.post(CHECK, () => HttpResponse.json(problem, { status: 429, headers: { 'Retry-After': '42' } })),
    )

    await test('hello')

    expect(
      await theDialog().findByText('Too many unknown tokens were tested. Try again in 42 seconds.'),
    ).toBeVisible()
  })

  it('says so, with what to quote, and can be tried again', async () => {
    const { user, test } = await openTest()
    const problem = {
      type: 'about:blank',
      title: '',
      status: 500,
      detail: '',
      code: 'internal',
      requestId: 'r-7',
    }
    network.use(http.post(CHECK, () => HttpResponse.json(problem, { status: 500 }), { once: true }))

    await test('hello')
    expect(await theDialog().findByText('r-7')).toBeVisible()
    await user.click(theDialog().getByRole('button', { name: 'Test' }))

    expect(await theDialog().findByText(/there is no token in it$/)).toBeVisible()
  })
})
