import { median, percentile, print } from './figures.ts'
import { type BenchedService, startService, withFolder } from './service.ts'

const SIGN_INS = 300
const INVITATIONS = 1000
/** So many that nobody fails too often. */
const PEOPLE = 20
const PASSWORD = 'a sentence of somebody who is here'

/** What the others are held against. */
const KNOWN = 'known'
/** Of the same kind: what differs between these two is noise. */
const ALSO_KNOWN = 'known as well'
const UNKNOWN = 'unknown'
const SUSPENDED = 'suspended'
const INVITED = 'invited elsewhere'
const KINDS = [KNOWN, ALSO_KNOWN, UNKNOWN, SUSPENDED, INVITED]

/**
 * Whether it takes another time to be refused at sign-in, or to invite somebody into a workspace whose administrator may not
 * list them, when their e-mail is known. Kinds take turns, so that whatever the machine does otherwise, it does to all.
 */
export async function benchSignInTime() {
  await withFolder(async (folder) => {
    const service = await startService(folder, { FRESH_SIGN_IN_MINUTES: '720' })
    const root = callBy(service, service.asAdministrator)
    const { id: nordics } = await root('POST', '/workspaces', { name: 'Nordics' })
    const nora = await comeIn(service, 'nora@example.com', [{ workspace: nordics, role: 'admin' }])
    const roles = [{ workspace: 'default', role: 'observer' }]
    for (const email of [KNOWN, ALSO_KNOWN].flatMap(emailsOf)) await comeIn(service, email, roles)
    for (const email of emailsOf(SUSPENDED)) {
      await root('POST', `/users/${(await comeIn(service, email, roles)).id}/suspend`)
    }
    await root('POST', '/invitations', { people: emailsOf(INVITED).map((email) => ({ email })), roles })

    await compare('Refused at sign-in', SIGN_INS, async (email, turn) => {
      const headers = { Origin: service.url, 'X-Forwarded-For': `10.${turn % 250}.${turn >> 8}.1` }
      const body = { email, password: 'not the right one' }
      const { status, ms } = await timed(service, 'POST', '/session', headers, body)
      if (status !== 401) throw new Error(`A sign-in was answered ${status}.`)
      return ms
    })
    await compare('Invited by whoever may not list them', INVITATIONS, async (email) => {
      const invited = { people: [{ email }], roles: [{ workspace: nordics, role: 'observer' }] }
      const { status, ms, answer } = await timed(service, 'POST', '/invitations', nora.headers, invited)
      if (status !== 201) throw new Error(`An invitation was answered ${status}.`)
      await nora.call('DELETE', `/invitations/${answer.invitations[0].user.id}`)
      return ms
    })
    await service.stop()
  })
}

const emailsOf = (kind: string) =>
  Array.from({ length: PEOPLE }, (_, index) => `${kind.replaceAll(' ', '-')}-${index}@example.com`)

/** @param measure milliseconds; `turn` is another one each time */
async function compare(
  title: string,
  rounds: number,
  measure: (email: string, turn: number) => Promise<number>,
): Promise<void> {
  const times = new Map(KINDS.map((kind): [string, number[]] => [kind, []]))
  for (let round = 0; round < PEOPLE + rounds; round += 1) {
    for (const place of KINDS.keys()) {
      const kind = KINDS[(place + round) % KINDS.length] ?? KNOWN
      const ms = await measure(emailsOf(kind)[round % PEOPLE] ?? '', round * KINDS.length + place)
      // The first ones warm up.
      if (round >= PEOPLE) times.get(kind)?.push(ms)
    }
  }
  const [known = [], ...others] = times.values()
  print(`\n${title}, ${rounds} times each, taking turns`)
  print(`  ${KNOWN.padEnd(18)} p50 ${median(known).toFixed(2)} ms`)
  for (const [index, own] of others.entries()) {
    const ratios = own.map((ms, round) => ms / (known[round] ?? Number.NaN))
    const [low, middle, high] = [25, 50, 75].map((percent) => percentile(percent, ratios).toFixed(2))
    const kind = KINDS[index + 1] ?? ''
    print(`  ${kind.padEnd(18)} p50 ${median(own).toFixed(2)} ms, ${middle} of ${KNOWN} (${low} to ${high})`)
  }
}

/** One call, and how long its whole answer took. */
async function timed(
  { url }: BenchedService,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: unknown,
) {
  const startedAt = performance.now()
  const response = await fetch(`${url}/console/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    ms: performance.now() - startedAt,
    status: response.status,
    answer: text === '' ? null : JSON.parse(text),
  }
}

const callBy =
  (service: BenchedService, headers: Record<string, string>) =>
  async (method: string, path: string, body?: unknown) => {
    const { status, answer } = await timed(service, method, path, headers, body)
    if (status >= 400) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(answer)}`)
    return answer
  }

/** Somebody new, with what they hold and a way to call. */
async function comeIn(service: BenchedService, email: string, roles: object[]) {
  const root = callBy(service, service.asAdministrator)
  const { invitations } = await root('POST', '/invitations', { people: [{ email, name: email }], roles })
  const code = invitations[0].setUpUrl.split('#code=')[1]
  const { user } = await callBy(service, { Origin: service.url })('POST', '/set-up', {
    code,
    password: PASSWORD,
  })
  const { accessToken } = await callBy(service, {})('POST', '/access-token', { email, password: PASSWORD })
  const headers = { Authorization: `Bearer ${accessToken}` }
  return { id: user.id, headers, call: callBy(service, headers) }
}
