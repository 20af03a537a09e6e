// The floor of reads, run by ./bare.ts: a bare hono app on the same Node that makes the same two look-ups for each call and
// gives the same answer, and does nothing else. node bare-reads.ts <database file, or address of PostgreSQL>
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { Pool } from 'pg'

const [, , database = ''] = process.argv
const TOKEN = 'select client_code, works_until from tokens where secret_sha256 = $1'
const PROFILE =
  'select modified_at, attributes::text from profiles where client_code = $1 and id_kind = $2 and id = $3'

type Row = Record<string, unknown> | undefined

const app = new Hono()
const ADDRESS = '/rest/v1/profiles/thirdPartyId/:id'
if (database.startsWith('postgres:')) {
  // As many connections as the service reads through, and as many round trips.
  const pool = new Pool({ connectionString: database, max: 5 })
  const find = async (name: string, text: string, values: string[]): Promise<Row> =>
    (await pool.query({ name, text, values })).rows[0]
  app.get(ADDRESS, async (call) => {
    if (!works(await find('token', TOKEN, [secretSha256(call)]))) return refused(call)
    return answered(call, await find('profile', PROFILE, keyOf(call)))
  })
} else {
  const file = new DatabaseSync(database, { readOnly: true })
  const [token, profile] = [TOKEN, PROFILE].map((sql) =>
    file.prepare(sql.replaceAll(/\$\d|::text/g, (part) => (part === '::text' ? '' : '?'))),
  )
  app.get(ADDRESS, (call) => {
    if (!works(token?.get(secretSha256(call)))) return refused(call)
    return answered(call, profile?.get(...keyOf(call)))
  })
}

function secretSha256(call: Context): string {
  const secret = (call.req.header('Authorization') ?? '').replace('Bearer ', '')
  return createHash('sha256').update(secret).digest('hex')
}

const works = (token: Row) => token !== undefined && Number(token['works_until']) >= Date.now()

const keyOf = (call: Context) => [call.req.query('client') ?? '', 'thirdPartyId', call.req.param('id') ?? '']

const refused = (call: Context) => call.json({ status: 401, message: 'The token is not known.' }, 401)

const instant = (ms: number) => new Date(ms).toISOString().replace('Z', '+00:00')

function answered(call: Context, profile: Row): Response {
  const [client, , visitorId] = keyOf(call)
  const attributes: Record<string, [string, number]> = JSON.parse(String(profile?.['attributes']))
  const profileAttributes = Object.fromEntries(
    Object.entries(attributes).map(([name, [value, at]]) => [name, { value, modifiedAt: instant(at) }]),
  )
  const modifiedAt = instant(Number(profile?.['modified_at']))
  return call.json({ client, visitorId, modifiedAt, profileAttributes })
}

const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}\n`)
