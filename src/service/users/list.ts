import type { Received } from '#contract/operation.ts'
import type { ListedUser, listUsers as operation, RoleFilter, UserList } from '#contract/users.ts'
import { USERS_PAGE } from '#contract/users.ts'
import { auditRecord } from '../audit/record.ts'
import type { AuditStore } from '../audit/store.ts'
import type { SignedInContext } from '../context.ts'
import type { MailSender, Random } from '../ports.ts'
import { bytesOfText, textOfBytes } from '../secrets.ts'
import { listedInvitation, listedUser } from './listed.ts'
import { hasRolesFromProvider, type ProviderNeeds } from './roles-from-provider.ts'
import { isSeen, scopeOf } from './scope.ts'
import type { InvitationStore, UserStore } from './store.ts'

export type ListNeeds = ProviderNeeds & {
  users: UserStore
  invitations: InvitationStore
  mail: MailSender | null
  audit: AuditStore
  random: Random
}

type Filters = Received<typeof operation>['query']

/** Whom the caller administers, and whom they may invite anew; that a list was begun is recorded. */
export async function listUsers(
  needs: ListNeeds,
  context: SignedInContext,
  { state, cursor, ...filters }: Filters,
): Promise<UserList> {
  const found = (await everyoneSeen(needs, context)).filter((user) => isLetThrough(user, filters))
  const inState = found.filter((user) => state === undefined || user.state.kind === state)
  const after = cursor === undefined ? '' : placeOf(cursor)
  const rest = inState.map((user) => ({ user, place: placeIn(user) })).filter(({ place }) => place > after)
  const page = rest.toSorted((one, other) => (one.place < other.place ? -1 : 1)).slice(0, USERS_PAGE)
  const last = rest.length > USERS_PAGE ? page.at(-1) : undefined
  if (cursor === undefined) {
    const { clientCode } = context.client
    const record = auditRecord(needs, context, 'users.listed', clientCode, { count: inState.length })
    await needs.audit.append(record)
  }
  return {
    users: await Promise.all(page.map(({ user }) => withOrigin(needs, user))),
    counts: countsOf(found),
    cursor: last === undefined ? null : textOfBytes(new TextEncoder().encode(last.place)),
    isMailSetUp: needs.mail !== null,
  }
}

/** Says of someone whose roles come from the provider that they do. */
async function withOrigin(needs: ProviderNeeds, user: ListedUser): Promise<ListedUser> {
  return (await hasRolesFromProvider(needs, user.id)) ? { ...user, hasRolesFromProvider: true } : user
}

async function everyoneSeen(
  { users, invitations }: ListNeeds,
  { actor }: SignedInContext,
): Promise<ListedUser[]> {
  const scope = scopeOf(actor)
  const [people, invited] = await Promise.all([users.list(), invitations.list()])
  return [
    ...people.filter((user) => isSeen(scope, user)).map((user) => listedUser(scope, user)),
    ...invited.filter((one) => isSeen(scope, one)).map((one) => listedInvitation(scope, one)),
  ]
}

function isLetThrough(user: ListedUser, { search, role, workspace }: Omit<Filters, 'state' | 'cursor'>) {
  const text = foldedText(`${user.name}\n${user.email}`)
  const words = foldedText(search ?? '').split(/\s+/)
  return words.every((word) => text.includes(word)) && holds(user, role, workspace)
}

function holds({ sysadmin, roles }: ListedUser, role?: RoleFilter, workspace?: string): boolean {
  if (role === 'sysadmin' && !sysadmin) return false
  const inWorkspace = role === 'sysadmin' ? undefined : role
  if (inWorkspace === undefined && workspace === undefined) return true
  return roles.some(
    (held) =>
      (inWorkspace === undefined || held.role === inWorkspace) &&
      (workspace === undefined || held.workspace === workspace),
  )
}

function countsOf(users: ListedUser[]): UserList['counts'] {
  const of = (kind: ListedUser['state']['kind']) => users.filter(({ state }) => state.kind === kind).length
  return {
    all: users.length,
    active: of('active'),
    invited: of('invited'),
    suspended: of('suspended'),
  }
}

/** Without case and accents, so that one finds Lucía by lucia. */
const foldedText = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Where someone stands among the others. */
const placeIn = ({ name, email, id }: ListedUser) => `${foldedText(name || email)}\n${email}\n${id}`

const placeOf = (cursor: string) => new TextDecoder().decode(bytesOfText(cursor))
