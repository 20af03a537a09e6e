import type { ChainCheck, ChainFault } from '#contract/audit.ts'
import type { Machine } from '../ports.ts'
import { chainsOf, type RemovalNeeds, sealedWith } from './removal.ts'
import type { AuditStore, ChainLink, FoundRecord } from './store.ts'
import { type Fault, removedIn, verifyChain } from './verification.ts'

type Needs = Pick<RemovalNeeds, 'client' | 'audit' | 'cipher' | 'now'> & Pick<Machine, 'warn'>

/** So few that calls in between hardly wait. */
const ROWS_AT_ONCE = 200

/**
 * Verifies the chains of a client now and then, and keeps what it found in this process, where whoever can write to the
 * database cannot. So it also knows where the chains ended the last time, and misses that record once they were written anew.
 */
export class AuditChainCheck {
  #last: ChainCheck | null = null
  readonly #noted = new Map<string, ChainLink>()

  /** What was found last; null before the first time. */
  get last(): ChainCheck | null {
    return this.#last
  }

  /**
   * Reads all records once.
   *
   * @param rest is waited for before each few of them
   * @throws whatever the database throws; what was found before then stands
   */
  async run({ client, audit, cipher, now, warn }: Needs, rest: () => Promise<void>): Promise<void> {
    let recordCount = 0
    let faultCount = 0
    let firstFault: ChainFault | null = null
    const beginnings: number[] = []
    for (const chain of chainsOf(client)) {
      const { first, fault, ...found } = await this.#verify(audit, chain, cipher, rest)
      recordCount += found.recordCount
      faultCount += found.faultCount
      if (fault) firstFault ??= { ...fault, isOfClient: chain === client.clientCode }
      if (typeof first?.at === 'number') beginnings.push(first.at)
    }
    if (faultCount > 0 && faultCount !== this.#last?.faultCount) warn(BROKEN, { faultCount })
    this.#last = {
      checkedAt: new Date(now()).toISOString(),
      recordCount,
      since: beginnings.length === 0 ? null : new Date(Math.min(...beginnings)).toISOString(),
      faultCount,
      firstFault,
    }
  }

  async #verify(audit: AuditStore, chain: string, cipher: Needs['cipher'], rest: () => Promise<void>) {
    const noted = this.#noted.get(chain)
    let isNotedThere = noted === undefined
    const reader = {
      head: () => audit.head(chain),
      removal: () => audit.removal(chain),
      async after(record: FoundRecord | undefined) {
        await rest()
        return audit.after(chain, record, ROWS_AT_ONCE)
      },
    }
    const found = await verifyChain(reader, sealedWith(cipher, chain), ({ position, hash }) => {
      isNotedThere ||= position === noted?.position && hash === noted?.hash
    })
    const removed = found.removal && removedIn(found.removal)
    isNotedThere ||= (removed?.position ?? 0) >= (noted?.position ?? 0)
    const [first] = found.faults
    const fault = first && toldOf(first)
    if (noted && !isNotedThere) {
      const rewritten = { kind: 'rewritten', position: noted.position } as const
      return { ...found, faultCount: found.faultCount + 1, fault: fault ?? rewritten }
    }
    const { last } = found
    if (last) this.#noted.set(chain, { position: Number(last.position), hash: String(last.hash) })
    return { ...found, fault }
  }
}

/** A fault by the place of its record. */
function toldOf(fault: Fault): Omit<ChainFault, 'isOfClient'> {
  switch (fault.kind) {
    case 'missing': {
      const { after, before, count } = fault
      return { kind: 'missing', position: after ? placeOf(after, 1) : before && placeOf(before, -count) }
    }
    case 'head':
      return { kind: 'last', position: placeOf(fault.record) }
    default:
      return { kind: fault.kind, position: placeOf(fault.record) }
  }
}

/** @param offset how many records on */
function placeOf(record: FoundRecord | null, offset = 0): number | null {
  const { position } = record ?? {}
  return typeof position === 'number' ? position + offset : null
}

const BROKEN =
  'Audit records were changed, removed or inserted, and not by the service: npm run verify-audit says which.'
