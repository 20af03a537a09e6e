import { expect, it } from 'vitest'
import { json, makeService } from '../support/service.ts'

const TOKEN = '/acme/target/authentication/token'

it.each([
  ['a read', '/rest/v1/profiles/1?client=acme&client=beta', 'client'],
  ['an update', '/m2/acme/profile/update?mboxPC=1&mboxPC=2&profile.a=1', 'mboxPC'],
  ['a batch status', '/m2/acme/profile/batchStatus?batchId=1&batchId=2', 'batchId'],
  ['a token', `${TOKEN}?authorizationScope=profile_api&authorizationScope=debug_tools`, 'authorizationScope'],
  ['a token, by its former name', `${TOKEN}?scope=profile_api&scope=profile_api`, 'scope'],
  ['the audit log', '/console/v1/audit?from=2026-11-01&from=2026-11-02', 'from'],
])('refuses %s that gives a parameter more than once', async (_, path, name) => {
  const asSysadmin = await makeService().as('sysadmin')

  const answer = await asSysadmin(path)

  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(`${name} is given more than once.`)
})

it('takes parameters that are none of its own as often as they come', async () => {
  const asSysadmin = await makeService().as('sysadmin')
  await asSysadmin(`${TOKEN}?authorizationScope=profile_api`, json('POST', {}))

  const answer = await asSysadmin(`${TOKEN}?scope=debug_tools&authorizationScope=profile_api&utm=1&utm=2`)

  expect(await answer.json()).toMatchObject({ scope: 'profile_api' })
})
