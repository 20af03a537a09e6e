import { describe, expect, it } from 'vitest'
import { aesCipher } from '#server/cipher.ts'
import { attemptLimiter } from '#server/attempts.ts'
import { memoryCounts } from '#server/memory-counts.ts'
import { json, makeService, ORIGIN, withHeaders } from '../support/service.ts'

const PASSWORD = 'correct horse battery staple'
const WRONG = 'not the right one, surely'
const ANA = 'ana@example.com'
const BO = 'bo@example.com'

/** A service of real seals and limits in one and the same minute, where Ana and Bo can sign in. */
async function makeTwoPeople(origin = ORIGIN) {
  const client = { clientCode: 'acme', tenant: 'acme', imsOrgId: null, publicUrl: origin }
  const service = makeService({
    client,
    cipher: await aesCipher(new Uint8Array(32)),
    signInAttempts: attemptLimiter(memoryCounts(() => 0)),
  })
  await service.as('approver', 'Ana')
  await service.as('approver', 'Bo')
  const signIn = (email: string, password: string, Cookie = '') =>
    service.call('/console/v1/session', json('POST', { email, password }, { Origin: origin, Cookie }))
  const fail = async (times: number, email: string, cookie?: string) => {
    let status = 0
    for (let time = 0; time < times; time += 1) status = (await signIn(email, WRONG, cookie)).status
    return status
  }
  return { service, signIn, fail }
}

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
const deviceOf = (response: Response) => cookiesOf(response)[1] ?? ''

it('is given a cookie that no script can read and no other site can send, for a year', async () => {
  const { signIn } = await makeTwoPeople()

  const response = await signIn(ANA, PASSWORD)

  expect(response.headers.getSetCookie()[1]).toMatch(
    /^profile-api-device=[\da-f]{104}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/,
  )
})

it('has it bound to the host and to https where there is https', async () => {
  const { signIn, fail } = await makeTwoPeople('https://console.test')

  const response = await signIn(ANA, PASSWORD)

  expect(response.headers.getSetCookie()[1]).toMatch(
    /^__Host-profile-api-device=.*; Secure; SameSite=Strict$/,
  )
  await fail(11, ANA)
  expect((await signIn(ANA, PASSWORD, deviceOf(response))).status).toBe(200)
})

it('lets its person in while strangers fail to', async () => {
  const { signIn, fail } = await makeTwoPeople()
  const device = deviceOf(await signIn(ANA, PASSWORD))
  expect(await fail(11, ANA)).toBe(429)
  expect((await signIn(ANA, PASSWORD)).status).toBe(429)

  expect((await signIn(ANA, PASSWORD, device)).status).toBe(200)
})

it('is slowed down by what fails on it, and by nothing else', async () => {
  const { signIn, fail } = await makeTwoPeople()
  const [one, other] = [deviceOf(await signIn(ANA, PASSWORD)), deviceOf(await signIn(ANA, PASSWORD))]

  expect(await fail(10, ANA, one)).toBe(401)
  const refused = await signIn(ANA, PASSWORD, one)

  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60'])
  expect((await signIn(ANA, PASSWORD, other)).status).toBe(200)
  expect((await signIn(ANA, PASSWORD)).status).toBe(200)
})

it('stays known when its person signs out', async () => {
  const { service, signIn, fail } = await makeTwoPeople()
  const [session = '', device = ''] = cookiesOf(await signIn(ANA, PASSWORD))
  const headers = { Origin: ORIGIN, Cookie: `${session}; ${device}` }

  const signedOut = await service.call('/console/v1/session', { method: 'DELETE', headers })

  expect(cookiesOf(signedOut)).toEqual(['profile-api-session='])
  await fail(11, ANA)
  expect((await signIn(ANA, PASSWORD, device)).status).toBe(200)
})

describe('counts as any other', () => {
  it.each([
    ['for someone else', (device: string) => device, BO],
    [
      'with a changed proof',
      (device: string) => `${device.slice(0, -1)}${device.endsWith('0') ? 1 : 0}`,
      ANA,
    ],
    ['with half a proof', (device: string) => device.slice(0, -52), ANA],
    ['with no proof in its cookie', () => 'profile-api-device=', ANA],
    ['with something else in its cookie', () => 'profile-api-device=%00', ANA],
  ])('%s', async (_, changed, email) => {
    const { signIn, fail } = await makeTwoPeople()
    const device = deviceOf(await signIn(ANA, PASSWORD))
    await fail(11, email)

    expect((await signIn(email, PASSWORD, changed(device))).status).toBe(429)
  })

  it('once its person has a new password', async () => {
    const { service, signIn, fail } = await makeTwoPeople()
    const device = deviceOf(await signIn(ANA, PASSWORD))
    const sysadmin = await service.as('sysadmin')
    const made = await sysadmin('/console/v1/users/user-Ana/set-up-link', { method: 'POST' })
    const { setUpUrl }: { setUpUrl: string } = await made.json()
    const chosen = { code: setUpUrl.split('#code=')[1], password: 'entirely another one' }
    const setUp = await service.call('/console/v1/set-up', json('POST', chosen, { Origin: ORIGIN }))
    await fail(11, ANA)

    expect((await signIn(ANA, chosen.password, device)).status).toBe(429)
    expect((await signIn(ANA, chosen.password, deviceOf(setUp))).status).toBe(200)
  })
})

it('does not tell whether there is a person of that e-mail', async () => {
  const { service, signIn } = await makeTwoPeople()
  const device = deviceOf(await signIn(BO, PASSWORD))
  const done: string[] = []
  const { cipher, identities, passwords } = service.ports
  const open = cipher.open.bind(cipher)
  const find = identities.find.bind(identities)
  const verify = passwords.verify.bind(passwords)
  cipher.open = (...given) => (done.push('open'), open(...given))
  identities.find = (key) => (done.push('find'), find(key))
  passwords.verify = (...given) => (done.push('verify'), verify(...given))

  const answers = [await signIn(ANA, WRONG, device), await signIn('nobody@example.com', WRONG, device)]

  expect(answers.map(({ status }) => status)).toEqual([401, 401])
  expect(done).toEqual(['find', 'open', 'verify', 'find', 'open', 'verify'])
})

it('is no way in by itself', async () => {
  const { service, signIn } = await makeTwoPeople()
  const device = deviceOf(await signIn(ANA, PASSWORD))

  const answers = [
    await service.call('/console/v1/session', withHeaders({}, { Cookie: device })),
    await service.call(
      '/console/v1/session',
      withHeaders({}, { Cookie: device.replace('device', 'session') }),
    ),
  ]

  expect(answers.map(({ status }) => status)).toEqual([401, 401])
})
