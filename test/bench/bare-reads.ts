// The floor of reads, run by ./reads.ts: a bare hono app on the same Node that makes the same two look-ups for each call and
// gives the same answer, and does nothing else. node bare-reads.ts <database file>
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

const database = new DatabaseSync(process.argv[2] ?? '', { readOnly: true })
const tokenOf = database.prepare('select client_code, works_until from tokens where secret_sha256 = ?')
const profileOf = database.prepare(
  'select modified_at, attributes from profiles where client_code = ? and id_kind = ? and id = ?',
)

const instant = (ms: number) => new Date(ms).toISOString().replace('Z', '+00:00')

const app = new Hono()
app.get('/rest/v1/profiles/thirdPartyId/:id', (call) => {
  const secret = (call.req.header('Authorization') ?? '').replace('Bearer ', '')
  const token = tokenOf.get(createHash('sha256').update(secret).digest('hex'))
  if (token === undefined || Number(token['works_until']) < Date.now()) {
    return call.json({ status: 401, message: 'The token is not known.' }, 401)
  }
  const [client = '', id] = [call.req.query('client'), call.req.param('id')]
  const profile = profileOf.get(client, 'thirdPartyId', id)
  const attributes: Record<string, [string, number]> = JSON.parse(String(profile?.['attributes']))
  const profileAttributes = Object.fromEntries(
    Object.entries(attributes).map(([name, [value, at]]) => [name, { value, modifiedAt: instant(at) }]),
  )
  return call.json({
    client,
    visitorId: id,
    modifiedAt: instant(Number(profile?.['modified_at'])),
    profileAttributes,
  })
})

const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
