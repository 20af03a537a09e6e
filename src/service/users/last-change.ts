import type { AuditAction } from '#contract/audit-details.ts'
import type { First } from '#contract/errors.ts'
import type { AuditStore } from '../audit/store.ts'
import type { SignedInContext } from '../context.ts'
import { pageInSight } from './records-in-sight.ts'

/** Whoever was first was so since the caller looked: further back nobody's change is in the way of theirs. */
const SINCE_MS = 86_400_000
/** Of so many changes of that kind, the newest, it is one. */
const MOST = 100

const CHANGES = {
  person: [
    'user.invitation-accepted',
    'user.invitation-withdrawn',
    'user.joined',
    'user.reinstated',
    'user.removed',
    'user.roles-set',
    'user.roles-taken',
    'user.set-up',
    'user.suspended',
  ],
  workspace: ['workspace.renamed', 'workspace.removed'],
} as const satisfies Partial<Record<First['changed'], AuditAction[]>>

/**
 * Who changed someone, or a workspace, last, for the refusal of a change that came second; undefined where the caller may not
 * see that in the log, and where it was too long ago.
 *
 * @param subject id of the person, invitation or workspace
 */
export async function lastChange(
  { audit }: { audit: AuditStore },
  { client: { clientCode }, actor, now }: SignedInContext,
  changed: keyof typeof CHANGES,
  subject: string,
): Promise<First | undefined> {
  const filter = {
    clientCode,
    actorId: null,
    actions: CHANGES[changed],
    from: now - SINCE_MS,
    until: now + SINCE_MS,
  }
  const records = await pageInSight(audit, actor, filter, null, MOST)
  const last = records.find((record) => record.subject === subject)
  return last && { changed, by: String(last.actorName), at: new Date(Number(last.at)).toISOString() }
}
