// npm run bench [name…]: prints what docs/measurements.md reports. Nothing else should run on the machine meanwhile.
import { benchBare } from './bare.ts'
import { benchBatchList } from './batch-list.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchIngest } from './ingest.ts'
import { benchLighthouse } from './lighthouse.ts'
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
  refusals: benchRefusals,
  bare: benchBare,
  reads: benchReads,
  observing: benchObserving,
  'batch-list': benchBatchList,
  metrics: benchMetrics,
  'sign-in-time': benchSignInTime,
  ingest: benchIngest,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0)
  throw new Error(`There is no bench ${unknown.join()}; there are ${Object.keys(benches).join()}.`)
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) await bench()
}
