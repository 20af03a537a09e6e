import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { chained, hashOf } from '#service/audit/chain.ts'
import { makeAudit } from '../storage/records.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

it('hashes a record and the hash of the one before as a text that anyone can write', () => {
  const first = chained(makeAudit({ id: 'one', detail: {} }), undefined)
  const second = chained(
    makeAudit({
      id: 'two',
      clientCode: null,
      actorKind: 'anonymous',
      actorId: null,
      actorName: '',
      action: 'token.generated',
      subject: 'token "1"',
      detail: { scope: 'profile_api', replaces: null },
    }),
    first,
  )

  expect(first).toMatchObject({
    position: 1,
    hash: sha256(
      '[null,{"position":1,"id":"one","clientCode":"acme","at":1795262400000,"actorKind":"person",' +
        '"actorId":"user-ana","actorName":"Ana","remoteAddress":"203.0.113.7","requestId":"request-1",' +
        '"action":"session.started","subject":"user-ana","result":"done","detail":"{}"}]',
    ),
  })
  expect(second).toMatchObject({
    position: 2,
    hash: sha256(
      `["${first.hash}",{"position":2,"id":"two","at":1795262400000,"actorKind":"anonymous",` +
        '"actorName":"","remoteAddress":"203.0.113.7","requestId":"request-1","action":"token.generated",' +
        '"subject":"token \\"1\\"","result":"done",' +
        String.raw`"detail":"{\"scope\":\"profile_api\",\"replaces\":null}"}]`,
    ),
  })
})

it('gives every change of a field another hash, and what only looks alike too', () => {
  const record = chained(makeAudit({ id: 'one' }), undefined)
  const changes = [
    {},
    { position: 2 },
    { id: 'two' },
    { clientCode: 'beta' },
    { clientCode: null },
    { at: record.at + 1 },
    { at: String(record.at) },
    { actorKind: 'script' },
    { actorId: 'user-ben' },
    { actorId: null },
    { actorName: 'Anas' },
    { actorName: 'An', remoteAddress: 'a203.0.113.7' },
    { actorName: 'Ana","remoteAddress":"203.0.113.7' },
    { remoteAddress: '203.0.113.8' },
    { requestId: 'request-2' },
    { action: 'session.ended' },
    { subject: 'user-ben' },
    { result: 'refused' },
    { detail: '{ }' },
  ]

  const hashes = changes.map((change) => hashOf({ ...record, ...change }, null))

  expect(new Set([...hashes, hashOf(record, record.hash)]).size).toBe(changes.length + 1)
})
