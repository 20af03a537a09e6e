import { Hono } from 'hono'
import { onlyRead } from '#service/http/methods.ts'
import { listen, type ListenOptions } from './listen.ts'
import type { Log } from './log.ts'
import { type MetricsNeeds, openMetrics } from './metrics.ts'
import { originOf } from './transport.ts'

/**
 * Serves metrics on a port of their own, where whoever gets there may read them.
 *
 * @returns their address, what notes how long a request took, and `close`
 * @throws StartError when the address cannot be had
 */
export async function serveMetrics(
  needs: MetricsNeeds,
  { host, port, trustedProxies }: ListenOptions,
  report: Log['failure'],
) {
  const { contentType, scrape, observe } = openMetrics(needs, report)
  const app = new Hono()
  app.get('/metrics', async (call) =>
    call.body(await scrape(), 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' }),
  )
  app.all('/metrics', onlyRead)
  app.notFound((call) => call.text('There is nothing at this address. Metrics are at /metrics.', 404))

  const setBy = { host: 'METRICS_HOST', port: 'METRICS_PORT' }
  const server = await listen(app.fetch, { host, port, trustedProxies, setBy })
  return { url: `${originOf(host, server.port)}/metrics`, observe, close: server.close }
}
