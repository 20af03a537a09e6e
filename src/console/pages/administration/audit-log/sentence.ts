import type { AuditEntry, EntryOf } from '#contract/audit.ts'
import type { AuditAction, AuditDetail } from '#contract/audit-details.ts'
import { takenFor } from '../../../failures/failure-text.ts'
import type { Formats } from '../../../messages/formats.ts'
import { roleWords } from '../../../shell/role-words.ts'
import { named } from './named.ts'
import { settingsSentence } from './settings-changes.ts'
import type { Telling } from './telling.ts'

/** A record that nobody made unreadable. */
export type Readable = Exclude<AuditEntry, { action: 'unreadable' }>

type Sentences = {
  [Action in AuditAction]: (entry: EntryOf<Action>, telling: Telling, who: string) => string
}

/** What happened, as a sentence without its full stop; names in it are marked. */
export function sentenceOf(entry: Readable, telling: Telling): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the sentence is that of the entry's own act
  const sentence = SENTENCES[entry.action] as (...told: [Readable, Telling, string]) => string
  return sentence(entry, telling, whoOf(entry, telling))
}

function whoOf({ actor }: Readable, { words: { who } }: Telling): string {
  switch (actor.kind) {
    case 'person':
      return actor.name === '' ? who.someone : named(actor.name)
    case 'script':
      return who.scriptOf(named(actor.name))
    case 'operator':
      return named(who.operator)
    case 'system':
      return who.service
    default:
      return who.someone
  }
}

const SENTENCES: Sentences = {
  'service.started': ({ detail }, { words }, who) => words.sentences.started(who, named(detail.version)),
  'service.stopped': ({ detail: { because } }, { words: { sentences } }, who) =>
    because === 'asked' ? sentences.stoppedAsAsked(who) : sentences.stoppedByFault(who),
  'database.moved': (_entry, { words }, who) => words.sentences.databaseMoved(who),
  'access.ended': (_entry, { words }, who) => words.sentences.accessEnded(who),
  'settings.updated': ({ detail }, telling, who) => settingsSentence(detail.changes, telling, who),

  'token.generated': (entry, telling, who) => {
    const { sentences } = telling.words
    const { replaces, overlapSeconds = 0, scope } = entry.detail
    const generated = sentences.generated(who, tokenIn(entry, telling, scope))
    if (replaces === null) return generated
    if (overlapSeconds === 0) return generated + sentences.oldEnded
    return generated + sentences.oldWorksOn(telling.formats.duration(overlapSeconds))
  },
  'token.extended': (entry, telling, who) =>
    telling.words.sentences.extended(
      who,
      tokenIn(entry, telling),
      instantOf(entry.detail.after, telling),
      instantOf(entry.detail.before, telling),
    ),
  'token.ended': (entry, telling, who) => {
    const { ended, endedForGood } = telling.words.sentences
    return (entry.detail.forGood ? endedForGood : ended)(who, tokenIn(entry, telling))
  },
  'token.restored': (entry, telling, who) =>
    telling.words.sentences.restored(
      who,
      tokenIn(entry, telling),
      instantOf(entry.detail.worksUntil, telling),
    ),
  'token.viewed': (entry, telling, who) =>
    telling.words.sentences.viewed(who, tokenIn(entry, telling, entry.detail.scope)),

  'caller.named': ({ detail: { name, address, userAgent } }, { words }, who) => {
    const { sentences, unknownCaller } = words
    const known = [address, userAgent && (address === null ? userAgent : `(${userAgent})`)].filter(Boolean)
    const caller = known.length === 0 ? unknownCaller : known.join(' ')
    return name === null
      ? sentences.callerUnnamed(who, caller)
      : sentences.callerNamed(who, caller, named(name))
  },

  'notice-target.added': ({ detail }, { words }, who) =>
    words.sentences.targetAdded(who, targetIn(detail, words)),
  'notice-target.changed': ({ detail }, { words }, who) =>
    words.sentences.targetChanged(who, targetIn(detail, words)),
  'notice-target.removed': ({ detail }, { words }, who) =>
    words.sentences.targetRemoved(who, targetIn(detail, words)),
  'notice-target.secret-replaced': ({ detail }, { words }, who) =>
    words.sentences.targetSecretReplaced(who, targetIn(detail, words)),
  'notice-target.tested': ({ detail }, { words }, who) =>
    words.sentences.targetTested(who, targetIn(detail, words)),
  'notice.retried': ({ detail }, { words }, who) =>
    words.sentences.noticeRetried(who, named(detail.targetName)),

  'audit.exported': ({ detail: { format, ...filters } }, { words }, who) => {
    const isWhole = Object.values(filters).every((filter) => filter === null)
    const tell = isWhole ? words.sentences.exported : words.sentences.partExported
    return tell(who, format === 'csv' ? 'CSV' : words.jsonLines)
  },
  'audit.removed': ({ detail: { count, keptDays } }, { words, formats }, who) =>
    words.sentences.removed(who, count, formats.number(count), daysOf(keptDays, formats)),

  'session.started': (_entry, { words }, who) => words.sentences.signedIn(who),
  'session.refused': ({ subjectName, detail }, { words: { sentences } }, who) => {
    if (detail.code !== undefined) return sentences.providerSignInRefused(who)
    return subjectName === null
      ? sentences.signInOfNobodyRefused(who)
      : sentences.signInRefused(who, named(subjectName))
  },
  'session.renewed': (_entry, { words }, who) => words.sentences.signedInAgain(who),
  'session.renewal-refused': (_entry, { words }, who) => words.sentences.signInAgainRefused(who),
  'session.ended-elsewhere': (_entry, { words }, who) => words.sentences.ownSessionEnded(who),
  'user.other-sessions-ended': (_entry, { words }, who) => words.sentences.ownOtherSessionsEnded(who),
  'user.renamed': ({ detail: { before, after } }, { words }, who) =>
    words.sentences.renamed(who, named(before), named(after)),
  'user.password-changed': (_entry, { words }, who) => words.sentences.passwordChanged(who),
  'user.password-change-refused': (_entry, { words }, who) => words.sentences.passwordChangeRefused(who),
  'session.ended': (_entry, { words }, who) => words.sentences.signedOut(who),

  'second-step.asked': ({ detail: { kind } }, { words: { sentences } }, who) =>
    kind === 'passkey' ? sentences.passkeyAsked(who) : sentences.firstPasskeyAsked(who),
  'passkey.added': ({ detail: { name } }, { words }, who) => words.sentences.passkeyAdded(who, named(name)),
  'passkey.renamed': ({ detail: { before, name } }, { words }, who) =>
    words.sentences.passkeyRenamed(who, named(before), named(name)),
  'passkey.removed': ({ detail: { name } }, { words }, who) =>
    words.sentences.passkeyRemoved(who, named(name)),
  'passkey.copy-suspected': ({ detail: { name } }, { words }, who) =>
    words.sentences.passkeyCopySuspected(who, named(name)),
  'recovery-codes.made': (_entry, { words }, who) => words.sentences.recoveryCodesMade(who),
  'recovery-code.used': ({ detail: { left } }, { words, formats }, who) =>
    words.sentences.recoveryCodeUsed(who, formats.number(left)),

  'batch.failures-exported': ({ subject, detail: { count } }, { words, formats }, who) =>
    words.sentences.failuresExported(who, count, formats.number(count), named(subject)),

  'batch.sent': ({ subject, detail: { version, rows } }, { words, formats }, who) =>
    words.sentences.batchSent(who, rows, formats.number(rows), named(subject), formats.number(version)),

  'profile.looked-up': ({ detail: { idKind, isFound } }, { words: { sentences } }, who) =>
    (isFound ? sentences.lookedUp : sentences.lookedUpNone)(who, named(idKind)),
  'batch.tried-again': ({ subject }, { words }, who) => words.sentences.batchTriedAgain(who, named(subject)),
  'batch.given-up': ({ subject, detail }, { words, formats }, who) => {
    const left = detail.batchSize - detail.consumedCount
    return words.sentences.batchGivenUp(who, left, formats.number(left), named(subject))
  },

  'call.refused': ({ subject, detail: { code, permission } }, { words }, who) => {
    const { sentences, tries, takes } = words
    switch (code) {
      case 'not-same-origin':
        return sentences.askedByOtherSite(named(subject))
      case 'too-many-requests':
        return sentences.calledTooOften(who, named(subject))
      case 'not-found':
        return sentences.wrongCode(who)
      default:
        return permission === null
          ? sentences.triedOperation(who, named(subject))
          : sentences.tried(who, tries[permission], takes[takenFor(permission)])
    }
  },
  'refusals.counted': (entry, { words: { sentences }, formats }, who) => {
    const { actor, remoteAddress, detail } = entry
    const written = formats.number(detail.count)
    if (actor.id !== null) return sentences.moreOf(detail.count, written, who)
    return remoteAddress === null
      ? sentences.moreFromElsewhere(detail.count, written)
      : sentences.moreFrom(detail.count, written, named(remoteAddress))
  },

  'users.listed': ({ detail: { count } }, { words, formats }, who) =>
    words.sentences.usersListed(who, count, formats.number(count)),
  'user.created': ({ subjectName, detail }, telling, who) =>
    telling.words.sentences.invited(who, named(subjectName ?? detail.email), rolesOf(detail, telling)),
  'user.set-up': (_entry, { words }, who) => words.sentences.accountSetUp(who),
  'user.set-up-link-made': (entry, telling, who) =>
    entry.subject === FIRST_PERSON
      ? telling.words.sentences.firstLinkMade(who)
      : telling.words.sentences.linkMade(who, userIn(entry, telling, entry.detail.email)),
  'user.roles-set': (entry, telling, who) =>
    telling.words.sentences.rolesSet(who, userIn(entry, telling), rolesOf(entry.detail, telling)),
  'user.linked': (_entry, { words }, who) => words.sentences.linked(who),
  'user.joined': ({ detail }, telling, who) => telling.words.sentences.joined(who, rolesOf(detail, telling)),
  'user.roles-taken': ({ detail }, telling, who) =>
    telling.words.sentences.rolesTaken(who, rolesOf(detail, telling)),
  'user.sessions-revoked': (entry, telling, who) =>
    telling.words.sentences.sessionsEnded(who, userIn(entry, telling)),
  'user.invitation-accepted': ({ detail }, telling, who) =>
    telling.words.sentences.invitationAccepted(who, rolesOf(detail, telling)),
  'user.invitation-withdrawn': ({ detail }, telling, who) =>
    telling.words.sentences.invitationWithdrawn(who, named(detail.email), rolesOf(detail, telling)),
  'user.suspended': (entry, telling, who) => telling.words.sentences.suspended(who, userIn(entry, telling)),
  'user.reinstated': (entry, telling, who) => telling.words.sentences.reinstated(who, userIn(entry, telling)),
  'user.removed': ({ detail }, { words }, who) => words.sentences.userRemoved(who, named(detail.name)),
  'workspace.added': ({ detail }, { words }, who) => words.sentences.workspaceAdded(who, named(detail.name)),
  'workspace.renamed': ({ detail: { before, name } }, { words }, who) =>
    words.sentences.workspaceRenamed(who, named(before), named(name)),
  'workspace.removed': ({ detail }, { words }, who) =>
    words.sentences.workspaceRemoved(who, named(detail.name)),
  'user.second-step-reset': (entry, telling, who) =>
    telling.words.sentences.secondStepReset(who, userIn(entry, telling)),
}

/** Of the link by which the service is set up. Source: `service/sign-in/set-up.ts`. */
const FIRST_PERSON = 'first'

function tokenIn(
  { subjectName }: Readable,
  { words: { token } }: Telling,
  scope: 'profile_api' | 'debug_tools' = 'profile_api',
): string {
  const lastFour = subjectName && named(subjectName)
  if (scope === 'debug_tools') return lastFour === null ? token.aDebugger : token.debugger(lastFour)
  return lastFour === null ? token.aProfile : token.profile(lastFour)
}

const targetIn = ({ kind, name }: AuditDetail<'notice-target.added'>, { target }: Telling['words']): string =>
  target[kind](named(name))

/** @param email by which the record knows them, if it does */
function userIn({ subjectName }: Readable, { words }: Telling, email?: string): string {
  const known = subjectName ?? email
  return known === undefined ? words.unknownPerson : named(known)
}

function rolesOf(held: Parameters<typeof roleWords>[0], { words, messages, formats }: Telling): string {
  const roles = roleWords(held, messages)
  return roles.length === 0 ? words.noRole : formats.list(roles)
}

const instantOf = (ms: number, { formats }: Telling) => formats.instant(new Date(ms).toISOString())

/** A number of days, in words. */
export const daysOf = (days: number, formats: Formats) => formats.duration(days * 86_400)
