import * as v from 'valibot'
import { AuditEntry } from '#contract/audit.ts'
import type { TokenStore } from '../profile-auth/store.ts'
import type { UserStore } from '../users/store.ts'
import type { FoundRecord } from '../audit/store.ts'

export type NameNeeds = { users: Pick<UserStore, 'nameOf'>; tokens: Pick<TokenStore, 'find'> }

/** Records as they are shown; of one that someone made unreadable, that it is. */
export async function entriesOf(
  needs: NameNeeds,
  clientCode: string,
  records: FoundRecord[],
): Promise<AuditEntry[]> {
  const subjects = new Map(records.map((record) => [subjectOf(record), record]))
  const names = new Map<string, string | null>()
  await Promise.all(
    subjects.entries().map(async ([subject, record]) => {
      names.set(subject, await nameOf(needs, clientCode, record))
    }),
  )
  return records.map((record) => entryOf(record, names.get(subjectOf(record)) ?? null))
}

/** What it is, and its id. */
const subjectOf = ({ action, subject }: FoundRecord) => `${thingOf(action)} ${String(subject)}`

const thingOf = (action: unknown) => String(action).split('.')[0]

/** By what a person knows the subject of a record. */
async function nameOf(
  { users, tokens }: NameNeeds,
  clientCode: string,
  { action, subject }: FoundRecord,
): Promise<string | null> {
  switch (thingOf(action)) {
    case 'user':
    case 'session':
    case 'refusals':
      return (await users.nameOf(String(subject))) || null
    case 'token':
      return (await tokens.find(clientCode, String(subject)))?.lastFour ?? null
    default:
      return null
  }
}

function entryOf(record: FoundRecord, subjectName: string | null): AuditEntry {
  const { id, position, hash, at, actorKind, actorId, actorName, detail, ...rest } = record
  const { remoteAddress, requestId, action, subject, result } = rest
  const instant = new Date(Number(at)).toISOString()
  const actor = { kind: actorKind, id: actorId, name: actorName }
  const told = {
    id,
    position,
    hash,
    at: instant,
    actor,
    remoteAddress,
    requestId,
    action,
    subject,
    subjectName,
    result,
  }
  const read = v.safeParse(AuditEntry, { ...told, detail: jsonOf(detail) })
  return read.success
    ? read.output
    : {
        action: 'unreadable',
        id: String(id),
        at: instant,
        position: typeof position === 'number' ? position : null,
      }
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}
