import { setTimeout as delay } from 'node:timers/promises'
import { NOTICES_KEPT_DAYS } from '#contract/notices.ts'
import type { Ports } from '#service/app.ts'
import type { AuditChainCheck } from '#service/audit/chain-check.ts'
import type { RefusalTrace } from '#service/audit/refusals.ts'
import { type RemovalNeeds, removeOldRecords } from '#service/audit/removal.ts'
import { type BatchRemovalNeeds, removeOldBatches } from '#service/batches/removal.ts'
import type { AppliedRows } from '#service/batches/store.ts'
import { type CountNeeds, removeOldCounts, writeCounts } from '#service/callers/rules.ts'
import { DAY_MS } from '#service/callers/periods.ts'
import { ServiceError } from '#service/errors.ts'
import { removeEndedSessions } from '#service/sign-in/rules.ts'
import { endExpiredLinks } from '#service/sign-in/usable-link.ts'
import { UPLOAD_LIMIT_MS } from './listen.ts'

/** How soon a batch is found that another process accepted and left, when it died or went silent. */
const LOOK_MS = 1000
const RETRY_MS = 5000
const TIDY_MS = 15 * 60_000
const MINUTE_MS = 60_000
/** How often the chain of audit records is read, and how long others are let in between two parts of it. */
const CHECK_MS = 60 * 60_000
const CHECK_REST_MS = 50
/** A crash loses the calls counted since. */
const WRITE_MS = 2000
/** How long others are let in between two steps of removing old batches, of which each takes some milliseconds. */
const REMOVAL_REST_MS = 20

type Report = (error: unknown) => void

/**
 * Applies accepted batches, one chunk after the other, until `stop`: those of this process when it is woken, and those
 * that another process left behind when it looks. A failure is reported and tried again: for ever when it passes, such as
 * a full disk, and a few times otherwise.
 */
export function startApplying(
  { client, batches, now }: Pick<Ports, 'client' | 'batches' | 'now'>,
  report: Report,
) {
  const stopping = new AbortController()
  const applied: AppliedRows = { successfulUpdates: 0, profilesNotFound: 0, failedUpdates: 0 }
  let waking = new AbortController()
  const pause = (ms: number) => delay(ms, undefined, { signal: waking.signal }).catch(() => {})

  async function run() {
    while (!stopping.signal.aborted) {
      waking = new AbortController()
      try {
        const chunk = await batches.applyNextChunk(client.clientCode, now())
        if (chunk === null) await pause(LOOK_MS)
        else add(chunk)
      } catch (error) {
        report(error)
        await countFailure(error).catch(report)
        await pause(RETRY_MS)
      }
    }
  }

  function add({ successfulUpdates, profilesNotFound, failedUpdates }: AppliedRows) {
    applied.successfulUpdates += successfulUpdates
    applied.profilesNotFound += profilesNotFound
    applied.failedUpdates += failedUpdates
  }

  async function countFailure(error: unknown) {
    if (error instanceof ServiceError && error.code === 'unavailable') return
    await batches.countFailure(client.clientCode, now())
  }

  const running = run()
  return {
    /** What became of the rows that this process applied so far. */
    applied,
    /** There is a batch to apply. */
    wake: () => waking.abort(),
    /** Resolves when the chunk at hand is applied. */
    async stop() {
      stopping.abort()
      waking.abort()
      await running
    },
  }
}

/**
 * Writes the calls that were counted, every two seconds and once more at the end. What cannot be written is tried again
 * with the next, and reported once until a write goes well.
 *
 * @returns what ends it, and resolves when the last are written
 */
export function startWritingCounts(
  needs: CountNeeds & Pick<Ports, 'client'>,
  report: Report,
): () => Promise<void> {
  let isFailing = false
  let writing = Promise.resolve()

  async function writeOnce() {
    try {
      await writeCounts(needs, needs.client)
      isFailing = false
    } catch (error) {
      if (!isFailing) report(error)
      isFailing = true
    }
  }

  const write = () => (writing = writing.then(writeOnce))
  const timer = setInterval(write, WRITE_MS)
  return async () => {
    clearInterval(timer)
    await write()
  }
}

/**
 * Removes ended sessions, expired set-up links, sign-ins that nobody finished, abandoned
 * uploads, and counts of calls, notices, batches, audit records and names of
 * removed people that are too old to be kept, and notes which tokens are over: at once and then every 15 minutes.
 *
 * @returns what ends it
 */
export function startTidying(
  needs: Pick<
    Ports,
    | 'client'
    | 'tokens'
    | 'users'
    | 'sessions'
    | 'setUpLinks'
    | 'invitations'
    | 'oidc'
    | 'ceremonies'
    | 'batches'
    | 'callers'
    | 'notices'
    | 'now'
  > &
    RemovalNeeds &
    BatchRemovalNeeds,
  report: Report,
): () => void {
  const {
    client,
    tokens,
    users,
    sessions,
    setUpLinks,
    invitations,
    oidc,
    ceremonies,
    batches,
    notices,
    now,
  } = needs
  const stopping = new AbortController()
  const tidy = () =>
    Promise.all([
      removeEndedSessions(sessions, now()),
      endExpiredLinks({ setUpLinks, invitations }, now()),
      oidc.removeExpired(now()),
      ceremonies.removeExpired(now()),
      tokens.noteOver(client.clientCode, now()),
      batches.discardUnaccepted(client.clientCode, now() - UPLOAD_LIMIT_MS),
      notices.removeDeliveriesBefore(client.clientCode, now() - NOTICES_KEPT_DAYS * DAY_MS),
      removeOld(),
      removeOldBatchesInSteps(),
      removeOldRecords(needs),
      forgetRemovedPeople(),
    ]).catch(report)

  async function removeOld() {
    while (await removeOldCounts(needs, client, now())) {
      // each turn removes a few, and lets others write in between
    }
  }

  async function removeOldBatchesInSteps() {
    while (!stopping.signal.aborted && (await removeOldBatches(needs))) {
      await delay(REMOVAL_REST_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  /** By when no record of theirs is left: these go once they are a day too old. */
  async function forgetRemovedPeople() {
    const { auditKeptDays } = needs
    if (auditKeptDays > 0) await users.forgetRemoved(now() - (auditKeptDays + 1) * DAY_MS)
  }

  void tidy()
  const timer = setInterval(tidy, TIDY_MS)
  return () => {
    clearInterval(timer)
    stopping.abort()
  }
}

/**
 * Once a minute records what was refused and only counted so far.
 *
 * @returns what ends it, for the last time
 */
export function startTellingRefusals(refusals: RefusalTrace): () => Promise<void> {
  const tell = async () => {
    await refusals.flush()
  }
  const timer = setInterval(tell, MINUTE_MS)
  return async () => {
    clearInterval(timer)
    await tell()
  }
}

/**
 * Verifies the chain of audit records at once and then every hour, little by little.
 *
 * @returns what ends it
 */
export function startCheckingAudit(
  needs: Parameters<AuditChainCheck['run']>[0] & { auditCheck: AuditChainCheck },
  report: Report,
): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping

  async function run() {
    while (!signal.aborted) {
      try {
        await needs.auditCheck.run(needs, () => delay(CHECK_REST_MS, undefined, { signal }))
      } catch (error) {
        if (!signal.aborted) report(error)
      }
      await delay(CHECK_MS, undefined, { signal }).catch(() => {})
    }
  }

  const running = run()
  return async () => {
    stopping.abort()
    await running
  }
}
