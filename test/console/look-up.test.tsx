import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { lookUpProfile } from '#contract/profiles.ts'
import { pages } from '#console/pages.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

const PATH = pages.lookUp.path

async function open(scenario: Parameters<typeof openConsole>[1] = 'visitors') {
  const opened = await openConsole(PATH, scenario)
  await screen.findByRole('heading', { level: 1, name: 'Look-up' })
  const lookUp = async (id: string) => {
    const field = screen.getByLabelText('Identifier')
    await opened.user.clear(field)
    await opened.user.type(field, `${id}{Enter}`)
  }
  return { ...opened, lookUp }
}

const title = (name: string) => screen.findByRole('heading', { level: 2, name })

describe('a profile', () => {
  it('is shown with its values and when each changed, the last changed first', async () => {
    const { lookUp } = await open()

    await lookUp(' anna ')

    await title('Profile with thirdPartyId anna')
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'lastOrder',
      'loyaltyTier',
      'city',
      'newsletter',
    ])
    expect(within(rows[1] ?? document.body).getByText('gold')).toBeVisible()
    expect(rows[1]?.querySelector('time')).toHaveAttribute('dateTime', expect.stringMatching(/Z$/))
  })

  it('is shown as jobs read it', async () => {
    const { lookUp, user } = await open()
    await lookUp('bo')
    await title('Profile with thirdPartyId bo')

    await user.click(screen.getByRole('radio', { name: 'JSON' }))

    const shown: unknown = JSON.parse(screen.getByRole('region', { name: /as jobs read it/ }).textContent)
    const changed = { modifiedAt: expect.stringMatching(/\+00:00$/) }
    expect(shown).toEqual({
      client: 'northwindretail',
      visitorId: 'bo',
      ...changed,
      profileAttributes: { city: { value: 'Malmö', ...changed }, newsletter: { value: 'no', ...changed } },
    })
  })

  it('has long values cut until they are asked for', async () => {
    const { lookUp, user } = await open()
    await lookUp('long')
    await title('Profile with thirdPartyId long')
    expect(screen.getByText(/^a very long value/).textContent).toHaveLength(401)

    await user.click(screen.getByRole('button', { name: 'Show all 5,399 characters' }))

    expect(screen.getByText(/^a very long value/).textContent).toHaveLength(5399)
  })

  it('that is not there is told with what would create it', async () => {
    const { lookUp } = await open()

    await lookUp('carla, 2')

    await title('There is no profile with thirdPartyId carla, 2')
    expect(screen.getByText(/batch=thirdPartyId,city/)).toHaveTextContent(
      'POST /m2/northwindretail/v2/profile/batchUpdate batch=thirdPartyId,city carla%2C%202,Oslo',
    )
  })

  it('that is there by the other kind of identifier is one press away', async () => {
    const { lookUp, user } = await open()
    await lookUp('2f1c9d')

    await user.click(await screen.findByRole('button', { name: 'Look up by pcId' }))

    await title('Profile with pcId 2f1c9d')
  })

  it('may change yet while rows wait, which is said', async () => {
    const { lookUp } = await open('visitors-waiting')

    await lookUp('carla')

    expect(await screen.findByText('2 rows of batches wait to be applied')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Look again' })).toBeVisible()
  })
})

describe('the identifier', () => {
  it('stands in no address and in no storage of the browser', async () => {
    const { lookUp } = await open()

    await lookUp('anna')
    await title('Profile with thirdPartyId anna')

    expect(location.href).not.toContain('anna')
    expect(
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
    ).not.toContain('anna')
  })

  it.each([
    ['', 'Enter the identifier.'],
    ['a/b', 'No identifier contains + or /.'],
    ['a'.repeat(257), 'No identifier is longer than 256 characters.'],
  ])('%j is told to be none, before the service is asked', async (id, words) => {
    const { user } = await open()
    const field = screen.getByLabelText('Identifier')
    await user.click(field)
    await user.paste(id)

    await user.keyboard('{Enter}')

    expect(await screen.findByText(words)).toBeVisible()
    expect(field).toHaveFocus()
    expect(field).toHaveAccessibleDescription(expect.stringContaining(words))
  })
})

it('says beside the button why it could not look', async () => {
  const { lookUp } = await open()
  network.use(http.post(`*${lookUpProfile.path}`, () => HttpResponse.error()))

  await lookUp('anna')

  expect(await screen.findByText(/could not be reached/)).toBeVisible()
})

it('is for approvers and administrators alone', async () => {
  await openConsole(PATH, 'observer')

  expect(await screen.findByText(/It takes Approver or administrator rights/)).toBeVisible()
  expect(screen.queryByLabelText('Identifier')).not.toBeInTheDocument()
  expect(screen.queryByRole('link', { name: 'Look-up', hidden: true })).not.toBeInTheDocument()
})
