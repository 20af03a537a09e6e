import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { AUDIT_COUNT_LIMIT, AUDIT_PAGE, AuditEntry, AuditLog } from '#contract/audit.ts'
import { exportAudit, JSON_LINES } from '#service/audit-log/export.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import { contextWithoutRequest, type SignedInContext } from '#service/context.ts'
import type { Ports } from '#service/app.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'
import { makeAudit, makeSession, makeUser } from '../storage/records.ts'
import { makeService, START } from '../support/service.ts'

const AUDIT = '/console/v1/audit'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'

type Call = (path: string, init?: RequestInit) => Promise<Response>

const logOf = async (call: Call, query = '') => {
  const answer = await call(`${AUDIT}${query}`)
  expect(answer.status).toBe(200)
  return v.parse(AuditLog, await answer.json())
}
const idsOf = ({ records }: AuditLog) => records.map(({ id }) => id)

/** Records of its own, beside those of signing in. */
async function open(...records: Partial<AuditRecord>[]) {
  const service = makeService()
  for (const record of records) await service.ports.audit.append(makeAudit(record))
  return { ...service, approver: await service.as('approver', 'Ana') }
}

describe('the audit log', () => {
  it('tells what happened with the names of whom and what it was done to', async () => {
    const { approver, ports, advance } = await open()
    await approver(TOKEN, { method: 'POST' })
    const token = await ports.tokens.current('acme', 'profile_api')
    advance(1)
    await approver(TOKEN)

    const log = await logOf(approver)

    expect(log.records[0]).toMatchObject({
      action: 'token.viewed',
      at: '2026-11-21T12:00:01.000Z',
      actor: { kind: 'script', id: 'user-Ana', name: 'Ana' },
      remoteAddress: '203.0.113.7',
      subject: token?.id,
      subjectName: token?.lastFour,
      result: 'done',
      detail: { scope: 'profile_api' },
    })
    expect(log.records.find(({ action }) => action === 'user.set-up')).toMatchObject({
      subject: 'user-Ana',
      subjectName: 'Ana',
      actor: { kind: 'system', id: null, name: '' },
    })
    expect(log.older).toBeNull()
    expect(log.overview).toMatchObject({
      count: log.records.length,
      people: [{ id: 'user-Ana', name: 'Ana' }],
      chain: null,
      keptDays: 0,
      now: '2026-11-21T12:00:01.000Z',
    })
  })

  it('goes on from a page to the next, and counts no further than it says', async () => {
    const many = Array.from({ length: AUDIT_COUNT_LIMIT + 1 }, (_, index) => ({ id: `r${index}`, at: index }))
    const { approver } = await open(...many)
    const act = `act=session.started&to=1970-01-02T00:00:00Z`

    const first = await logOf(approver, `?${act}`)
    const next = await logOf(approver, `?${act}&before=${first.older}`)

    expect(first.overview?.count).toBeNull()
    expect(idsOf(first)).toEqual(
      idsOf(first).toSorted((one, other) => Number(other.slice(1)) - Number(one.slice(1))),
    )
    expect([first.records.length, next.records.length]).toEqual([AUDIT_PAGE, AUDIT_PAGE])
    expect(idsOf(next)[0]).toBe(`r${AUDIT_COUNT_LIMIT - AUDIT_PAGE}`)
    expect(next.overview).toBeNull()
  })

  it.each([
    ['person=user-bo', ['bo-ended', 'bo-viewed']],
    ['act=session.ended', ['bo-ended']],
    ['act=all-but-sign-ins&person=user-bo', ['bo-viewed']],
    ['from=2026-01-01T02:00:00%2B01:00&to=2026-01-02T00:00:00Z', ['bo-viewed']],
    ['from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z', []],
    ['person=nobody', []],
  ])('shows what the filters let through: %s', async (query, ids) => {
    const bo = { actorId: 'user-bo', actorName: 'Bo' }
    const { approver } = await open(
      {
        ...bo,
        id: 'bo-early',
        at: Date.parse('2025-01-01T00:00:00Z'),
        action: 'session.started',
        actorId: 'other',
      },
      {
        ...bo,
        id: 'bo-viewed',
        at: Date.parse('2026-01-01T01:00:00Z'),
        action: 'token.viewed',
        detail: { scope: 'profile_api' },
      },
      { ...bo, id: 'bo-ended', at: Date.parse('2026-01-02T00:00:00Z'), action: 'session.ended' },
    )

    expect(idsOf(await logOf(approver, `?${query}`))).toEqual(ids)
  })

  it.each([
    [
      'act=nothing',
      'act is not known; an act as records name it, such as token.generated, or all-but-sign-ins.',
    ],
    ['from=yesterday', 'from is not known; an instant such as 2026-11-21T12:00:00Z.'],
    ['to=2026-13-01T00:00:00Z', 'to is not known'],
    ['before=first', 'before is not known; `older` of an earlier answer.'],
    ['before=1-99999999999999999999', 'before is not known'],
    ['person=%00', 'The address holds a NUL character'],
  ])('says what is wrong with %s', async (query, sentence) => {
    const { approver } = await open()

    const answer = await approver(`${AUDIT}?${query}`)

    expect(answer.status).toBe(400)
    expect((await answer.json()).detail).toContain(sentence)
  })

  it('shows of a record that someone made unreadable that it is', async () => {
    const { approver, ports } = await open({ id: 'good', at: START - 2 })
    const page = ports.audit.page.bind(ports.audit)
    ports.audit.page = async (...asked) => {
      const records = await page(...asked)
      return [
        ...records.map((record) => ({ ...record, id: 'bad', action: 'token.viewed', detail: '{' })),
        ...records.map((record) => ({ ...record, id: 'worse', action: 'no.such', position: 'x' })),
      ]
    }

    const { records } = await logOf(approver, '?person=user-ana')

    expect(records).toMatchObject([
      { action: 'unreadable', id: 'bad' },
      { action: 'unreadable', id: 'worse', position: null },
    ])
  })

  it('says what became of the chain, once it was looked at', async () => {
    const { approver, ports } = await open({ at: START - 60_000 })
    await ports.auditCheck.run(ports, async () => {})

    const { overview } = await logOf(approver)

    expect(overview?.chain).toEqual({
      checkedAt: '2026-11-21T12:00:00.000Z',
      recordCount: 4,
      since: '2026-11-21T11:59:00.000Z',
      faultCount: 0,
      firstFault: null,
    })
  })
})

/** Rows of CSV, each a record by its column. */
function rowsOf(csv: string): Record<string, string>[] {
  const [heading = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')))
  return rows.map((cells) => Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ''])))
}

describe('an export', () => {
  it('as CSV holds what the filters let through, safe in a spreadsheet, with a name', async () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', 'a "b", c']
    const { approver } = await open(
      ...formulas.map((actorName, index) => ({ at: START - 60_000 + index, actorName, actorId: 'user-x' })),
    )

    const answer = await approver(`${AUDIT}.csv?person=user-x`)
    const bytes = await answer.clone().bytes()
    const rows = rowsOf(await answer.text())

    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
    expect(answer.headers.get('Content-Type')).toBe('text/csv;charset=utf-8;header=present')
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="acme-audit-2026-11-21T120000Z.csv"',
    )
    expect(rows.map(({ actorName }) => actorName)).toEqual([
      'a "b", c',
      "'\rx",
      "'\tx",
      "'@SUM(A1)",
      "'-1",
      "'+1",
      "'=1+1",
    ])
    expect(rows[0]).toMatchObject({ at: '2026-11-21T11:59:00.006Z', action: 'session.started', detail: '{}' })
  })

  it('as JSON lines holds the records as the list has them', async () => {
    const { approver } = await open({ at: START - 2 }, { at: START - 1, actorName: 'Ana\u2028\n' })

    const answer = await approver(`${AUDIT}.jsonl?to=2026-11-21T12:00:00Z`)
    const lines = (await answer.text()).split('\n')
    const { records } = await logOf(approver, '?to=2026-11-21T12:00:00Z')

    expect(answer.headers.get('Content-Type')).toBe('application/jsonl')
    expect(lines.pop()).toBe('')
    expect(lines.map((line) => v.parse(AuditEntry, JSON.parse(line)))).toEqual(records)
  })

  it.each([
    [
      'csv',
      '.csv?act=token.viewed&from=2026-01-01T00:00:00Z',
      { act: 'token.viewed', from: '2026-01-01T00:00:00Z' },
    ],
    [
      'json-lines',
      '.jsonl?person=user-Ana&to=2026-01-01T00:00:00Z',
      { person: 'user-Ana', to: '2026-01-01T00:00:00Z' },
    ],
  ])('is recorded with what it was of: %s', async (format, path, asked) => {
    const { approver, ports } = await open()

    await approver(`${AUDIT}${path}`)

    expect(await ports.audit.list(1)).toMatchObject([
      {
        action: 'audit.exported',
        actorName: 'Ana',
        subject: 'acme',
        detail: { format, person: null, act: null, from: null, to: null, ...asked },
      },
    ])
  })

  it('is refused to what a page of another site has a browser ask for, and not recorded', async () => {
    const { approver, ports } = await open()
    const from = (site: string) => approver(`${AUDIT}.csv`, { headers: { 'Sec-Fetch-Site': site } })

    const answers = [
      await from('same-site'),
      await from('cross-site'),
      await from('same-origin'),
      await from('none'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200, 200])
    const exports = (await ports.audit.list(100)).filter(({ action }) => action === 'audit.exported')
    expect(exports).toHaveLength(2)
  })

  /** An export of so many records over a store that counts how often it is read. */
  async function exporting(count: number, overrides: Partial<Ports> = {}) {
    const stores = memoryStores()
    for (let index = 0; index < count; index += 1) await stores.audit.append(makeAudit({ at: START + index }))
    const { ports } = makeService({ ...stores, ...overrides })
    const reads: number[] = []
    const page = ports.audit.page.bind(ports.audit)
    const audit = {
      ...ports.audit,
      page: (...asked: Parameters<typeof page>) => {
        reads.push(asked[2])
        return page(...asked)
      },
    }
    const context = {
      ...contextWithoutRequest(ports, 'system'),
      actor: {
        kind: 'person',
        user: makeUser(),
        session: makeSession(),
        remoteAddress: null,
      },
    } satisfies SignedInContext
    const stream = await exportAudit({ ...ports, audit }, context, { act: 'session.started' }, JSON_LINES)
    return { reads, reader: stream.getReader(), audit }
  }

  it('reads no more of the log than is being sent', async () => {
    const { reads, reader } = await exporting(2000)

    const first = await reader.read()
    await reader.read()
    const afterTwo = reads.length
    await reader.cancel()

    expect(first.value).toBeDefined()
    expect(afterTwo).toBeLessThanOrEqual(3)
    expect(new Set(reads)).toEqual(new Set([500]))
  })

  it('breaks off where the log cannot be read on, so that nobody takes it for whole, and warns', async () => {
    const warned: unknown[] = []
    const { reader, audit } = await exporting(2000, { warn: (...told) => warned.push(told) })
    await reader.read()
    await reader.read()
    audit.page = () => Promise.reject(new Error('Gone.'))

    const rest = async () => {
      while (!(await reader.read()).done);
    }

    await expect(rest()).rejects.toThrow('Gone.')
    expect(warned).toEqual([['An export of audit records broke off.', { requestId: expect.any(String) }]])
  })
})
