import type { AuditAction } from '#contract/audit-details.ts'
import type { Permission } from '#contract/roles.ts'
import { pluralsOf } from '../../../../messages/plurals.ts'

const plural = pluralsOf('en')

export const words = {
  title: 'Audit log',
  advice: 'What was changed, seen or refused, and by whom.',
  exportCsv: 'Export CSV',
  exportJsonLines: 'Export JSON lines',

  unbroken: (since: string) => `Unbroken since ${since}.`,
  chained: (count: number, written: string, checked: string) =>
    plural(count, {
      one: `${written} record; checked ${checked}.`,
      other: `${written} records, each chained to the one before it; checked ${checked}.`,
    }),
  notChecked: 'The service has not looked yet whether the records are unbroken.',
  broken: 'Records were changed, and not by the service',
  faults: {
    changed: (record: string) => `Record ${record}, or the one before it, was changed.`,
    inserted: (record: string) => `Record ${record} was inserted.`,
    moved: (record: string) => `Record ${record} does not stand where it was written.`,
    missing: (record: string) => `Records are missing, from number ${record} on.`,
    last: (record: string) => `Record ${record} is not the one that was written last.`,
    removal: (record: string) =>
      `Record ${record} says that older ones were removed as too old, but it was not the service that removed them, or it has another encryption key now.`,
    rewritten: (record: string) => `Record ${record} is another than when the service looked before.`,
  },
  faultWithoutPlace: 'At which record cannot be said.',
  ofNoClient: 'That is one of the older records, which name no client and do not stand in this list.',
  furtherFaults: (count: number, written: string) =>
    plural(count, { one: `It is ${written} fault in all.`, other: `There are ${written} faults in all.` }),
  checkedAt: (when: string) => `Checked ${when}.`,
  verify: 'Whoever runs the service is told of each by',
  kept: (duration: string) => `Records are kept for ${duration}.`,
  keptForEver: 'Records are never removed.',
  exportIsRecorded: 'Exporting is recorded too.',

  person: 'Person',
  anyone: 'Anyone',
  act: 'Act',
  everything: 'Everything',
  allButSignIns: 'All but sign-ins',
  from: 'From',
  to: 'To',
  toBeforeFrom: 'That is before the first day, so there is nothing to show.',
  clear: 'Clear',
  notUnderstood: 'A part of the address means nothing here and was left out',

  records: 'Records',
  found: (count: number, written: string) =>
    plural(count, { one: `${written} record`, other: `${written} records` }),
  moreThan: (written: string) => `More than ${written} records`,
  exportHolds: 'An export holds what the filters show.',
  zone: (zone: string) => `Days and times are those of ${zone}.`,
  none: 'Nothing that happened fits these filters.',
  showOlder: 'Show older records',
  refused: 'Refused:',
  thisMachine: 'this machine',
  unreadable: 'This record was changed, and not by the service. It cannot be read any more.',

  who: {
    scriptOf: (name: string) => `A script of ${name}`,
    someone: 'Someone',
    operator: 'The operator',
    service: 'The service',
  },
  token: {
    profile: (lastFour: string) => `the token that ends in ${lastFour}`,
    aProfile: 'a token',
    debugger: (lastFour: string) => `the debugger token that ends in ${lastFour}`,
    aDebugger: 'a debugger token',
  },
  target: {
    webhook: (name: string) => `the webhook ${name}`,
    email: (name: string) => `the e-mail address ${name}`,
  },
  unknownPerson: 'someone who is not known here',
  unknownCaller: 'without address and name',
  noRole: 'no role',
  requireAuthentication: 'Require Authentication',
  jsonLines: 'JSON lines',
  on: 'on',
  off: 'off',
  notSet: 'not set',

  sentences: {
    started: (who: string, version: string) => `${who} started, in version ${version}`,
    stoppedAsAsked: (who: string) => `${who} stopped, as it was asked to`,
    stoppedByFault: (who: string) => `${who} stopped after a fault that only a new start mends`,
    databaseMoved: (who: string) => `${who} moved all data from SQLite to PostgreSQL`,
    turnedOn: (who: string, control: string) => `${who} turned ${control} on`,
    turnedOff: (who: string, control: string) => `${who} turned ${control} off`,
    andChanged: (names: string) => ` and changed ${names}`,
    settingChanged: (who: string, name: string, before: string, after: string) =>
      `${who} changed the setting ${name} from ${before} to ${after}`,
    settingChangedTo: (who: string, name: string, after: string) =>
      `${who} changed the setting ${name} to ${after}`,
    settingsChanged: (who: string, names: string) => `${who} changed settings: ${names}`,
    generated: (who: string, token: string) => `${who} generated ${token}`,
    oldEnded: '; the one before it ended at once',
    oldWorksOn: (duration: string) => `; the one before it was let work on for ${duration}`,
    extended: (who: string, token: string, after: string, before: string) =>
      `${who} let ${token} work until ${after}; before: ${before}`,
    ended: (who: string, token: string) => `${who} ended ${token}`,
    endedForGood: (who: string, token: string) => `${who} ended ${token} for good`,
    restored: (who: string, token: string, until: string) => `${who} let ${token} work again, until ${until}`,
    viewed: (who: string, token: string) => `${who} saw ${token}`,
    callerNamed: (who: string, caller: string, name: string) => `${who} named the caller ${caller} ${name}`,
    callerUnnamed: (who: string, caller: string) => `${who} took the name of the caller ${caller} away`,
    targetAdded: (who: string, target: string) => `${who} had notices sent to ${target}`,
    targetChanged: (who: string, target: string) => `${who} changed how notices are sent to ${target}`,
    targetRemoved: (who: string, target: string) => `${who} had no more notices sent to ${target}`,
    targetSecretReplaced: (who: string, target: string) => `${who} replaced the secret of ${target}`,
    targetTested: (who: string, target: string) => `${who} sent a test to ${target}`,
    noticeRetried: (who: string, name: string) => `${who} had a notice to ${name} sent again`,
    exported: (who: string, format: string) => `${who} exported the audit log as ${format}`,
    partExported: (who: string, format: string) => `${who} exported a part of the audit log as ${format}`,
    removed: (who: string, count: number, written: string, days: string) =>
      plural(count, {
        one: `${who} removed ${written} audit record that was older than ${days}`,
        other: `${who} removed ${written} audit records that were older than ${days}`,
      }),
    signedIn: (who: string) => `${who} signed in`,
    signInRefused: (who: string, name: string) => `${who} tried to sign in as ${name}`,
    signInOfNobodyRefused: (who: string) => `${who} tried to sign in with an e-mail that is not known here`,
    signedInAgain: (who: string) => `${who} signed in again`,
    signInAgainRefused: (who: string) => `${who} tried to sign in again and was refused`,
    signedOut: (who: string) => `${who} signed out`,
    failuresExported: (who: string, count: number, written: string, batch: string) =>
      plural(count, {
        one: `${who} exported ${written} row of the batch ${batch} that was not applied`,
        other: `${who} exported ${written} rows of the batch ${batch} that were not applied`,
      }),
    tried: (who: string, act: string, takes: string) => `${who} tried to ${act}, which takes ${takes}`,
    triedOperation: (who: string, operation: string) => `${who} tried ${operation}, which is not allowed`,
    askedByOtherSite: (operation: string) => `A page of another site asked for ${operation} in a browser`,
    calledTooOften: (who: string, operation: string) => `${who} asked too often for ${operation}`,
    wrongCode: (who: string) => `${who} used a set-up link that is none, or none any more`,
    moreOf: (count: number, written: string, who: string) =>
      plural(count, {
        one: `${written} more call or sign-in of ${who}`,
        other: `${written} more calls and sign-ins of ${who}`,
      }),
    moreFrom: (count: number, written: string, address: string) =>
      plural(count, {
        one: `${written} more call or sign-in from ${address}`,
        other: `${written} more calls and sign-ins from ${address}`,
      }),
    moreFromElsewhere: (count: number, written: string) =>
      plural(count, {
        one: `${written} more call or sign-in from another address`,
        other: `${written} more calls and sign-ins from other addresses`,
      }),
    usersListed: (who: string, count: number, written: string) =>
      plural(count, {
        one: `${who} saw the list of users: ${written} person`,
        other: `${who} saw the list of users: ${written} people`,
      }),
    invited: (who: string, name: string, roles: string) => `${who} invited ${name}: ${roles}`,
    accountSetUp: (who: string) => `${who} chose a password by a set-up link`,
    linkMade: (who: string, name: string) => `${who} made a set-up link for ${name}`,
    firstLinkMade: (who: string) => `${who} made the set-up link for the first person`,
    rolesSet: (who: string, name: string, roles: string) => `${who} set what ${name} may do: ${roles}`,
    sessionsEnded: (who: string, name: string) => `${who} signed ${name} out everywhere`,
  },

  acts: {
    'service.started': 'Service started',
    'service.stopped': 'Service stopped',
    'database.moved': 'Database moved',
    'settings.updated': 'Settings changed',
    'token.generated': 'Token generated',
    'token.extended': 'Token let work longer',
    'token.ended': 'Token ended',
    'token.restored': 'Token let work again',
    'token.viewed': 'Token seen',
    'caller.named': 'Caller named',
    'notice-target.added': 'Notices sent to someone new',
    'notice-target.changed': 'Notices sent otherwise',
    'notice-target.removed': 'Notices sent no more',
    'notice-target.secret-replaced': 'Secret of a webhook replaced',
    'notice-target.tested': 'Notices tested',
    'notice.retried': 'Notice sent again',
    'audit.exported': 'Audit log exported',
    'audit.removed': 'Audit records removed',
    'session.started': 'Signed in',
    'session.refused': 'Sign-in refused',
    'session.renewed': 'Signed in again',
    'session.renewal-refused': 'Signing in again refused',
    'session.ended': 'Signed out',
    'batch.failures-exported': 'Rows of a batch exported',
    'call.refused': 'Call refused',
    'refusals.counted': 'Further refusals',
    'users.listed': 'Users seen',
    'user.created': 'User invited',
    'user.set-up': 'Password chosen',
    'user.set-up-link-made': 'Set-up link made',
    'user.roles-set': 'Roles set',
    'user.sessions-revoked': 'Signed out everywhere',
  } satisfies Record<AuditAction, string>,

  /** What someone tried to do who may not. */
  tries: {
    'settings.view': 'see the settings',
    'settings.update': 'change the settings',
    'token.view': 'see the token',
    'token.generate': 'generate or end a token',
    'batches.view': 'see batches',
    'callers.view': 'see who calls',
    'callers.update': 'name a caller',
    'notices.view': 'see who is notified',
    'notices.update': 'change who is notified',
    'audit.view': 'see the audit log',
    'users.manage': 'see or change users',
  } satisfies Record<Permission, string>,
  takes: {
    anyRole: 'a role',
    approver: 'approver or administrator rights',
    sysadmin: 'a system administrator',
  },

  facts: {
    when: 'When',
    where: 'From where',
    record: 'Record',
    requestId: 'Request ID',
    hash: 'Hash',
    email: 'E-mail',
    filters: 'Filters',
    operation: 'Operation',
    address: 'Address',
    program: 'Program',
    changed: 'Changed',
    lastRemoved: 'Last one removed',
    setting: (name: string) => `Setting ${name}`,
  },
}

/** What every language gives; a missing, extra or misspelt entry is a type error there. */
export type Words = typeof words
