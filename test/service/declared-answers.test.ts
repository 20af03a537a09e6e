import { describe, expect, it } from 'vitest'
import { batchStatus } from '#contract/batches.ts'
import { getSession } from '#contract/sign-in.ts'
import { ServiceError } from '#service/errors.ts'
import { undeclaredIn } from '../support/declared-answers.ts'
import { makeService } from '../support/service.ts'

const SETTINGS = '/acme/target/clients/settings'

describe('the check of answers', () => {
  it.fails('fails a test in which the service answers a status that is not declared', async () => {
    const service = makeService()
    const call = await service.as('observer')
    service.ports.settings.find = () => Promise.reject(new ServiceError('conflict', 'Planted.'))

    const answer = await call(SETTINGS)

    expect(answer.status).toBe(409)
  })

  it('lets a declared one pass', async () => {
    const call = await makeService().as('observer')

    const answer = await call(SETTINGS)

    expect(answer.status).toBe(200)
  })

  const session = {
    user: { id: 'a', name: 'Ana', email: 'ana@example.com', sysadmin: false, roles: [] },
    permitted: [],
    workspaces: [],
    clientCode: 'acme',
    isCookieSecure: false,
    expiresAt: '2026-11-21T12:00:00.000Z',
  }
  const json = { 'Content-Type': 'application/json', 'X-Request-Id': 'r' }
  const problem = { type: '', title: '', status: 401, detail: '', code: 'forbidden', requestId: 'r' }
  const answered = { method: 'GET', pathname: '', status: 200, text: JSON.stringify(session) }

  it.each([
    ['what is declared', getSession, json, {}, undefined],
    ['another status', getSession, json, { status: 201 }, 'answered 201 which it does not declare'],
    ['another media type', getSession, { ...json, 'Content-Type': 'text/html' }, {}, 'as text/html'],
    ['no request id', getSession, { 'Content-Type': 'application/json' }, {}, 'without X-Request-Id'],
    ['a body of another shape', getSession, json, { text: '{}' }, 'a body that is not declared'],
    [
      'more than is declared',
      getSession,
      json,
      { text: JSON.stringify({ ...session, passwordHash: 'x' }) },
      'more than is declared',
    ],
    [
      'a code that goes with another status',
      getSession,
      { ...json, 'Content-Type': 'application/problem+json' },
      { status: 401, text: JSON.stringify(problem) },
      'with the code forbidden',
    ],
    [
      'XML without an element',
      batchStatus,
      { ...json, 'Content-Type': 'text/xml' },
      { text: '<response><batchId>acme-1-1</batchId></response>' },
      'a body that is not declared',
    ],
  ])('sees %s', (_, operation, headers, given, found) => {
    const problemFound = undeclaredIn(operation, { ...answered, headers: new Headers(headers), ...given })

    if (found === undefined) expect(problemFound).toBeUndefined()
    else expect(problemFound).toContain(found)
  })
})
