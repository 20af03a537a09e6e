// npm run bench [name…]: prints what docs/measurements.md reports. Nothing else should run on the machine meanwhile.
import { benchBare } from './bare.ts'
import { benchBatchList } from './batch-list.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchGrowth, benchGrowthInSmallMemory, benchGrowthTo10Million } from './growth.ts'
import { benchIngest } from './ingest.ts'
import { benchLighthouse } from './lighthouse.ts'
import { benchMemory, benchStoryIn256Mb } from './memory.ts'
import { benchMetrics } from './metrics.ts'
import { benchObserving } from './observing.ts'
import { benchReads } from './reads.ts'
import { benchRefusals } from './refusals.ts'
import { benchSignInTime } from './sign-in-time.ts'
import { benchSlowLine } from './slow-line.ts'
import { benchStart } from './start.ts'

const benches: Record<string, () => void | Promise<void>> = {
  'first-load': benchFirstLoad,
  'slow-line': benchSlowLine,
  lighthouse: benchLighthouse,
  start: benchStart,
  memory: benchMemory,
  refusals: benchRefusals,
  bare: benchBare,
  reads: benchReads,
  observing: benchObserving,
  'batch-list': benchBatchList,
  metrics: benchMetrics,
  'sign-in-time': benchSignInTime,
  ingest: benchIngest,
  growth: benchGrowth,
}

/** Run only when asked for: each takes many minutes, or a right that not everybody has. */
const rarely: typeof benches = {
  'story-in-256-mb': benchStoryIn256Mb,
  'growth-in-small-memory': benchGrowthInSmallMemory,
  'growth-to-10-million': benchGrowthTo10Million,
}

const all = { ...benches, ...rarely }
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in all))
if (unknown.length > 0)
  throw new Error(`There is no bench ${unknown.join()}; there are ${Object.keys(all).join()}.`)
for (const [name, bench] of Object.entries(asked.length === 0 ? benches : all)) {
  if (asked.length === 0 || asked.includes(name)) await bench()
}
