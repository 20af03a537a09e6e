// For the operator: says whether an audit record was changed, removed or inserted, also while the service runs.
import { sealedWith } from '#service/audit/removal.ts'
import type { FoundRecord } from '#service/audit/store.ts'
import {
  FAULTS_TOLD,
  type Fault,
  removedIn,
  type Verification,
  verifyChain,
} from '#service/audit/verification.ts'
import { auditChainReader, auditChains } from '#storage/sql/audit-chains.ts'
import { readConfig } from '../config.ts'
import { openAuditChains } from '../database.ts'
import { keptCipher } from '../keys.ts'
import { orRefuse, say } from '../run.ts'
import { StartError } from '../start-error.ts'

await orRefuse(async () => {
  const noted = process.argv.slice(2)
  const unreadable = noted.find((hash) => !/^[0-9a-f]{64}$/.test(hash))
  if (unreadable !== undefined) {
    throw new StartError(`A hash is 64 digits and letters from a to f, and "${unreadable}" is not.`)
  }
  const config = readConfig(process.env)
  const database = await openAuditChains(config)
  const cipher = await keptCipher(config)
  const foundAt = new Map<unknown, string>()
  let faultCount = 0
  const chains = await auditChains(database)
  if (chains.length === 0)
    throw new StartError('There is no audit record, and each start of the service leaves one.')
  for (const chain of chains) {
    const of = chain === '' ? 'No client' : shown(chain)
    const isOurs = cipher === null ? async () => false : sealedWith(cipher, chain)
    const verification = await verifyChain(auditChainReader(database, chain), isOurs, (record) => {
      if (noted.includes(String(record.hash))) foundAt.set(record.hash, `${of}: ${named(record)}`)
    })
    const removed = verification.removal && removedIn(verification.removal)
    if (removed && noted.includes(removed.hash)) {
      foundAt.set(removed.hash, `${of}: record ${removed.position}, the last that was removed`)
    }
    faultCount += verification.faultCount
    say(sentencesOf(of, verification))
  }
  await database.destroy()

  const lost = noted.filter((hash) => !foundAt.has(hash))
  for (const [hash, where] of foundAt) say(`${String(hash)} is the hash of ${where}.`)
  for (const hash of lost)
    say(
      `${hash} is no record's hash: since it was noted, the chain was cut or written anew, or the record became too old to be kept.`,
    )
  process.exitCode = faultCount === 0 && lost.length === 0 ? 0 : 1
})

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function sentencesOf(of: string, verification: Verification): string {
  const { removal, recordCount, first, last, faults, faultCount } = verification
  const removed = removal && removedIn(removal)
  const span = first && last ? `, from ${timeOf(first)} to ${timeOf(last)}` : ''
  const more = faultCount > FAULTS_TOLD ? [`  and ${faultCount - FAULTS_TOLD} more.`] : []
  return [
    `${of}: ${counted(recordCount, 'record')}${span}; ${faultCount === 0 ? 'none changed, removed or inserted' : counted(faultCount, 'fault')}.`,
    ...(removed
      ? [`  Up to record ${removed.position} they were too old to be kept; ${named(removal)} says so.`]
      : []),
    ...faults.map((fault) => `  ${sentenceOf(fault)}`),
    ...more,
    ...(last ? [`  The last one's hash, to note elsewhere: ${shown(last.hash)}`] : []),
  ].join('\n')
}

function sentenceOf(fault: Fault): string {
  switch (fault.kind) {
    case 'changed':
      return `Changed: ${named(fault.record)}, or the one before it, which then got a new hash.`
    case 'inserted':
      return `Inserted: ${named(fault.record)}. Its place is another's, or none.`
    case 'moved':
      return `Moved: ${named(fault.record)} no longer stands where it was written.`
    case 'removal':
      return `Not removed by the service, or under another ENCRYPTION_KEY than this: what ${named(fault.record)} says was too old.`
    case 'missing': {
      const [after, before] = [fault.after && named(fault.after), fault.before && named(fault.before)]
      return `Removed: ${fault.count} records after ${after ?? 'the beginning'} and before ${before ?? 'the end'}.`
    }
    case 'head':
      return fault.record === null
        ? 'Removed: all records, and what is noted of the last one does not fit.'
        : `Changed or inserted: ${named(fault.record)}. The chain notes another one as its last.`
    default:
      return fault satisfies never
  }
}

function named(record: FoundRecord): string {
  return `record ${shown(record.position)} (${shown(record.id)}, ${timeOf(record)})`
}

function timeOf({ at }: FoundRecord): string {
  const time = new Date(typeof at === 'number' ? at : Number.NaN)
  return Number.isNaN(time.valueOf()) ? 'at an unreadable time' : time.toISOString()
}

/** What someone may have written into the database is no text for a terminal. */
function shown(value: unknown): string {
  return String(value).replaceAll(/[^\u0020-\u007e]/g, '?')
}
