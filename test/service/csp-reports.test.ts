import { describe, expect, it } from 'vitest'
import { makeService } from '../support/service.ts'

const REPORTS = '/console/v1/csp-reports'
const BROKEN = 'A page broke its content security policy.'

function makeReporting() {
  const warned: { sentence: string; facts: object }[] = []
  const service = makeService({ warn: (sentence, facts = {}) => void warned.push({ sentence, facts }) })
  const report = (type: string, body: string, headers: Record<string, string> = {}) =>
    service.call(REPORTS, { method: 'POST', body, headers: { 'Content-Type': type, ...headers } })
  return { ...service, warned, report }
}

/** As the Reporting API sends them. */
const reports = (...bodies: object[]) =>
  JSON.stringify(
    bodies.map((body) => ({ type: 'csp-violation', age: 1, url: 'https://console.test/', body })),
  )

const VIOLATION = {
  effectiveDirective: 'img-src',
  blockedURL: 'https://elsewhere.example/pixel.png?of=ana',
  sourceFile: 'https://console.test/assets/console-Bx3f.js?secret#code=tsu_secret',
  lineNumber: 3,
}
const FACTS = {
  directive: 'img-src',
  blocked: 'https://elsewhere.example',
  source: 'https://console.test/assets/console-Bx3f.js',
  line: 3,
}

describe('a report of a browser', () => {
  it.each([
    ['by report-to', 'application/reports+json', reports(VIOLATION)],
    [
      'by report-uri',
      'application/csp-report',
      JSON.stringify({
        'csp-report': {
          'effective-directive': 'img-src',
          'blocked-uri': VIOLATION.blockedURL,
          'source-file': VIOLATION.sourceFile,
          'line-number': 3,
        },
      }),
    ],
    [
      'by report-uri, of old',
      'application/csp-report; charset=utf-8',
      JSON.stringify({
        'csp-report': {
          'violated-directive': "img-src 'self'",
          'blocked-uri': VIOLATION.blockedURL,
          'source-file': VIOLATION.sourceFile,
          'line-number': 3,
        },
      }),
    ],
  ])('is logged as what was blocked where, without queries: %s', async (_how, type, body) => {
    const { report, warned } = makeReporting()

    const answer = await report(type, body, { 'Sec-Fetch-Site': 'same-origin' })

    expect(answer.status).toBe(204)
    const requestId = answer.headers.get('X-Request-Id')
    expect(warned).toEqual([{ sentence: BROKEN, facts: { requestId, ...FACTS } }])
  })

  it.each([
    [{ blockedURL: 'inline' }, { blocked: 'inline' }],
    [{ blockedURL: 'data' }, { blocked: 'data' }],
    [{ blockedURL: 'data:text/html,secret' }, { blocked: 'data:' }],
    [{ blockedURL: 'chrome-extension://abcdef/secret.js' }, { blocked: 'chrome-extension:' }],
    [{ blockedURL: 'a\nsecond line' }, { blocked: 'unknown' }],
    [{ effectiveDirective: 'script-src-elem' }, { directive: 'script-src-elem' }],
    [{ effectiveDirective: 'x\n{"level":50}' }, { directive: 'unknown' }],
    [{ sourceFile: 'not an address' }, { source: 'unknown' }],
    [
      { sourceFile: `https://console.test/${'a'.repeat(500)}` },
      { source: `https://console.test/${'a'.repeat(179)}` },
    ],
    [{ sourceFile: 'https://console.test/a\r\nb' }, { source: 'https://console.test/ab' }],
    [{ lineNumber: 1.5 }, { line: 0 }],
    [{ lineNumber: 'one' }, { line: 0 }],
  ])('says nothing in the sender’s own words: %j', async (given, said) => {
    const { report, warned } = makeReporting()

    await report('application/reports+json', reports({ ...VIOLATION, ...given }))

    expect(warned).toMatchObject([{ facts: { ...FACTS, ...said } }])
  })

  it('of something else is passed over', async () => {
    const { report, warned } = makeReporting()

    const answer = await report('application/reports+json', '[{"type":"deprecation","body":{"id":"x"}},{}]')

    expect(answer.status).toBe(204)
    expect(warned).toEqual([])
  })
})

describe('reports that anyone may send', () => {
  it('are logged twenty times a minute, and once that there were more', async () => {
    const { report, warned, advance } = makeReporting()
    const many = reports(...Array.from({ length: 15 }, () => VIOLATION))

    for (let time = 0; time < 4; time += 1) await report('application/reports+json', many)
    const inFirstMinute = warned.length
    advance(60)
    await report('application/reports+json', reports(VIOLATION))

    expect(inFirstMinute).toBe(21)
    expect(warned[20]?.sentence).toMatch(/^More pages broke/)
    expect(warned).toHaveLength(22)
  })

  it.each([
    ['no JSON', 'application/reports+json', 'img-src', 400],
    ['no list', 'application/reports+json', '{}', 400],
    ['no report', 'application/csp-report', '{}', 400],
    ['nothing', 'application/csp-report', '', 400],
    ['more than 64 KB', 'application/reports+json', `["${'x'.repeat(65_536)}"]`, 413],
    ['another media type, which any page can send', 'text/plain', reports(VIOLATION), 415],
  ])('are refused with %s', async (_what, type, body, status) => {
    const { report, warned } = makeReporting()

    expect((await report(type, body)).status).toBe(status)
    expect(warned).toEqual([])
  })

  it('are refused from a page of another site', async () => {
    const { report, warned } = makeReporting()

    const answer = await report('application/reports+json', reports(VIOLATION), {
      'Sec-Fetch-Site': 'cross-site',
    })

    expect(answer.status).toBe(403)
    expect(warned).toEqual([])
  })
})
