import type { AuditDetail } from '#contract/audit-details.ts'
import { settingsFacts } from './settings-changes.ts'
import type { Readable } from './sentence.ts'
import type { Telling } from './telling.ts'

/** A fact of a record that its sentence does not tell. `isCode`: as it stands in the log of the service or in an export. */
export type Fact = { label: string; text: string; isCode?: boolean }

/** All that is kept of a record besides what its sentence tells. */
export function factsOf(entry: Readable, telling: Telling): Fact[] {
  const { words, formats } = telling
  const { facts, acts, thisMachine } = words
  return [
    ...ownFactsOf(entry, telling),
    { label: words.act, text: acts[entry.action] },
    { label: facts.when, text: formats.instant(entry.at) },
    ...known(facts.where, entry.actor.kind === 'operator' ? thisMachine : entry.remoteAddress),
    ...known(facts.requestId, entry.requestId, true),
    { label: facts.record, text: formats.number(entry.position) },
    { label: facts.hash, text: entry.hash, isCode: true },
  ]
}

function ownFactsOf(entry: Readable, telling: Telling): Fact[] {
  const { facts } = telling.words
  switch (entry.action) {
    case 'settings.updated':
      return settingsFacts(entry.detail.changes, telling).map(([label, text]) => ({ label, text }))
    case 'caller.named':
      return [
        ...known(facts.address, entry.detail.address, true),
        ...known(facts.program, entry.detail.userAgent, true),
      ]
    case 'session.ended-elsewhere':
      return [
        ...known(facts.address, entry.detail.remoteAddress, true),
        ...known(facts.program, entry.detail.userAgent, true),
      ]
    case 'audit.exported':
      return known(facts.filters, filtersOf(entry.detail), true)
    case 'notice-target.changed':
      return [
        ...known(facts.address, entry.detail.address, true),
        ...known(facts.changed, entry.detail.changed.join(', '), true),
      ]
    case 'notice-target.added':
    case 'notice-target.removed':
    case 'notice-target.secret-replaced':
    case 'notice-target.tested':
      return known(facts.address, entry.detail.address, true)
    case 'audit.removed':
      return [{ label: facts.lastRemoved, text: telling.formats.number(entry.detail.position) }]
    case 'user.created':
    case 'user.removed':
      return [{ label: facts.email, text: entry.detail.email }]
    case 'user.joined':
      return [
        { label: facts.email, text: entry.detail.email },
        { label: facts.provider, text: entry.detail.issuer, isCode: true },
      ]
    case 'user.linked':
      return [{ label: facts.provider, text: entry.detail.issuer, isCode: true }]
    case 'session.refused':
      return known(facts.reason, entry.detail.code ?? null, true)
    case 'profile.looked-up':
      return [{ label: facts.fingerprint, text: entry.subject, isCode: true }]
    case 'call.refused':
      return [{ label: facts.operation, text: entry.subject, isCode: true }]
    default:
      return []
  }
}

/** As the export was asked for; null for all. */
function filtersOf({ person, act, from, to }: AuditDetail<'audit.exported'>): string | null {
  const chosen = Object.entries({ person, act, from, to }).filter(([, value]) => value !== null)
  return chosen.length === 0 ? null : chosen.map(([name, value]) => `${name}=${value}`).join(' ')
}

const known = (label: string, text: string | null, isCode = false): Fact[] =>
  text === null ? [] : [{ label, text, isCode }]
