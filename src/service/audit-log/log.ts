import {
  type ActFilter,
  AUDIT_COUNT_LIMIT,
  AUDIT_PAGE,
  type AuditLog,
  type exportAuditCsv,
  type listAudit,
} from '#contract/audit.ts'
import { type AuditAction, auditActions } from '#contract/audit-details.ts'
import type { Received } from '#contract/operation.ts'
import type { SignedInContext } from '../context.ts'
import type { AuditChainCheck } from '../audit/chain-check.ts'
import { entriesOf, type NameNeeds } from './entries.ts'
import type { AuditFilter, AuditPlace, AuditStore } from '../audit/store.ts'
import { countInSight, pageInSight, placeOf } from '../users/records-in-sight.ts'

export type LogNeeds = NameNeeds & {
  audit: AuditStore
  auditCheck: AuditChainCheck
  auditKeptDays: number
}

/** What a caller asks to see of the log. */
export type AskedFor = Received<typeof exportAuditCsv>['query']

/** After this there are no dates. Source: ECMAScript, "Time Values and Time Range". */
const END_OF_TIME = 8.64e15

const SIGN_INS: readonly AuditAction[] = ['session.started', 'session.ended', 'session.refused']

/** A page of the records that the filters let through, and with the first page what can be said of all. */
export async function listAuditRecords(
  needs: LogNeeds,
  context: SignedInContext,
  { before, ...asked }: Received<typeof listAudit>['query'],
): Promise<AuditLog> {
  const { clientCode } = context.client
  const filter = filterOf(clientCode, asked)
  const place = before === undefined ? null : placeIn(before)
  const found = await pageInSight(needs.audit, context.actor, filter, place, AUDIT_PAGE + 1)
  const shown = found.slice(0, AUDIT_PAGE)
  const last = found.length > AUDIT_PAGE ? shown.at(-1) : undefined
  return {
    records: await entriesOf(needs, clientCode, shown),
    older: last === undefined ? null : textOf(placeOf(last)),
    overview: before === undefined ? await overviewOf(needs, context, filter) : null,
  }
}

async function overviewOf(
  { audit, auditCheck, auditKeptDays }: LogNeeds,
  { client, actor, now }: SignedInContext,
  filter: AuditFilter,
): Promise<AuditLog['overview']> {
  const [count, people] = await Promise.all([
    countInSight(audit, actor, filter, AUDIT_COUNT_LIMIT + 1),
    audit.people(client.clientCode),
  ])
  return {
    count: count > AUDIT_COUNT_LIMIT ? null : count,
    people: people.toSorted(byName),
    chain: auditCheck.last,
    keptDays: auditKeptDays,
    now: new Date(now).toISOString(),
  }
}

/** The filter of a store, of what a caller asks for. */
export const filterOf = (clientCode: string, { person, act, from, to }: AskedFor): AuditFilter => ({
  clientCode,
  actorId: person ?? null,
  actions: act === undefined ? null : actionsOf(act),
  from: Math.max(0, from === undefined ? 0 : Date.parse(from)),
  until: Math.min(END_OF_TIME, to === undefined ? END_OF_TIME : Date.parse(to)),
})

const actionsOf = (act: ActFilter): AuditAction[] =>
  act === 'all-but-sign-ins' ? auditActions.filter((action) => !SIGN_INS.includes(action)) : [act]

const textOf = ({ at, sequence }: AuditPlace) => `${at}-${sequence}`

function placeIn(text: string): AuditPlace {
  const [at = '', sequence = ''] = text.split('-')
  return { at, sequence }
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
