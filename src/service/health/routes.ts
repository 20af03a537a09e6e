import type { Hono } from 'hono'
import type { AccessStore } from '../access/store.ts'
import type { Client } from '../context.ts'
import { saying } from '../http/answer.ts'
import type { ServiceEnv } from '../http/env.ts'
import { onlyRead } from '../http/methods.ts'

const NOT_KEPT = { 'Cache-Control': 'no-store' }
const ADDRESSES = ['/healthz', '/readyz']

/**
 * For whatever starts the service and sends it calls: `/healthz` says that it runs, `/readyz` that it can judge calls, which takes
 * the database. To be mounted before what logs requests.
 *
 * @param fields what every answer says in its header
 */
export function serveHealth(
  app: Hono<ServiceEnv>,
  { access, client }: { access: AccessStore; client: Client },
  fields: Readonly<Record<string, string>>,
): void {
  for (const address of ADDRESSES) app.use(address, saying(fields))
  app.get('/healthz', (call) => call.text('ok\n', 200, NOT_KEPT))
  app.get('/readyz', async (call) => {
    try {
      await access.find(client.clientCode, null)
      return call.text('ok\n', 200, NOT_KEPT)
    } catch {
      return call.text('The database cannot be read.\n', 503, { ...NOT_KEPT, 'Retry-After': '5' })
    }
  })
  for (const address of ADDRESSES) app.all(address, onlyRead)
}
