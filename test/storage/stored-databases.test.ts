import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Caller } from '#contract/callers.ts'
import type { TokenList } from '#contract/rotation.ts'
import { requireFittingKey } from '#server/keys.ts'
import { aesCipher } from '#server/cipher.ts'
import type { AuditLog } from '#contract/audit.ts'
import type { AuditAction } from '#contract/audit-details.ts'
import type { AuditRecord } from '#service/audit/store.ts'
import { verifyChain } from '#service/audit/verification.ts'
import { sha256Hex } from '#service/sha256.ts'
import { auditChainReader, auditChains } from '#storage/sql/audit-chains.ts'
import { openPostgres } from '#storage/sql/postgres.ts'
import { openSqlite } from '#storage/sql/sqlite.ts'
import { emptyDatabase, query } from '../support/postgres.ts'
import { json, ORIGIN } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { attributesOf, makeAudit, makeBatch, makeChunk, makePasskey } from './records.ts'
import { KEY, PASSWORD, type Remembered, servicesOver } from './stored/story.ts'

const FOLDER = join(import.meta.dirname, 'stored')
const stored = (name: string) => readFileSync(join(FOLDER, name), 'utf8')

/** How each engine restores what is stored of a form and opens it, which brings it to the newest. */
const engines = [
  {
    engine: 'SQLite',
    restored: async (form: string, changedBy = '') => {
      const file = join(temporaryFolder(), 'restored.sqlite')
      // A row may come before the index that it refers to.
      const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
      database.exec(stored(`${form}.sqlite.sql`))
      database.exec(changedBy)
      database.close()
      return openSqlite(file)
    },
  },
  {
    engine: 'PostgreSQL',
    restored: async (form: string, changedBy = '') => {
      const url = await emptyDatabase()
      await query(url, stored(`${form}.postgres.sql`))
      await query(url, changedBy)
      return openPostgres(url)
    },
  },
]

/** Forms that databases in use have; some took the step 020 before there was a step 018. */
const FORMS = ['003', '004', '010', '013', '017', '017-020', '020']

describe.each(FORMS.flatMap((form) => engines.map((engine) => ({ form, ...engine }))))(
  'a database stored by $engine in form $form',
  ({ form, restored }) => {
    async function open(changedBy?: string) {
      const storage = await restored(form, changedBy)
      onTestFinished(() => storage.close())
      await requireFittingKey(await aesCipher(KEY), storage.keyCheck)
      const remembered: Remembered = JSON.parse(stored(`${form}.json`))
      const { acme, beta } = await servicesOver({ ...storage.stores, now: () => remembered.now })
      const statusOf = (batchId: string) => storage.stores.batches.find({ clientCode: 'acme', batchId })
      const asAna = bearer(remembered.accessTokens.ana)
      const signInAnew = async (email: string) => {
        const body = { email, password: PASSWORD }
        const answer = await acme.call('/console/v1/access-token', json('POST', body))
        return bearer((await answer.json()).accessToken)
      }
      return { ...storage, ...remembered, acme, beta, statusOf, asAna, signInAnew }
    }

    it('keeps the settings of each client, every field of them, at their revision', async () => {
      const { acme, beta, asAna } = await open()

      const settings = await acme.call('/acme/target/clients/settings', { headers: asAna })
      const ofBeta = await beta.call('/beta/target/clients/settings', { headers: asAna })
      const change = json('PATCH', { locale: 'sv' }, { ...asAna, 'If-Match': '"2"' })
      const changed = await acme.call('/acme/target/clients/settings', change)

      const kept = { enableProfileApiAuthentication: true, timeZone: 'Europe/Stockholm' }
      expect(await settings.json()).toEqual(kept)
      expect(await ofBeta.json()).toEqual({ enableProfileApiAuthentication: true })
      expect(await changed.json()).toEqual({ ...kept, locale: 'sv' })
    })

    it('judges every token as before, hands out the current one, and knows when each was last used', async () => {
      const { acme, beta, stores, tokens, asAna } = await open()
      const judged = async (service: typeof acme, client: string, token: string) => {
        const path = `/m2/${client}/profile/batchStatus?batchId=none`
        const { status, headers } = await service.call(path, { headers: bearer(token) })
        return `${status} ${headers.get('WWW-Authenticate') ?? ''}`
      }
      const lastUse = async (token: string) =>
        (await stores.access.find('acme', sha256Hex(token))).token?.lastUsedAt

      const path = '/acme/target/authentication/token?authorizationScope=profile_api'
      const handedOut = await acme.call(path, { headers: asAna })
      const lastUses = [await lastUse(tokens.unused), await lastUse(tokens.ended)]

      const body = { accessToken: tokens.current, expiresAt: '2027-02-19T12:21:00.000Z', createdBy: 'Ana' }
      expect(await handedOut.json()).toMatchObject(body)
      expect(lastUses).toEqual([null, Date.parse('2026-11-21T12:11:00Z')])
      expect(await judged(acme, 'acme', tokens.current)).toMatch(/^404 /)
      expect(await judged(acme, 'acme', tokens.unused)).toMatch(
        /^401 .*by a newer one at 2026-11-21T12:11:00/,
      )
      expect(await judged(acme, 'acme', tokens.ended)).toMatch(/^401 .*by a newer one at 2026-11-21T12:21:00/)
      expect(await judged(acme, 'acme', tokens.debugging)).toMatch(/^403 .*debugger token/)
      expect(await judged(acme, 'acme', tokens.expired)).toMatch(/^401 .*of another client/)
      expect(await judged(beta, 'beta', tokens.expired)).toMatch(/^401 .*expired at 2026-11-21T12:02:00/)
    })

    it('knows by whom tokens were replaced, and lets one of them work again', async () => {
      const { acme, tokens, signInAnew } = await open()
      const asAna = await signInAnew('ana@example.com')
      const { tokens: listed }: TokenList = await (
        await acme.call('/console/v1/tokens', { headers: asAna })
      ).json()
      const [current, ended] = listed
      const change = await acme.call(
        `/console/v1/tokens/${ended?.id}/restore`,
        json('POST', undefined, { ...asAna, 'If-Match': ended?.etag ?? '' }),
      )
      const answer = await acme.call('/m2/acme/profile/batchStatus?batchId=none', {
        headers: bearer(tokens.ended),
      })

      expect(current).toMatchObject({ state: 'current', replacedBy: null, etag: '"1"' })
      expect(ended).toMatchObject({
        state: 'replaced',
        worksUntil: '2026-11-21T12:21:00.000Z',
        replacedAt: '2026-11-21T12:21:00.000Z',
        replacedBy: 'Ana',
        endedAt: null,
        etag: '"2"',
      })
      expect([change.status, answer.status]).toEqual([200, 404])
    })

    it('keeps everyone signed in, and lets them sign in anew', async () => {
      const { acme, accessTokens } = await open()
      const signIn = (email: string, password: string) =>
        acme.call('/console/v1/access-token', json('POST', { email, password }))

      const session = await acme.call('/console/v1/session', { headers: bearer(accessTokens.ben) })
      const answers = [
        await signIn('ana@example.com', PASSWORD),
        await signIn('ben@example.com', PASSWORD),
        await signIn('ben@example.com', 'wrong horse battery staple'),
        await signIn('cleo@example.com', PASSWORD),
      ]

      expect(await session.json()).toMatchObject({
        user: { name: 'Ben', email: 'ben@example.com' },
        expiresAt: '2026-11-22T00:00:00.000Z',
      })
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 401, 401])
    })

    it('names each session that runs, and has its person proved when it started', async () => {
      const { tables } = await open()

      const sessions = await tables.selectFrom('sessions').selectAll().execute()

      expect(sessions.length).toBeGreaterThan(1)
      expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length)
      for (const session of sessions) {
        expect(session).toMatchObject({
          id: expect.stringMatching(/^[0-9a-f]{24}$/),
          authenticatedAt: session.startedAt,
          method: session.userId === 'user-fia' ? 'oidc' : 'password',
          remoteAddress: form > '013' ? '203.0.113.7' : null,
        })
      }
    })

    it('knows of no passkey, and asks for one once it is added', async () => {
      const { acme, stores, asAna } = await open()
      const ana = await stores.users.findByEmail('ana@example.com')
      const passkeys = await acme.call('/console/v1/account/passkeys', { headers: asAna })
      const passkey = makePasskey({ id: 'passkey-of-ana', userId: ana?.id ?? '' })

      await stores.passkeys.add({ passkey, codesSha256: ['code'] }, 20, makeAudit())
      const credentials = { email: 'ana@example.com', password: PASSWORD }
      const answer = await acme.call('/console/v1/session', json('POST', credentials, { Origin: ORIGIN }))

      expect(await passkeys.json()).toEqual({ passkeys: [], recoveryCodesLeft: 0 })
      expect(await answer.json()).toMatchObject({ secondStep: { kind: 'passkey' } })
    })

    it('keeps what each person may do, and the link that nobody used', async () => {
      const { acme, asAna, setUpCode } = await open()
      const body = { code: setUpCode, password: PASSWORD }

      const people = await acme.call('/console/v1/users', { headers: asAna })
      const setUp = () => acme.call('/console/v1/set-up', json('POST', body, { Origin: ORIGIN }))
      const answers = [await setUp(), await setUp()]

      expect(await people.json()).toMatchObject({
        users: [
          { name: 'Ana', sysadmin: true, roles: [{ workspace: 'default', role: 'admin' }] },
          {
            name: 'Ben',
            sysadmin: false,
            roles: [
              { workspace: 'default', role: 'publisher' },
              { workspace: 'shop', role: 'admin' },
            ],
          },
          {
            name: 'Cleo',
            sysadmin: true,
            roles: [],
            state: { kind: 'invited', by: 'Ana' },
            lastSeenAt: null,
          },
          ...(form > '013' ? [{ name: 'Dora', state: { kind: 'suspended', by: 'Ana' } }] : []),
          ...(form > '017-020' ? [{ name: 'Fia', lastSeenAt: '2026-11-21T12:22:00.000Z' }] : []),
        ],
        counts: { active: form > '017-020' ? 3 : 2, invited: 1, suspended: form > '013' ? 1 : 0 },
      })
      expect(answers.map(({ status }) => status)).toEqual([201, 404])
      expect(await answers[0]?.json()).toMatchObject({ user: { name: 'Cleo', sysadmin: true } })
    })

    it('knows who made the link, which ends with their right', async () => {
      const { stores } = await open()
      const [cleo] = await stores.invitations.list()
      const ana = await stores.users.findByEmail('ana@example.com')

      expect(cleo).toMatchObject({ name: 'Cleo', invitedById: ana?.id, codeSha256: expect.any(String) })
    })

    it.each([
      `update users set sysadmin = 0 where email = 'ana@example.com'`,
      ...(form > '013'
        ? [`update users set suspended_at = 1, suspended_by = '', suspended_by_id = '' where name = 'Ana'`]
        : []),
      `delete from users where email = 'ana@example.com'`,
    ])('lets no link in whose maker could not make it any more: %s', async (change) => {
      const { stores } = await open(change)

      expect(await stores.invitations.list()).toMatchObject([{ name: 'Cleo', codeSha256: null }])
    })

    it('knows what became of each batch, and why', async () => {
      const { batches, stores, statusOf } = await open()

      const failures = await stores.batches.failures({ clientCode: 'acme', batchId: batches.partlyRefused })

      expect(await statusOf(batches.applied)).toMatchObject({ state: 'complete', successfulUpdates: 2 })
      expect(await statusOf(batches.partlyRefused)).toMatchObject({
        state: 'complete',
        batchSize: 3,
        consumedCount: 3,
        successfulUpdates: 1,
        profilesNotFound: 1,
        failedUpdates: 1,
      })
      expect(failures).toEqual([
        { line: 2, id: 'nobody', reason: 'not-found' },
        { line: 3, id: 'anna', reason: 'too-large' },
      ])
      expect(await statusOf(batches.stuck)).toMatchObject({
        state: 'stuck',
        consumedCount: 0,
        stuckBecause: 'apply-failed',
      })
      expect(await statusOf(batches.halfWay)).toMatchObject({ state: 'incomplete', consumedCount: 2 })
      expect(await statusOf(batches.waiting)).toMatchObject({ state: 'incomplete', consumedCount: 0 })
      expect(await statusOf(batches.receiving)).toBeUndefined()
    })

    it('lists the batches that there are, of which older forms do not know who sent them', async () => {
      const { batches, now, stores, statusOf } = await open()

      const selection = { clientCode: 'acme', only: null, from: 0, until: now + 1 }
      const listed = await stores.batches.page(selection, null, 10)

      const { applied, partlyRefused, stuck, halfWay, waiting } = batches
      expect(listed.map(({ batchId }) => batchId)).toEqual(
        expect.arrayContaining([applied, partlyRefused, stuck, halfWay, waiting]),
      )
      expect(listed.map(({ batchId }) => batchId)).not.toContain(batches.receiving)
      const known = { caller: { address: '203.0.113.7' }, finishedAt: Date.parse('2026-11-21T12:22:00Z') }
      const unknown = { caller: null, finishedAt: null }
      expect(await statusOf(applied)).toMatchObject({
        ...(form > '017' ? known : unknown),
        refusal: null,
        lastAct: null,
      })
      expect((await stores.batches.page({ ...selection, only: 'stuck' }, null, 10)).length).toBe(1)
    })

    it('has a stuck batch go on when somebody tries it again', async () => {
      const { acme, batches, now, stores, statusOf } = await open()
      const { stuckAt = null } = (await statusOf(batches.stuck)) ?? {}
      const decision = { clientCode: 'acme', batchId: batches.stuck, sawStuckAt: stuckAt, by: 'Ana', at: now }

      expect(await stores.batches.tryAgain(decision, makeAudit())).toBe(true)
      await stores.batches.discardUnaccepted('acme', now)
      await acme.applyBatches()

      expect(await statusOf(batches.stuck)).toMatchObject({ state: 'complete' })
    })

    it('goes on with the batches that wait, in their order and before newer ones', async () => {
      const { acme, batches, now, stores, statusOf } = await open()
      const newer = makeBatch({ batchId: 'acme-newer' })
      await stores.batches.open(newer, 100)
      await stores.batches.stage(newer, makeChunk('anna,Hammerfest,'))
      await stores.batches.accept(newer, { rows: 1, bytes: 100 })
      await stores.batches.discardUnaccepted('acme', now)
      await stores.batches.accept(makeBatch({ batchId: batches.receiving }), { rows: 1, bytes: 100 })

      await acme.applyBatches()

      for (const [batchId, successfulUpdates, profilesNotFound] of [
        [batches.halfWay, 4, 0],
        [batches.waiting, 1, 1],
        [batches.receiving, 1, 0],
        [newer.batchId, 1, 0],
      ] as const) {
        const counts = { successfulUpdates, profilesNotFound, failedUpdates: 0 }
        expect(await statusOf(batchId)).toMatchObject({ state: 'complete', ...counts })
      }
      expect(await stores.batches.failures({ clientCode: 'acme', batchId: batches.waiting })).toMatchObject([
        { line: 2, id: 'somebody' },
      ])
      expect(await statusOf(batches.stuck)).toMatchObject({ state: 'stuck', consumedCount: 0 })
      const [erik, anna] = await Promise.all(
        ['erik', 'anna'].map((id) => stores.profiles.find('acme', 'thirdPartyId', id)),
      )
      expect(attributesOf(erik)).toMatchObject({ city: { value: 'Narvik' }, tier: { value: 'copper' } })
      expect(attributesOf(anna)).toMatchObject({ city: { value: 'Hammerfest' } })
    })

    it('keeps every profile, attribute by attribute', async () => {
      const { now, stores } = await open()
      const attributes = (values: Record<string, string>) =>
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, modifiedAt: now }]))

      const anna = await stores.profiles.find('acme', 'thirdPartyId', 'anna')
      expect(anna?.modifiedAt).toBe(now)
      expect(attributesOf(anna)).toEqual(attributes({ city: 'Oslo', tier: 'platinum', '"odd" na\\me': '😀' }))
      expect(attributesOf(await stores.profiles.find('acme', 'thirdPartyId', 'bo'))).toEqual(
        attributes({ city: 'Lund', tier: 'bronze', '"odd" na\\me': "it's" }),
      )
      expect(attributesOf(await stores.profiles.find('acme', 'pcId', '1234-5678.28_0'))).toEqual(
        attributes({ city: 'Bergen' }),
      )
    })

    it('takes a switch that is neither on nor off for on, and nobody for a system administrator over it', async () => {
      const opened = open(`
        update client_settings set enable_profile_api_authentication = 2 where client_code = 'acme';
        update client_settings set enable_profile_api_authentication = 0 where client_code = 'beta';
        update users set sysadmin = 3 where name = 'Cleo'`)
      if (form > '004') return expect(opened).rejects.toThrow('is_a_switch')
      const { stores } = await opened

      const required = async (clientCode: string) =>
        (await stores.access.find(clientCode, null)).enableProfileApiAuthentication
      const people = [...(await stores.users.list()), ...(await stores.invitations.list())]

      expect([await required('acme'), await required('beta')]).toEqual([true, false])
      expect(people.map(({ name, sysadmin }) => [name, sysadmin])).toEqual([
        ['Ana', true],
        ['Ben', false],
        ['Cleo', false],
      ])
      return undefined
    })

    it('misses the settings of a client that were changed and are gone', async () => {
      const { stores } = await open(`delete from client_settings where client_code = 'acme'`)

      const found = await stores.access.find('acme', null)

      expect(found.enableProfileApiAuthentication).toBe(true)
    })

    it('knows of every audit record what it says, and by whom, as newer ones do', async () => {
      const { stores } = await open()

      const records = await stores.audit.list(1000)

      const of = (action: AuditAction) => records.filter((record) => record.action === action)
      const change = (before: unknown, after: unknown) => ({ ...(form > '003' && { before }), after })
      const turnedOn = { changes: { enableProfileApiAuthentication: change(false, true) } }
      expect(of('settings.updated').map(({ clientCode, detail }) => ({ clientCode, detail }))).toEqual([
        { clientCode: 'beta', detail: turnedOn },
        { clientCode: 'acme', detail: turnedOn },
        { clientCode: 'acme', detail: { changes: { timeZone: change(null, 'Europe/Stockholm') } } },
      ])
      const byAna = form > '003' ? 'script' : 'person'
      expect(of('token.viewed')).toMatchObject([{ clientCode: 'acme', actorKind: byAna, actorName: 'Ana' }])
      expect(of('session.refused')).toMatchObject([{ actorKind: 'anonymous', actorId: null, actorName: '' }])
      expect(of('user.set-up-link-made').map(({ actorKind }) => actorKind)).toEqual([
        'operator',
        byAna,
        ...(form > '004' ? ['system'] : []),
      ])
    })

    it('knows by id who made each token and changed the settings last', async () => {
      const { stores } = await open()
      const ana = await stores.users.findByEmail('ana@example.com')

      const token = await stores.tokens.current('acme', 'profile_api')
      const settings = await stores.settings.find('acme')

      expect(token).toMatchObject({ createdBy: 'Ana', createdById: ana?.id })
      expect(settings).toMatchObject({ changedBy: 'Ana', changedById: ana?.id })
    })

    it('knows who turned the switch last, and when, from the audit records of older forms', async () => {
      const { stores } = await open(`
        update audit_records set at = at - 7, actor_name = 'Bo', actor_id = 'user-bo'
        where action = 'settings.updated' and detail like '%enableProfileApiAuthentication%'`)

      const settings = await stores.settings.find('acme')

      const changedAt = Date.parse('2026-11-21T12:01:00Z')
      const ofRecord = { switchedAt: changedAt - 7, switchedBy: 'Bo', switchedById: 'user-bo' }
      const kept = { switchedAt: changedAt, switchedBy: 'Ana', switchedById: settings?.changedById }
      expect(settings).toMatchObject({ changedAt, ...(form > '010' ? kept : ofRecord) })
    })

    it('chains the audit records of each client as they came, and goes on with the chain', async () => {
      const { stores, tables } = await open()
      const kept = await stores.audit.list(1000)
      const verified = async (chain: string) => {
        const ids: unknown[] = []
        const found = await verifyChain(
          auditChainReader(tables, chain),
          async () => true,
          ({ id }) => ids.push(id),
        )
        return { ids, faults: found.faults }
      }
      const next = makeAudit()

      await stores.audit.append(next)

      const chains = Map.groupBy([...kept.toReversed(), next], ({ clientCode }) => clientCode ?? '')
      expect(await auditChains(tables)).toEqual([...chains.keys()].toSorted())
      for (const [chain, records] of chains) {
        expect(await verified(chain)).toEqual({ ids: records.map(({ id }) => id), faults: [] })
      }
    })

    it('goes on counting calls, also those of callers who were counted before', async () => {
      const { acme, stores, asAna, tokens } = await open()
      await acme.call('/rest/v1/profiles/thirdPartyId/anna?client=acme', { headers: bearer(tokens.ended) })

      const answer = await acme.call('/console/v1/callers', { headers: asAna })

      const before = form > '004' ? 8 : 0
      const [caller, ...others]: Caller[] = (await answer.json()).callers
      expect(others).toEqual([])
      expect(caller).toMatchObject({
        calls: before + 1,
        standing: before === 0 ? 'left-behind' : 'sends-both',
      })
      expect(caller?.uses.filter(({ refused }) => refused)).toMatchObject([
        { calls: 1, verdict: 'replaced-token' },
      ])
      expect(await stores.callers.list('acme')).toHaveLength(1)
    })

    it('tells of what it had to tell, by webhooks that it had', async () => {
      const { acme, asAna } = await open()
      const shown = async (path: string) => (await acme.call(path, { headers: asAna })).json()

      const { targets } = await shown('/console/v1/notices')
      const { deliveries } = await shown('/console/v1/notices/deliveries')

      const names = form > '010' ? ['Incident channel'] : []
      expect(targets.map(({ name }: { name: string }) => name)).toEqual(names)
      expect(deliveries).toMatchObject(names.map((name) => ({ target: { name }, state: 'waiting' })))
    })

    it('shows every audit record in the log, each with what it says', async () => {
      const { acme, asAna, stores } = await open()
      const kept = await stores.audit.list(1000)

      const { records }: AuditLog = await (await acme.call('/console/v1/audit', { headers: asAna })).json()

      const ofAcme = kept.filter(({ clientCode }) => clientCode !== 'beta')
      expect(records.map(({ id }) => id).toSorted()).toEqual(ofAcme.map(({ id }) => id).toSorted())
      expect(records.filter(({ action }) => action === 'unreadable')).toEqual([])
    })

    it('keeps every audit record, and takes more after them', async () => {
      const { audit, stores } = await open()

      const kept = await stores.audit.list(1000)
      const next = makeAudit()
      await stores.audit.append(next)

      const essence = ({ id, at, actorId, remoteAddress, action, subject, result }: AuditRecord) => ({
        id,
        at,
        actorId,
        remoteAddress,
        action,
        subject,
        result,
      })
      expect(kept.map(essence)).toEqual(audit.map(essence))
      expect(await stores.audit.list(2)).toMatchObject([{ id: next.id }, { id: audit[0]?.id }])
    })
  },
)

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
