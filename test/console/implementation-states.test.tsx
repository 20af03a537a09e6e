import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { pages } from '#console/pages.ts'
import type { Role } from '#contract/roles.ts'
import {
  openConsole,
  openImplementation,
  theGenerateButton,
  theSwitch,
  theTokenField,
} from './open-console.tsx'

describe('first load', () => {
  it('takes one answer, from which the shell shows who is signed in too; who calls comes by itself', async () => {
    const { requests } = await openConsole(pages.implementation.path, 'token-live')

    await screen.findByRole('switch', { name: 'Require Authentication' })

    await waitFor(() =>
      expect(requests).toEqual(['GET /console/v1/implementation', 'GET /console/v1/callers']),
    )
    expect(screen.getByRole('button', { name: 'Your account: Ana Ortiz' })).toBeVisible()
    expect(screen.getAllByText('northwindretail')).toHaveLength(2) // top bar and account details
    expect(document.title).toBe('Implementation – Profile API Console')
  })

  it.each(['/', '/setup/implementation'])('%s leads to Implementation', async (path) => {
    await openConsole(path, 'off')

    await screen.findByRole('switch', { name: 'Require Authentication' })

    expect(location.pathname).toBe(pages.implementation.path)
  })
})

describe('account details', () => {
  it('shows what a job needs besides the header', async () => {
    await openImplementation('off')

    const details = within(screen.getByRole('region', { name: 'Account details' }))

    expect(details.getByText('northwindretail')).toBeVisible()
    expect(details.getByText('6B3A1F2C5D7E9A010A495E2C@AdobeOrg')).toBeVisible()
    expect(details.getByText('http://localhost')).toBeVisible()
  })
})

const factsUnder = (term: string) =>
  [...(screen.getByText(term).parentElement?.querySelectorAll('dd') ?? [])].map(
    ({ textContent }) => textContent,
  )

describe('off', () => {
  it('says that anyone who knows the client code can read and write, and what to do first', async () => {
    await openImplementation('off')

    expect(theSwitch()).not.toBeChecked()
    expect(screen.getByText('Anyone who knows the client code can read and write profiles')).toBeVisible()
    expect(theGenerateButton()).toHaveAttribute('aria-disabled', 'true')
    expect(theGenerateButton()).toHaveAccessibleDescription(
      'There is no token yet. Prepare one above, or turn on Require Authentication.',
    )
  })

  it('generates nothing', async () => {
    const { user, requests } = await openImplementation('off')

    await user.click(theGenerateButton())

    expect(requests).toEqual([])
  })

  it('keeps showing a token that is there', async () => {
    await openImplementation('off-with-token')

    expect(screen.getByText('62 days, 9 hours, 53 minutes')).toBeVisible()
    expect(theTokenField()).toBeVisible()
  })
})

describe('on', () => {
  it('warns without a token that all calls are refused, and makes generating one the next step', async () => {
    await openImplementation('no-token')

    expect(screen.getByText('All profile API calls are refused until a token exists')).toBeVisible()
    expect(theGenerateButton()).not.toHaveAttribute('aria-disabled')
    expect(theGenerateButton()).toHaveAttribute('data-variant', 'primary')
    expect(screen.queryByRole('textbox', { name: /^Authentication Token/ })).not.toBeInTheDocument()
  })

  it('shows a live token masked, with its facts and without a warning', async () => {
    await openImplementation('token-live')

    expect(screen.getByText('62 days, 9 hours, 53 minutes')).toBeVisible()
    expect(theTokenField().value).toMatch(/^Authorization: Bearer •{8}[0-9A-Za-z]{4}$/)
    expect(factsUnder('Expires In')[1]).toMatch(/\d, 20\d\d at .*(?:UTC|GMT)/)
    expect(factsUnder('Created')).toEqual([
      expect.stringMatching(/\d, 20\d\d at .*(?:UTC|GMT)/),
      'by Olivia Park',
    ])
    expect(factsUnder('Last used')).toEqual([
      expect.stringMatching(/\d, 20\d\d at .*(?:UTC|GMT)/),
      expect.stringMatching(/^[67] minutes ago$/),
    ])
    expect(screen.queryByText(/expire[sd]/)).not.toBeInTheDocument()
  })

  it('warns within 14 days of the end', async () => {
    await openImplementation('token-expiring')

    expect(screen.getByText(/^The token expires on /)).toBeVisible()
    expect(screen.getByText('8 days, 23 hours, 59 minutes')).toBeVisible()
  })

  it('says of an expired token what is so and what to do, and offers none of it for copying', async () => {
    await openImplementation('token-expired')

    expect(screen.getByText('The token has expired')).toBeVisible()
    expect(factsUnder('Expired')).toEqual([expect.stringMatching(/\d, 20\d\d at .*(?:UTC|GMT)/)])
    expect(screen.getByText(/Generate a new token and update your scripts and apps/)).toBeVisible()
    expect(screen.queryByRole('textbox', { name: /^Authentication Token/ })).not.toBeInTheDocument()
    expect(theGenerateButton()).toHaveAttribute('data-variant', 'primary')
  })
})

describe('the token', () => {
  const url = 'http://localhost/rest/v1/profiles/thirdPartyId/customer-1'
  const readsOnly = (sign: string) =>
    `${sign} Reads one profile and changes nothing.\n${sign} 404 is well: the call was let in, and there is no such profile.\n`

  it.each([
    ['Token', 'copies this token', ''],
    [
      'cURL',
      'copies this call',
      `${readsOnly('#')}curl -G '${url}' \\\n  --data-urlencode 'client=northwindretail' \\\n  -H 'Authorization: Bearer `,
    ],
    [
      'Node.js',
      'copies this call',
      `${readsOnly('//')}const response = await fetch(\n  "${url}?client=northwindretail",\n`,
    ],
    [
      'Python',
      'copies this call',
      `${readsOnly('#')}import requests\n\nresponse = requests.get(\n    "${url}"`,
    ],
    ['.env', 'copies this line', 'PROFILE_API_AUTHORIZATION="Bearer '],
    ['Header', 'copies this header', 'Authorization: Bearer '],
  ])(
    'is shown as %s when that is chosen, and the page says what the keys copy',
    async (form, keys, begin) => {
      const { user } = await openImplementation('token-live')

      await user.click(screen.getByRole('radio', { name: form }))

      expect(theTokenField()).toHaveAccessibleName(`Authentication Token, ${form}`)
      expect(theTokenField().value.slice(0, begin.length)).toBe(begin)
      const [, lastFour] = /•{8}([0-9A-Za-z]{4})/.exec(theTokenField().value) ?? []
      expect(theTokenField()).toHaveAccessibleDescription(`hidden, ends in ${lastFour}`)
      expect(screen.getByText(keys).parentElement).toHaveTextContent(`Ctrl+C ${keys}`)
    },
  )
})

describe('a page that came by plain http', () => {
  const warning = 'Passwords and tokens travel in clear'
  const byHttp = () => {
    vi.spyOn(window, 'isSecureContext', 'get').mockReturnValue(false)
  }

  it('says so to those who can have it mended', async () => {
    byHttp()

    await openImplementation('token-live')

    expect(screen.getByText(warning)).toBeVisible()
  })

  it.each([
    ['to others', 'observer', byHttp],
    ['on the machine itself', 'token-live', () => {}],
  ] as const)('does not %s', async (_whom, scenario, given) => {
    given()

    await openImplementation(scenario)

    expect(screen.queryByText(warning)).not.toBeInTheDocument()
  })
})

describe('roles', () => {
  it.each<[Role, string]>([
    ['observer', 'Observer'],
    ['editor', 'Editor'],
    ['publisher', 'Publisher'],
  ])(
    '%s sees the same page, can change nothing, is told why, and never gets the token',
    async (role, word) => {
      const { user, requests } = await openImplementation({
        isRequired: true,
        token: { age: 60, lifetime: 86_400 },
        role,
      })

      await user.click(theSwitch())
      await user.click(theGenerateButton())

      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
      expect(requests).toEqual([])
      expect(theSwitch()).toBeChecked()
      expect(theSwitch()).toHaveAccessibleDescription(
        expect.stringContaining(`You are signed in as ${word}.`),
      )
      expect(theGenerateButton()).toHaveAccessibleDescription(
        'Generating a token takes Approver or administrator rights.',
      )
      expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    },
  )

  it.each<Role | 'sysadmin'>(['approver', 'admin', 'sysadmin'])('%s may do all of it', async (role) => {
    await openImplementation({ isRequired: true, token: { age: 60, lifetime: 86_400 }, role })

    expect(theSwitch()).not.toHaveAttribute('aria-disabled')
    expect(theGenerateButton()).not.toHaveAttribute('aria-disabled')
    expect(theTokenField()).toBeVisible()
  })
})
