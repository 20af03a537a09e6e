import type { RefusedCalls } from '#service/access/enforcement.ts'

const MOST_ADDRESSES = 500

/** How many calls from one address were refused, by why; null for addresses that are not known or above the number. */
type RefusedFrom = { remoteAddress: string | null; reasons: Record<string, number> }

/** Sums up refused calls until they are taken; of more addresses than 500 those that come last count together. */
export function memoryRefusedCalls(): RefusedCalls & { take: () => RefusedFrom[] } {
  const byAddress = new Map<string | null, Map<string, number>>()
  return {
    count(reason, remoteAddress) {
      const hasRoom = byAddress.has(remoteAddress) || byAddress.size < MOST_ADDRESSES
      const address = hasRoom ? remoteAddress : null
      const reasons = byAddress.get(address) ?? new Map<string, number>()
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      byAddress.set(address, reasons)
    },

    take() {
      const taken = [...byAddress].map(([remoteAddress, reasons]) => ({
        remoteAddress,
        reasons: Object.fromEntries(reasons),
      }))
      byAddress.clear()
      return taken
    },
  }
}
