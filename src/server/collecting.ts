import { performance } from 'node:perf_hooks'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** How long nothing is to have been done. */
const QUIET_MS = 2000
/** Of that time: what looking itself, and a probe of whatever watches, take. */
const QUIET_UTILIZATION = 0.02
/** Collecting takes a tenth of a second, which a few more bytes are not worth. */
const WORTH_BYTES = 8 * 1024 * 1024

/**
 * From now on one thread collects young objects: several wake each other for the few that are still in use. To be called once everything is
 * loaded, like the next one: Node takes what it has compiled of itself for these options of V8 alone, and compiles the rest anew for others.
 */
export const collectByOneThread = () => setFlagsFromString('--no-parallel-scavenge')

/**
 * Gives the system back what the start, and busy times after it, leave in the heap, once nothing is done any more: Node keeps it for what
 * may come, on a small machine out of what others need.
 *
 * @param collect throws away what is used no more, and keeps no room for more
 * @returns what stops it
 */
export function startGivingMemoryBack(collect = collectorOf()): () => void {
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

function collectorOf(): () => void {
  setFlagsFromString('--expose-gc')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what V8 gives under that name
  const collect = runInNewContext('gc') as NodeJS.GCFunction
  return () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
