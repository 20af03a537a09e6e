import { act, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { listAudit } from '#contract/audit.ts'
import { listUsers } from '#contract/users.ts'
import { pages } from '#console/pages.ts'
import { network } from '../support/console-setup.ts'
import { openConsole } from './open-console.tsx'

const PATH = pages.auditLog.path
const AUDIT = `*${listAudit.path}`

async function open(scenario: Parameters<typeof openConsole>[1] = 'audit-log', search = '') {
  const opened = await openConsole(PATH + search, scenario)
  await screen.findByRole('heading', { level: 2, name: /\d record/ })
  return opened
}

/** The sentences of the records, the newest first. */
const sentences = () =>
  screen.getAllByRole('listitem').map((item) => item.querySelector('summary > span')?.textContent ?? '')
const person = () => screen.getByLabelText<HTMLSelectElement>('Person')
const theAct = () => screen.getByLabelText<HTMLSelectElement>('Act')
const count = (name: RegExp | string) => screen.findByRole('heading', { level: 2, name })
const older = () => screen.queryByRole('button', { name: 'Show older records' })
const hrefOf = (name: string) => new URL(screen.getByRole<HTMLAnchorElement>('link', { name }).href)

describe('the audit log', () => {
  it('tells what happened under its days, the newest first', async () => {
    await open()

    expect(sentences().slice(0, 3)).toEqual([
      'Ana Ortiz signed in',
      'Ana Ortiz chose a password by a set-up link',
      'Olivia Park invited Ana Ortiz: System administrator',
    ])
    const days = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(days[0]).toMatch(/^today, \w{3} \d+$/)
    expect(days[1]).toMatch(/^\w+day, \w{3} \d+(, \d+)?$/)
    expect(new Set(days).size).toBe(days.length)
  })

  it('says of a refusal first that it is one', async () => {
    await open()

    expect(sentences()).toContain(
      'Refused: Mei Tanaka tried to generate or end a token, which takes approver or administrator rights',
    )
  })

  it('unfolds in place all else that is kept of a record', async () => {
    const { user } = await open()
    const place = sentences().indexOf('Lucía Fernández invited Olivia Park: System administrator')
    const row = screen.getAllByRole('listitem')[place]
    if (row === undefined) throw new Error('no row')
    expect(within(row).queryByText('Hash')).not.toBeInTheDocument()

    await user.click(within(row).getByText('Olivia Park'))

    expect(await within(row).findByText('Hash')).toBeVisible()
    expect(within(row).getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    expect(within(row).getByText('E-mail').nextSibling).toHaveTextContent('olivia@example.com')
  })

  it('is for those alone who may see it', async () => {
    await openConsole(PATH, 'observer')

    expect(await screen.findByText(/It takes Approver or administrator rights/)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Audit log', hidden: true })).not.toBeInTheDocument()
  })
})

describe('the filters', () => {
  it('stand in the address, and going back and forward goes through them', async () => {
    const { user } = await open()

    await user.selectOptions(person(), 'Bo Ek')
    await user.selectOptions(theAct(), 'Token generated')
    await count('1 record')
    const withBoth = new URLSearchParams(location.search)
    act(() => history.back())
    await waitFor(() => expect(theAct()).toHaveValue(''))
    await waitFor(() => expect(sentences().length).toBeGreaterThan(1))

    expect(withBoth.get('act')).toBe('token.generated')
    expect(withBoth.get('person')).toBe(person().value)
    for (const sentence of sentences()) expect(sentence).toMatch(/^Bo Ek /)
    act(() => history.forward())
    await count('1 record')
    expect(theAct()).toHaveValue('token.generated')
  })

  it('keep the focus where it was', async () => {
    const { user } = await open()

    await user.selectOptions(theAct(), 'Token seen')
    await count('1 record')

    expect(theAct()).toHaveFocus()
  })

  it('ask for days as the reader’s time zone has them, to the end of the last one', async () => {
    await open('audit-log', '?from=2026-03-01&to=2026-03-31')

    const asked = hrefOf('Export CSV').searchParams
    expect(asked.get('from')).toBe(new Date(2026, 2, 1).toISOString())
    expect(asked.get('to')).toBe(new Date(2026, 3, 1).toISOString())
    expect(screen.getByText(/^Days and times are those of /)).toHaveTextContent(
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
    )
  })

  it('take a day once it is whole, and its further changes as one step back', async () => {
    const { user } = await open()
    const before = history.length

    await user.type(screen.getByLabelText('From'), '0002-11-02')
    expect(location.search).toBe('')
    await user.clear(screen.getByLabelText('From'))
    await user.type(screen.getByLabelText('From'), '2026-11-02')
    await user.clear(screen.getByLabelText('From'))
    await user.type(screen.getByLabelText('From'), '2026-11-12')

    expect(location.search).toBe('?from=2026-11-12')
    expect(history.length).toBe(before + 1)
  })

  it('are cleared at once', async () => {
    const { user } = await open('audit-log', '?act=token.viewed&from=2020-01-01')
    await count('1 record')

    await user.click(screen.getByRole('button', { name: 'Clear' }))

    await waitFor(() => expect(sentences().length).toBeGreaterThan(1))
    expect(location.search).toBe('')
    expect(screen.getByLabelText('From')).toHaveValue('')
    expect(person()).toHaveFocus()
  })

  it('that let nothing through say so, also where the last day is before the first', async () => {
    await open('audit-log', '?from=2026-03-02&to=2026-03-01')

    expect(screen.getByText('Nothing that happened fits these filters.')).toBeVisible()
    expect(screen.getByLabelText('To')).toBeInvalid()
    expect(screen.getByText('That is before the first day, so there is nothing to show.')).toBeVisible()
  })

  it.each([
    ['?act=nonsense', 'act=nonsense'],
    ['?from=yesterday', 'from=yesterday'],
    ['?to=2026-02-30', 'to=2026-02-30'],
    ['?from=0001-01-01', 'from=0001-01-01'],
  ])('that mean nothing are told and left out: %s', async (search, told) => {
    await open('audit-log', search)

    expect(screen.getByText('A part of the address means nothing here and was left out')).toBeVisible()
    expect(screen.getByText(told)).toBeVisible()
    expect(sentences().length).toBeGreaterThan(1)
    expect(hrefOf('Export CSV').search).toBe('')
  })

  it('by someone of whom there is no record find nothing, and say whom they ask for', async () => {
    await open('audit-log', '?person=user-nobody')

    expect(screen.getByText('Nothing that happened fits these filters.')).toBeVisible()
    expect(person()).toHaveDisplayValue('user-nobody')
  })
})

describe('older records', () => {
  it('follow on request, to the last, and the focus goes on with them', async () => {
    const { user, requests } = await open()
    const first = sentences()
    expect(first).toHaveLength(50)

    await user.click(await screen.findByRole('button', { name: 'Show older records' }))
    await waitFor(() => expect(sentences()).toHaveLength(100))
    const focused = document.activeElement
    while (older() !== null) {
      const shown = sentences().length
      await user.click(screen.getByRole('button', { name: 'Show older records' }))
      await waitFor(() => expect(sentences().length).toBeGreaterThan(shown))
    }

    expect(focused).toBe(screen.getAllByRole('listitem')[50]?.querySelector('summary'))
    expect(sentences().slice(0, 50)).toEqual(first)
    expect(sentences().at(-1)).toBe('The service made the set-up link for the first person')
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(`${sentences().length} records`)
    expect(requests.filter((request) => request === `GET ${listAudit.path}`)).toHaveLength(3)
  })

  it('stay when newer ones come', async () => {
    const { user, operator, client } = await open()
    await user.click(await screen.findByRole('button', { name: 'Show older records' }))
    await waitFor(() => expect(sentences()).toHaveLength(100))
    const before = sentences()

    await operator.call('GET', listUsers.path)
    await act(() => client.invalidateQueries())

    await waitFor(() => expect(sentences()).toHaveLength(101))
    expect(sentences()).toEqual(['Olivia Park saw the list of users: 6 people', ...before])
  })

  it('go where so many came that some between would be missing', async () => {
    const { user, operator, client } = await open()
    await user.click(await screen.findByRole('button', { name: 'Show older records' }))
    await waitFor(() => expect(sentences()).toHaveLength(100))

    for (let times = 0; times < 51; times += 1) await operator.call('GET', listUsers.path)
    await act(() => client.invalidateQueries())

    await waitFor(() => expect(sentences()).toHaveLength(50))
    expect(older()).toBeVisible()
  })

  it('that cannot be loaded are told beside the button, and those shown stay', async () => {
    const { user } = await open()
    network.use(http.get(AUDIT, () => HttpResponse.error()))

    await user.click(await screen.findByRole('button', { name: 'Show older records' }))

    expect(await screen.findByText('The service could not be reached. Check your connection.')).toBeVisible()
    expect(sentences()).toHaveLength(50)
    expect(older()).toBeVisible()
  })
})

describe('an export', () => {
  it('is a file that holds what the filters show', async () => {
    await open('audit-log', '?act=token.viewed&from=2026-11-01')

    for (const [name, path] of [
      ['Export CSV', '/console/v1/audit.csv'],
      ['Export JSON lines', '/console/v1/audit.jsonl'],
    ] as const) {
      const { pathname, searchParams } = hrefOf(name)
      expect(pathname).toBe(path)
      expect(Object.fromEntries(searchParams)).toEqual({
        act: 'token.viewed',
        from: new Date(2026, 10, 1).toISOString(),
      })
      expect(screen.getByRole('link', { name })).toHaveAttribute('download')
    }
  })

  it('of all asks for all', async () => {
    await open()

    expect(hrefOf('Export CSV').search).toBe('')
  })
})

describe('the chain of records', () => {
  const overviewWith = (change: object) =>
    http.get(AUDIT, () =>
      HttpResponse.json({
        records: [],
        older: null,
        overview: {
          count: 0,
          people: [],
          chain: null,
          keptDays: 0,
          now: new Date().toISOString(),
          ...change,
        },
      }),
    )
  const CHAIN = {
    checkedAt: '2026-11-21T12:00:00Z',
    recordCount: 1284,
    since: '2026-08-03T12:00:00Z',
    faultCount: 0,
    firstFault: null,
  }
  const openWith = async (change: object) => {
    await openConsole(PATH, 'off', overviewWith(change))
    await count('0 records')
  }

  it('is unbroken since its first record, as the service found it last', async () => {
    await openWith({ chain: CHAIN, keptDays: 730 })

    const told = screen.getByText('Unbroken since August 3, 2026.').parentElement
    expect(told).toHaveTextContent(
      /1,284 records, each chained to the one before it; checked November 21, 2026 at .*\. Records are kept for 730 days\. Exporting is recorded too\.$/,
    )
    expect(screen.queryByText('Records were changed, and not by the service')).not.toBeInTheDocument()
  })

  it('of which nothing is known yet is not called unbroken', async () => {
    await openWith({ chain: null })

    expect(
      screen.getByText('The service has not looked yet whether the records are unbroken.').parentElement,
    ).toHaveTextContent(
      'The service has not looked yet whether the records are unbroken. Records are never removed. Exporting is recorded too.',
    )
    expect(screen.queryByText(/^Unbroken/)).not.toBeInTheDocument()
  })

  it('that is broken is told as an error, with the record', async () => {
    await open('audit-log-broken')

    const notice = screen.getByText('Records were changed, and not by the service').parentElement
    expect(notice).toHaveAttribute('data-tone', 'error')
    expect(notice).toHaveTextContent('Record 12, or the one before it, was changed.')
    expect(notice).toHaveTextContent('npm run verify-audit')
    expect(notice).not.toHaveTextContent('faults in all')
  })

  it.each([
    ['inserted', 9, 'Record 9 was inserted.'],
    ['moved', 9, 'Record 9 does not stand where it was written.'],
    ['missing', 9, 'Records are missing, from number 9 on.'],
    ['last', 9, 'Record 9 is not the one that was written last.'],
    ['removal', 9, 'Record 9 says that older ones were removed as too old'],
    ['rewritten', 9, 'Record 9 is another than when the service looked before.'],
    ['missing', null, 'At which record cannot be said.'],
  ])('and how: %s at %s', async (kind, position, sentence) => {
    await openWith({
      chain: { ...CHAIN, faultCount: 3, firstFault: { kind, position, isOfClient: false } },
    })

    const notice = screen.getByText('Records were changed, and not by the service').parentElement
    expect(notice).toHaveTextContent(sentence)
    expect(notice).toHaveTextContent('one of the older records, which name no client')
    expect(notice).toHaveTextContent('There are 3 faults in all.')
  })

  it('has a record that someone made unreadable in its place', async () => {
    const unreadable = { action: 'unreadable', id: 'x', at: '2026-11-21T12:00:00Z', position: 4 }
    const { user } = await openConsole(
      PATH,
      'off',
      http.get(AUDIT, () =>
        HttpResponse.json({
          records: [unreadable],
          older: null,
          overview: { count: null, people: [], chain: null, keptDays: 0, now: '2026-11-21T12:00:00Z' },
        }),
      ),
    )
    await count('More than 1,000 records')

    await user.click(screen.getByText(/^This record was changed, and not by the service\./))

    expect((await screen.findByText('Record')).nextSibling).toHaveTextContent('4')
  })
})

describe('when the service fails', () => {
  it('at first, the page’s place says so', async () => {
    await openConsole(
      PATH,
      'off',
      http.get(AUDIT, () => HttpResponse.error()),
    )

    expect(
      await screen.findByRole('heading', { level: 1, name: 'This page could not be loaded' }),
    ).toBeVisible()
  })

  it('with other filters, the list’s place says so, and the filters stay', async () => {
    const { user } = await open()
    network.use(http.get(AUDIT, () => HttpResponse.error()))

    await user.selectOptions(theAct(), 'Token seen')
    expect(await screen.findByText('The service could not be reached. Check your connection.')).toBeVisible()
    expect(within(person()).getByRole('option', { name: 'Bo Ek' })).toBeInTheDocument()
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
    network.resetHandlers()
    network.use(http.get(AUDIT, () => HttpResponse.json({ records: [], older: null, overview: null })))
    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('Nothing that happened fits these filters.')).toBeVisible()
  })

  it('later, what is shown may be out of date', async () => {
    const { client } = await open()
    network.use(http.get(AUDIT, () => HttpResponse.error()))

    await act(() => client.invalidateQueries({ queryKey: ['audit'] }))

    expect(await screen.findByText('What you see may be out of date')).toBeVisible()
    expect(sentences().length).toBeGreaterThan(1)
  })
})
