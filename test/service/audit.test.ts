import { expect, it } from 'vitest'
import { makeBatch } from '../storage/records.ts'
import { json, makeService, ORIGIN } from '../support/service.ts'

const PASSWORD = 'correct horse battery staple'
const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const SETTINGS = '/acme/target/clients/settings'

const ROLE = { workspace: 'default', role: 'observer' }

it('leaves one record of each act under the request id that answer and log have', async () => {
  const service = makeService()
  const { audit, batches } = service.ports
  const sysadmin = await service.as('sysadmin', 'Ana')
  await batches.open(makeBatch(), 100)
  await batches.accept(makeBatch(), { rows: 1, bytes: 100 })
  const signIn = (password: string) =>
    service.call(
      '/console/v1/session',
      json('POST', { email: 'ana@example.com', password }, { Origin: ORIGIN }),
    )
  const invited = json('POST', { people: [{ email: 'ben@example.com' }], roles: [ROLE] })
  const acts: [string, () => Promise<Response>][] = [
    ['session.started', () => signIn(PASSWORD)],
    ['session.refused', () => signIn('wrong horse battery staple')],
    ['settings.updated', () => sysadmin(SETTINGS, json('PATCH', { enableProfileApiAuthentication: true }))],
    ['token.generated', () => sysadmin(TOKEN, { method: 'POST' })],
    ['token.viewed', () => sysadmin(TOKEN)],
    ['users.listed', () => sysadmin('/console/v1/users')],
    ['user.created', () => sysadmin('/console/v1/invitations', invited)],
    ['batch.failures-exported', () => sysadmin('/console/v1/batches/acme-1/failures.csv')],
    ['call.refused', () => service.call('/console/v1/set-up/link', json('POST', { code: 'tsu_none' }))],
    ['user.sessions-revoked', () => sysadmin('/console/v1/users/user-Ana/sessions', { method: 'DELETE' })],
  ]

  for (const [action, act] of acts) {
    const before = (await audit.list(1000)).length
    const answer = await act()

    const records = await audit.list(1000)
    const requestId = answer.headers.get('X-Request-Id')
    expect(records.length, action).toBe(before + 1)
    expect(records[0]).toMatchObject({ action, requestId, clientCode: 'acme' })
    expect(service.logged.at(-1)).toMatchObject({ requestId, status: answer.status })
  }
})

it('takes no request id over from a caller', async () => {
  const service = makeService()

  const answer = await service.call('/console/v1/session', { headers: { 'X-Request-Id': 'mine' } })

  expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f]{24}$/)
  expect(service.logged).toMatchObject([{ requestId: answer.headers.get('X-Request-Id') }])
})

it('says of a list of people and of an export who asked for it and how much there was', async () => {
  const service = makeService()
  const sysadmin = await service.as('sysadmin', 'Ana')
  await service.as('observer', 'Olga')

  await sysadmin('/console/v1/users')

  expect((await service.ports.audit.list(1))[0]).toMatchObject({
    action: 'users.listed',
    actorName: 'Ana',
    remoteAddress: '203.0.113.7',
    subject: 'acme',
    detail: { count: 2 },
  })
})
