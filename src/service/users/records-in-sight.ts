import * as v from 'valibot'
import { type AuditAction, auditActions } from '#contract/audit-details.ts'
import { Role } from '#contract/roles.ts'
import type { AuditFilter, AuditPlace, AuditStore, FoundRecord } from '../audit/store.ts'
import type { SignedIn } from '../context.ts'
import { isWithin, scopeOf } from './scope.ts'

/** Where a record stands, for what follows it. */
export const placeOf = ({ at, sequence }: FoundRecord): AuditPlace => ({
  at: String(at),
  sequence: String(sequence),
})

const isOnPeople = (action: unknown) => /^(?:user|workspace)\./.test(String(action))
const ON_PEOPLE: readonly AuditAction[] = auditActions.filter(isOnPeople)

/**
 * The next records that someone may see, as `AuditStore.page` gives them. Who does not administer the product sees of acts on
 * people and workspaces what they did, what was done to them, and what concerns the workspaces that they administer alone.
 */
export async function pageInSight(
  audit: AuditStore,
  reader: SignedIn,
  filter: AuditFilter,
  before: AuditPlace | null,
  limit: number,
): Promise<FoundRecord[]> {
  const seen: FoundRecord[] = []
  for (let from = before; ;) {
    const found = await audit.page(filter, from, limit)
    seen.push(...found.filter((record) => isInSight(reader, record)))
    const last = found.at(-1)
    if (last === undefined || found.length < limit || seen.length >= limit) return seen.slice(0, limit)
    from = placeOf(last)
  }
}

/** How many of them there are, counted no further than that. */
export async function countInSight(
  audit: AuditStore,
  reader: SignedIn,
  filter: AuditFilter,
  most: number,
): Promise<number> {
  if (reader.user.sysadmin) return audit.count(filter, most)
  const asked = filter.actions ?? auditActions
  const [others, onPeople] = [
    asked.filter((action) => !isOnPeople(action)),
    ON_PEOPLE.filter((action) => asked.includes(action)),
  ]
  const counts = await Promise.all([
    others.length === 0 ? 0 : audit.count({ ...filter, actions: others }, most),
    onPeople.length === 0 ? [] : pageInSight(audit, reader, { ...filter, actions: onPeople }, null, most),
  ])
  return Math.min(most, counts[0] + counts[1].length)
}

const Held = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    sysadmin: v.literal(false),
    roles: v.pipe(v.array(v.object({ workspace: v.string(), role: Role })), v.minLength(1)),
  }),
)

function isInSight({ user }: SignedIn, { action, actorId, subject, detail }: FoundRecord): boolean {
  if (user.sysadmin || !isOnPeople(action) || actorId === user.id || subject === user.id) return true
  const scope = scopeOf({ user })
  if (String(action).startsWith('workspace.')) return isWithin(scope, String(subject))
  const held = v.safeParse(Held, detail)
  return held.success && held.output.roles.every(({ workspace }) => isWithin(scope, workspace))
}
