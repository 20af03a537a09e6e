import { performance } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'

/** How long nothing is to have been done. */
const QUIET_MS = 2000
/** Of that time: what looking itself, and a probe of whatever watches, take. */
const QUIET_UTILIZATION = 0.02
/** Collecting takes a tenth of a second, which a few more bytes are not worth. */
const WORTH_BYTES = 8 * 1024 * 1024

/**
 * Gives the system back what the start, and busy times after it, leave in the heap, once nothing is done any more: Node keeps it for what
 * may come, on a small machine out of what others need. Without `--expose-gc` it does nothing.
 *
 * @param collect throws away what is used no more, and keeps no room for more
 * @returns what stops it
 */
export function startGivingMemoryBack(collect = collectorOf()): () => void {
  if (collect === null) return () => {}
  let kept = 0
  let before = performance.eventLoopUtilization()
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    if (utilization > QUIET_UTILIZATION || heapBytes() < kept + WORTH_BYTES) return
    collect()
    kept = heapBytes()
    before = performance.eventLoopUtilization()
  }, QUIET_MS).unref()
  return () => clearInterval(timer)
}

const heapBytes = () => getHeapStatistics().total_heap_size

function collectorOf(): (() => void) | null {
  if (typeof gc !== 'function') return null
  const collect = gc
  return () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
