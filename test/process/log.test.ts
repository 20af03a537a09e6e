import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { constants, openSync, writeSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { REPORTING_API_MEDIA_TYPE, reportCspViolations } from '#contract/csp-reports.ts'
import { adminOf, setUpAna } from '../support/console-calls.ts'
import { emptyDatabase, query, select } from '../support/postgres.ts'
import { command, startService } from '../support/running-service.ts'
import type { ServiceProcess } from '../support/service-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const FILE = 'profile-api.sqlite'

/** Each engine, how an invitation of some name is made to break it with words that quote the row, and its audit records. */
const engines = [
  {
    engine: 'SQLite',
    async environment() {
      const DATA_DIR = temporaryFolder()
      const opened = () => new DatabaseSync(join(DATA_DIR, FILE), { timeout: 5000 })
      return {
        environment: { DATA_DIR },
        breakInvitations: async () =>
          opened().exec(`create trigger broken before insert on invitations when new.name like 'planted%'
            begin select raise(abort, 'No ' || new.name || new.email); end`),
        records: async (): Promise<Record<string, unknown>[]> =>
          opened().prepare('select * from audit_records order by sequence').all(),
      }
    },
  },
  {
    engine: 'PostgreSQL',
    async environment() {
      const DATABASE_URL = await emptyDatabase()
      return {
        environment: { DATA_DIR: temporaryFolder(), DATABASE_URL },
        breakInvitations: () =>
          query(
            DATABASE_URL,
            `create function broken() returns trigger language plpgsql as $$ begin
               if new.name like 'planted%' then raise 'No %', new.name using detail = new.email; end if;
               return new;
             end $$;
             create trigger broken before insert on invitations for each row execute function broken()`,
          ),
        records: () => select(DATABASE_URL, 'select * from audit_records order by sequence'),
      }
    },
  },
]

const LINES = '\r\n{"level":50}\u2028\u2029\u0085'
/** What a caller may say that is for nobody else, with what ends a line. */
const PLANTED = `planted-visitor@example.com${LINES}planted-secret`
const IN_ADDRESS = encodeURIComponent(PLANTED)
const IN_HEADER = Buffer.from('planted-visitor@example.com\u2028planted-secret').toString('latin1')

/** Says it in every place that a caller can write to. */
async function plantEverywhere(url: string, accessToken: string): Promise<void> {
  const headers = {
    Authorization: `Bearer ${accessToken}`,
    'Content-Type': 'application/json',
    'X-Request-Id': IN_HEADER,
    'X-Forwarded-For': IN_HEADER,
    'User-Agent': IN_HEADER,
    Referer: IN_HEADER,
    Cookie: `profile-api-session=${encodeURIComponent(IN_HEADER)}; other=${encodeURIComponent(IN_HEADER)}`,
  }
  const bearer = { ...headers, Authorization: `Bearer ${IN_HEADER}` }
  const paths = [
    `/console/v1/batches/${IN_ADDRESS}?q=${IN_ADDRESS}`,
    `/console/v1/users/${IN_ADDRESS}/roles`,
    `/console/v1/${IN_ADDRESS}`,
    `/${IN_ADDRESS}/target/clients/settings?${IN_ADDRESS}`,
    `/demo/target/authentication/token?authorizationScope=${IN_ADDRESS}`,
    `/m2/${IN_ADDRESS}/profile/batchUpdate`,
    `/m2/demo/profile/batchStatus?batchId=${IN_ADDRESS}`,
    `/m2/demo/profile/update?mbox3rdPartyId=${IN_ADDRESS}&profile.a=${IN_ADDRESS}`,
    `/rest/v1/profiles/thirdPartyId/${IN_ADDRESS}?client=demo`,
    `/rest/v1/profiles/${IN_ADDRESS}?client=${IN_ADDRESS}`,
    `/assets/${IN_ADDRESS}`,
    `/${IN_ADDRESS}%E0%A4%A`,
  ]
  const bodies = [
    JSON.stringify({ email: PLANTED, password: PLANTED, name: PLANTED, code: PLANTED, [PLANTED]: PLANTED }),
    JSON.stringify({ email: 'planted-visitor@example.com', password: PLANTED }),
    JSON.stringify({ code: PLANTED, password: PLANTED }),
    PLANTED,
    `batch=thirdPartyId,${IN_ADDRESS}\n${PLANTED},${PLANTED}`,
  ]
  const posts = ['/session', '/access-token', '/set-up', '/set-up/link', '/invitations'].map(
    (path) => `/console/v1${path}`,
  )
  for (const path of [...paths, ...posts]) {
    for (const sent of [headers, bearer]) {
      await fetch(`${url}${path}`, { headers: sent })
      for (const body of bodies) await fetch(`${url}${path}`, { method: 'POST', headers: sent, body })
    }
  }
  const report = {
    type: 'csp-violation',
    body: {
      effectiveDirective: PLANTED,
      blockedURL: `https://planted-secret@other.example/${PLANTED}`,
      sourceFile: `${url}/assets/index.js?${IN_ADDRESS}#${IN_ADDRESS}`,
      lineNumber: PLANTED,
    },
  }
  await fetch(`${url}${reportCspViolations.path}`, {
    method: 'POST',
    headers: { 'Content-Type': REPORTING_API_MEDIA_TYPE },
    body: JSON.stringify([report]),
  })
  for (const head of [
    `GET /m2/demo/${PLANTED} HTTP/1.1\r\nHost: demo\r\n\r\n`,
    `GET /m2/\u2028planted-visitor HTTP/1.1\r\nHost: planted-secret\r\n\r\n`,
    `PLANTED-SECRET / HTTP/1.1\r\nHost: demo\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: demo\r\nX-Request-Id: planted-secret\r\n planted-visitor\r\n\r\n`,
    `POST /m2/demo/profile/batchUpdate HTTP/1.1\r\nHost: demo\r\nContent-Length: 9000\r\n\r\nplanted-visitor`,
  ]) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.end(head)
    socket.resume().on('error', () => {})
    await once(socket, 'close')
  }
}

const eventsIn = (service: ServiceProcess): Record<string, unknown>[] =>
  service
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter((line) => 'event' in line)

describe.each(engines)('the log of a service on $engine', (engine) => {
  it('holds nothing that a caller says, also where the database quotes it', async () => {
    const { environment: given, breakInvitations } = await engine.environment()
    const service = await startService(given)
    const accessToken = await setUpAna(service.url, service.setUpUrl)
    const admin = adminOf(service.url, accessToken)
    await admin.requireAuthentication(true)
    const token = await admin.generateToken()
    await breakInvitations()

    await plantEverywhere(service.url, accessToken)
    const broken = await fetch(`${service.url}/console/v1/invitations`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        people: [{ name: 'planted name', email: 'planted-visitor@example.com' }],
        roles: [{ workspace: 'default', role: 'observer' }],
      }),
    })
    const log = await service.logUpTo(broken)
    await service.stop()

    expect(broken.status).toBe(500)
    expect(log.find(({ requestId }) => requestId === broken.headers.get('X-Request-Id'))).toMatchObject({
      route: '/console/v1/invitations',
      status: 500,
      err: {
        name: expect.any(String),
        code: expect.any(String),
        at: expect.arrayContaining([expect.stringContaining('/src/storage/sql/')]),
      },
    })
    expect(new Set(log.map(({ requestId }) => requestId)).size).toBe(log.length)
    const output = service.output()
    expect(/planted|[\r\u0085\u2028\u2029]/i.exec(output)).toBeNull()
    const secrets = [accessToken, token, 'correct horse battery staple', 'ana@example.com']
    expect(secrets.filter((secret) => output.includes(secret))).toEqual([])
  })

  it('has the head of the audit chain at start and stop, which are recorded', async () => {
    const { environment: given, records } = await engine.environment()
    const service = await startService(given)
    await setUpAna(service.url, service.setUpUrl)

    await service.stop()

    const [started, stopped] = eventsIn(service)
    const kept = await records()
    const of = (action: string) => kept.filter((record) => record['action'] === action)
    const link = of('user.set-up-link-made')
    expect(link).toMatchObject([{ actor_kind: 'system', subject: 'first' }])
    expect(started).toMatchObject({
      event: 'service.started',
      clientCode: 'demo',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      requestId: of('service.started')[0]?.['request_id'],
      auditHead: { position: kept.indexOf(of('service.started')[0] ?? {}) + 1 },
    })
    expect(stopped).toMatchObject({
      event: 'service.stopped',
      because: 'asked',
      auditHead: { position: kept.length, hash: kept.at(-1)?.['hash'] },
    })
    expect(of('service.stopped')).toMatchObject([
      { actor_kind: 'system', subject: expect.stringMatching(/^\S+:\d+$/), detail: '{"because":"asked"}' },
    ])
    const noted = /"hash":"([0-9a-f]{64})"/g
    const hashes = [...service.output().matchAll(noted)].map(([, hash = '']) => hash)
    const verified = await command('verify-audit', hashes, given)
    expect(hashes).toHaveLength(2)
    expect(verified.exitCode).toBe(0)
  })
})

it.each([
  ['is on a disk that is full', () => openSync('/dev/full', 'w')],
  ['goes to somebody who does not read it', unreadPipe],
])('goes on answering and stops as asked when the log %s', async (_why, log) => {
  const service = await startService({ DATA_DIR: temporaryFolder() }, log())

  for (let call = 0; call < 3; call += 1) {
    expect((await fetch(`${service.url}/openapi.json`)).status).toBe(200)
  }

  expect(await service.stop()).toBe(0)
})

/** Full, so that it takes nothing. */
function unreadPipe(): number {
  const path = join(temporaryFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  try {
    for (;;) writeSync(pipe, '\n'.repeat(65_536))
  } catch {
    return pipe
  }
}
