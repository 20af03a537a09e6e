import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/features.ts'
import { Callers } from '#contract/callers.ts'
import { MadeLink } from '#contract/invitations.ts'
import { AuthorizationToken } from '#contract/profile-auth.ts'
import { APPLY_ATTEMPTS } from '#service/batches/store.ts'
import { SET_UP_LINK_SECONDS } from '#service/users/set-up-link.ts'
import { sha256Hex } from '#service/sha256.ts'
import {
  makeAudit,
  makeBatch,
  makeChunk,
  makeInvitation,
  makePasskey,
  makeTarget,
} from '../storage/records.ts'
import { makeAuthenticator } from '../support/authenticator.ts'
import { browserAt, PASSKEYS, signInByPassword, startAdding } from '../support/passkeys.ts'
import { EMAIL, TARGETS, WEBHOOK } from '../support/notices.ts'
import { json, makeService, ORIGIN, PASSWORD, START } from '../support/service.ts'

const TOKEN = '/acme/target/authentication/token?authorizationScope=profile_api'
const SETTINGS = '/acme/target/clients/settings'
const HIGHEST = { sysadmin: true, roles: [{ workspace: 'default', role: 'admin' }] }
const LOWEST = { sysadmin: false, roles: [{ workspace: 'default', role: 'observer' }] }

const LATER = new Date(START + 2 * 3_600_000).toISOString()
const ANY = { 'If-Match': '*' }
const STUCK = { stuckSince: new Date(START).toISOString() }

/**
 * A call of each operation that takes JSON of someone signed in; `:replaced` is a token that works on for an hour, `:caller`
 * somebody who called.
 */
const CALLS: Record<string, [path: string, init: RequestInit]> = {
  updateSettings: [SETTINGS, json('PUT', { enableProfileApiAuthentication: true })],
  patchSettings: [SETTINGS, json('PATCH', { enableProfileApiAuthentication: true })],
  requestAuthorizationToken: [TOKEN, json('POST', { expiresIn: 60 })],
  extendToken: ['/console/v1/tokens/:replaced/extend', json('POST', { worksUntil: LATER }, ANY)],
  endToken: ['/console/v1/tokens/:replaced/end', json('POST', { forGood: true }, ANY)],
  checkToken: ['/console/v1/token-check', json('POST', { text: 'tpa_' })],
  lookUpProfile: ['/console/v1/profiles/look-up', json('POST', { idKind: 'pcId', id: '1' })],
  tryBatchAgain: ['/console/v1/batches/acme-1/try-again', json('POST', STUCK)],
  giveUpBatch: ['/console/v1/batches/acme-1/give-up', json('POST', STUCK)],
  nameCaller: ['/console/v1/callers/:caller', json('PATCH', { name: 'Nightly CRM job' })],
  addNoticeTarget: [TARGETS, json('POST', WEBHOOK)],
  changeNoticeTarget: [`${TARGETS}/target-1`, json('PUT', EMAIL, ANY)],
  inviteUsers: [
    '/console/v1/invitations',
    json('POST', { people: [{ name: 'New', email: 'new@example.com' }], ...HIGHEST }),
  ],
  renewInvitation: ['/console/v1/invitations/dan/renew', json('POST', { sendIn: 'sv' })],
  acceptInvitation: ['/console/v1/invitations/accept', json('POST', { code: 'code' })],
  makeSetUpLink: ['/console/v1/users/user-Eve/set-up-link', json('POST', { sendIn: 'sv' })],
  setRoles: ['/console/v1/users/user-Eve/roles', json('PUT', HIGHEST, ANY)],
  addWorkspace: ['/console/v1/workspaces', json('POST', { name: 'Nordics' })],
  renameWorkspace: ['/console/v1/workspaces/default', json('PUT', { name: 'Main' }, ANY)],
  changeName: ['/console/v1/account', json('PATCH', { name: 'Eve Lind' })],
  changePassword: [
    '/console/v1/account/password',
    json('PUT', { password: PASSWORD, newPassword: `${PASSWORD} two` }, { Origin: ORIGIN }),
  ],
  renamePasskey: [`${PASSKEYS}/passkey-1`, json('PATCH', { name: 'Phone' })],
  signInAgain: [
    '/console/v1/session/fresh',
    json('POST', { method: 'password', password: PASSWORD }, { Origin: ORIGIN }),
  ],
}

/** What anyone who is signed in changes of their own, whatever roles they have. */
const CHANGES_OWN = ['acceptInvitation', 'changeName']
/** Takes an answer to a question of its own, so it has a test of its own. */
const ANSWERING = 'addPasskey'

/** Whether it takes no role, but that one is signed in. */
const isForAnyone = (operationId: string) =>
  operations.some(({ id, permission }) => id === operationId && permission === 'signed-in')

/** The same request, and what happens between its header and its body. */
function withBodyAfter(happening: () => Promise<unknown>, init: RequestInit): RequestInit {
  const body = new ReadableStream(
    {
      async pull(controller) {
        await happening()
        controller.enqueue(await new Response(init.body).bytes())
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { ...init, body, duplex: 'half' } as RequestInit
}

it('has a call of each operation that takes JSON of someone signed in', () => {
  const takesJson = ({ body, permission }: Operation) =>
    body !== undefined && body !== 'stream' && permission !== 'none'

  expect(
    operations
      .filter(takesJson)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([...Object.keys(CALLS), ANSWERING].toSorted())
})

describe.each(Object.entries(CALLS))('%s, by someone whose body is on its way', (id, [pattern, init]) => {
  async function makeEve() {
    const service = makeService()
    const root = await service.as('sysadmin', 'Root')
    const eve = await service.as('sysadmin', 'Eve')
    const replaced = v.parse(AuthorizationToken, await (await root(TOKEN, { method: 'POST' })).json())
    await root(TOKEN, json('POST', { overlapSeconds: 3600 }))
    await service.call('/rest/v1/profiles/1234.28_0?client=acme')
    const { callers } = v.parse(Callers, await (await root('/console/v1/callers')).json())
    const email = makeTarget({ kind: 'email', sealedSecret: null, language: 'fr' })
    await service.ports.notices.addTarget(email, 20, makeAudit())
    const toEve = makeInvitation({ email: 'eve@example.com', codeSha256: sha256Hex('code') })
    await service.ports.invitations.add([makeInvitation({ id: 'dan' }), toEve], () => false, [makeAudit()])
    const { users, invitations, workspaces, settings, tokens, notices, passkeys, batches } = service.ports
    await batches.open(makeBatch(), 100)
    await batches.stage(makeBatch(), makeChunk('anna,Oslo,gold'))
    await batches.accept(makeBatch(), { rows: 1, bytes: 100 })
    for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt += 1) await batches.countFailure('acme', START)
    if (id === 'renamePasskey') {
      const passkey = makePasskey({ userId: 'user-Eve' })
      await passkeys.add({ passkey, codesSha256: null }, 20, makeAudit())
    }
    const stateOf = async () => [
      await users.list(),
      await invitations.list(),
      await workspaces.list(),
      await settings.find('acme'),
      await tokens.current('acme', 'profile_api'),
      await tokens.find('acme', replaced.id),
      await service.ports.callers.list('acme'),
      await notices.targets('acme'),
      await batches.find({ clientCode: 'acme', batchId: 'acme-1' }),
    ]
    return {
      root,
      eve,
      stateOf,
      path: pattern.replace(':replaced', replaced.id).replace(':caller', callers[0]?.id ?? ''),
    }
  }

  it('is done when nothing happens meanwhile', async () => {
    const { eve, path } = await makeEve()

    const answer = await eve(
      path,
      withBodyAfter(async () => {}, init),
    )

    expect(answer.ok).toBe(true)
  })

  it('is refused when the roles that it takes are taken meanwhile', async () => {
    const { root, eve, stateOf, path } = await makeEve()
    let lowered: unknown
    const lower = async () => {
      await root('/console/v1/users/user-Eve/roles', json('PUT', LOWEST, ANY))
      lowered = await stateOf()
    }

    const answer = await eve(path, withBodyAfter(lower, init))

    expect(isForAnyone(id) ? answer.ok : answer.status).toBe(isForAnyone(id) || 403)
    if (!CHANGES_OWN.includes(id)) expect(await stateOf()).toEqual(lowered)
  })

  it('is refused when they are signed out everywhere meanwhile', async () => {
    const { root, eve, stateOf, path } = await makeEve()
    const before = await stateOf()
    const signOut = () => root('/console/v1/users/user-Eve/sessions', { method: 'DELETE' })

    const answer = await eve(path, withBodyAfter(signOut, init))

    expect(answer.status).toBe(401)
    expect(await stateOf()).toEqual(before)
  })
})

it('adds no passkey of someone who is signed out everywhere while the body is on its way', async () => {
  const { as, ports } = makeService()
  const root = await as('sysadmin', 'Root')
  await as('observer', 'Eve')
  const browser = browserAt(ports)
  await signInByPassword(browser, 'eve@example.com')
  const credential = await makeAuthenticator().create(await startAdding(browser))
  const signOut = () => root('/console/v1/users/user-Eve/sessions', { method: 'DELETE' })
  const init = withBodyAfter(signOut, json('POST', { name: 'Phone', credential }))

  const answer = await browser.fetch(new Request(`${ORIGIN}${PASSKEYS}`, init))

  expect(answer.status).toBe(401)
  expect(await ports.passkeys.listOf('user-Eve')).toEqual([])
})

it('does not let a set-up link be used that expires while the body is on its way', async () => {
  const service = makeService()
  await service.as('observer', 'Bo')
  const root = await service.as('sysadmin')
  const made = await root('/console/v1/users/user-Bo/set-up-link', { method: 'POST' })
  const { setUpUrl } = v.parse(MadeLink, await made.json())
  const input = { code: setUpUrl.split('#code=')[1], password: 'correct horse battery staple' }
  const expire = async () => service.advance(SET_UP_LINK_SECONDS)

  const answer = await service.call(
    '/console/v1/set-up',
    withBodyAfter(expire, json('POST', input, { Origin: ORIGIN })),
  )

  expect(answer.status).toBe(404)
})
