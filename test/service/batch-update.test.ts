import { describe, expect, it } from 'vitest'
import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import { WAITING_LIMIT } from '#service/batches/store.ts'
import { makeBatch } from '../storage/records.ts'
import { makeService, START } from '../support/service.ts'

const V2 = '/m2/acme/v2/profile/batchUpdate'
const encoder = new TextEncoder()

/** So many bytes of rows. */
const lines = (byteCount: number) => {
  const bytes = new Uint8Array(byteCount).fill(0x61)
  for (let at = 0; at < byteCount; at += 128) bytes[at] = 0x0a
  return bytes
}

function makeDoor() {
  const service = makeService()
  const send = (body: BodyInit, headers: Record<string, string> = {}) => {
    const contentType = { 'Content-Type': 'application/x-www-form-urlencoded' }
    return service.call(V2, {
      method: 'POST',
      body,
      headers: { ...contentType, ...headers },
      duplex: 'half',
    } as RequestInit)
  }
  const attributesOf = async (path: string) => {
    const response = await service.call(`/rest/v1/profiles/${path}?client=acme`)
    if (response.status === 404) return null
    const profile: { profileAttributes: Record<string, { value: string }> } = await response.json()
    return Object.fromEntries(
      Object.entries(profile.profileAttributes).map(([name, { value }]) => [name, value]),
    )
  }
  const statusOf = async (accepted: Response, details = true) => {
    const url = /<batchStatus>(.*)<\/batchStatus>/.exec(await accepted.text())?.[1] ?? ''
    const path = url.slice(url.indexOf('/m2/'))
    return (await service.call(details ? `${path}&showDetails=true` : path)).text()
  }
  return { service, send, attributesOf, statusOf }
}

describe('a batch', () => {
  it('is answered to the byte as documented, then applied and read back', async () => {
    const { service, send, attributesOf, statusOf } = makeDoor()

    const accepted = await send(
      'batch=pcId,param1,param2,param3,param4\n123,value1\n124,value1,,,value4\n125,,value2\n126,value1,value2,value3,value4\n',
    )

    expect(accepted.status).toBe(200)
    expect(await accepted.clone().text()).toMatch(
      /^<response><success>true<\/success><batchStatus>http:\/\/console\.test\/m2\/acme\/profile\/batchStatus\?batchId=acme-1795262400000-\d{1,8}<\/batchStatus><message>Batch submitted for processing<\/message><\/response>$/,
    )
    expect(await statusOf(accepted.clone(), false)).toMatch(
      /^<response><batchId>acme-1795262400000-\d+<\/batchId><status>incomplete<\/status><batchSize>4<\/batchSize><\/response>$/,
    )
    await service.applyBatches()
    expect(await statusOf(accepted)).toMatch(
      /<status>complete<\/status><batchSize>4<\/batchSize><consumedCount>4<\/consumedCount><successfulUpdates>4<\/successfulUpdates><profilesNotFound>0<\/profilesNotFound><failedUpdates>0<\/failedUpdates><\/response>$/,
    )
    expect(await attributesOf('124')).toEqual({ param1: 'value1', param4: 'value4' })
    expect(await attributesOf('126')).toEqual({
      param1: 'value1',
      param2: 'value2',
      param3: 'value3',
      param4: 'value4',
    })
  })

  it('is keyed by thirdPartyId as well, apart from pcId', async () => {
    const { service, send, attributesOf } = makeDoor()

    await send('batch=thirdPartyId,city\na1,Oslo\n')
    await service.applyBatches()

    expect(await attributesOf('thirdPartyId/a1')).toEqual({ city: 'Oslo' })
    expect(await attributesOf('a1')).toBeNull()
  })

  it.each([
    ['blanks after commas', 'batch=pcId, city, team\n1, Oslo, Vik\n'],
    ['CRLF', 'batch=pcId,city,team\r\n1,Oslo,Vik\r\n'],
    ['no final newline', 'batch=pcId,city,team\n1,Oslo,Vik'],
    ['a byte order mark', '\uFEFFbatch=pcId,city,team\n1,Oslo,Vik\n'],
    ['blank lines', 'batch=pcId,city,team\n\n1,Oslo,Vik\n\n'],
    ['lines of commas', 'batch=pcId,city,team\n,,\n1,Oslo,Vik\n,,,,\n'],
    ['the same id twice, the last one wins', 'batch=pcId,city,team\n1,Rome,Vik\n1,Oslo,\n'],
  ])('may have %s', async (_, body) => {
    const { service, send, attributesOf } = makeDoor()

    expect((await send(body)).status).toBe(200)
    await service.applyBatches()

    expect(await attributesOf('1')).toEqual({ city: 'Oslo', team: 'Vik' })
  })

  it('is decoded cell by cell, once', async () => {
    const { service, send, attributesOf } = makeDoor()

    await send('batch=pcId,n%2Cm,plain\n1,a%2Cb%26c%2Bd%2525,x+y&z=1 å\n')
    await service.applyBatches()

    expect(await attributesOf('1')).toEqual({ 'n,m': 'a,b&c+d%25', plain: 'x+y&z=1 å' })
  })

  it('overwrites the same names, keeps other attributes and never clears by an empty value', async () => {
    const { service, send, attributesOf } = makeDoor()
    await send('batch=pcId,city,team\n1,Oslo,Vik\n')

    await send('batch=pcId,city,age\n1,,30\n')
    await send('batch=pcId,age\n1,31\n')
    await service.applyBatches()

    expect(await attributesOf('1')).toEqual({ city: 'Oslo', team: 'Vik', age: '31' })
  })

  it('may come in pieces that break anywhere', async () => {
    const { service, send, attributesOf, statusOf } = makeDoor()
    const rows = Array.from({ length: 60_000 }, (_, index) => `id${index},v${index},å${index}\n`).join('')
    const bytes = encoder.encode(`batch=pcId,one,two\n${rows}`)
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 65_521) controller.enqueue(bytes.slice(at, at + 65_521))
        controller.close()
      },
    })

    const accepted = await send(pieces)
    await service.applyBatches()

    expect(await statusOf(accepted)).toContain(
      '<batchSize>60000</batchSize><consumedCount>60000</consumedCount>',
    )
    expect(await attributesOf('id0')).toEqual({ one: 'v0', two: 'å0' })
    expect(await attributesOf('id59999')).toEqual({ one: 'v59999', two: 'å59999' })
  })

  it.each([
    ['an empty body', '', 'Batch is empty'],
    ['no batch=', 'pcId,city\n1,Oslo\n', 'must begin with "batch=pcId,"'],
    [
      'another first column',
      'batch=mbox3rdPartyId,city\n1,Oslo\n',
      'Line 1: the first column must be pcId or thirdPartyId, not "mbox3rdPartyId"',
    ],
    ['a column without a name', 'batch=pcId,city,\n1,Oslo\n', 'Line 1: column 3 has no name'],
    ['a column named twice', 'batch=pcId,city,city\n1,a,b\n', 'Line 1: the column "city" stands twice'],
    ['no line breaks left', 'batch=pcId,city1,Oslo2,Rome', 'Did you use --data instead of --data-binary?'],
    [
      'the sample of the documentation without its line breaks',
      'batch=pcId,city,team123,Oslo,Vik124,Rome,',
      'Did you use --data instead of --data-binary?',
    ],
    [
      'no line breaks left of a large file',
      `batch=pcId,city${'1,Oslo'.repeat(100_000)}`,
      'Did you use --data instead of --data-binary?',
    ],
    ['the form of a form', 'batch=pcId%2Ccity%0A1%2COslo', 'The body is form-encoded'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'The body is a ZIP archive'],
    ['gzip that nothing tells of', new Uint8Array([0x1f, 0x8b, 8, 0]), 'send "Content-Encoding: gzip"'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x62, 0, 0x61, 0]), 'Save the file as UTF-8'],
    [
      'two files in one',
      'batch=pcId,city\n1,Oslo\nbatch=pcId,city\n2,Rome\n',
      'Line 3 holds a second header',
    ],
    ['no attribute', 'batch=pcId\n1\n2\n', 'Line 1 names no attribute'],
    ['carriage returns alone', 'batch=pcId,city\r1,Oslo\r', 'Line 1 holds a carriage return'],
    [
      'quoted cells',
      'batch=pcId,city\n1,Oslo\n"2","Rome"\n',
      'Line 3 has a cell that begins with a quotation',
    ],
    [
      'the prefix of a parameter in the name of a column',
      'batch=pcId,profile.city\n1,Oslo\n',
      'Line 1: the column "profile.city" begins with "profile."',
    ],
    ['a header and no row', 'batch=pcId,city\n\n', 'Batch is empty'],
    [
      'more cells than columns',
      'batch=pcId,city\n1,Oslo\n2,Oslo,Norway\n',
      'Line 3 has 3 cells, the header names 2',
    ],
    ['a bare percent sign', 'batch=pcId,sale\n1,a\n2,50% off\n', 'Line 3 has a % that is not followed'],
    [
      'what is not UTF-8',
      new Uint8Array([...encoder.encode('batch=pcId,city\n1,'), 0xff, 0x0a]),
      'Line 2 is not UTF-8',
    ],
    ['percent-encoded Latin-1', 'batch=pcId,city\n1,Malm%F6\n', 'Line 2 has a %'],
    ['an empty id', 'batch=pcId,city\n,Oslo\n', 'Line 2: the id is empty'],
    ['an id with a slash', 'batch=pcId,city\na%2Fb,Oslo\n', 'Line 2: the id contains + or /'],
    [
      'an id that is too long',
      `batch=pcId,city\n${'x'.repeat(257)},Oslo\n`,
      'Line 2: the id is longer than 256 characters',
    ],
    [
      'a line that is too long in bytes, though not in characters',
      `batch=pcId,city\n1,${'å'.repeat(131_072)}\n`,
      'Line 2 is longer than 262144 bytes',
    ],
  ])('is refused whole with %s', async (_, body, words) => {
    const { service, send, attributesOf } = makeDoor()

    const response = await send(body)

    expect(response.status).toBe(400)
    const text = await response.text()
    expect(text).toMatch(/^<response><success>false<\/success><batchStatus><\/batchStatus><message>/)
    expect(text.replaceAll('&gt;', '>')).toContain(words)
    await service.applyBatches()
    expect(await attributesOf('1')).toBeNull()
  })

  it.each(['application/json', 'multipart/form-data; boundary=x'])(
    'is refused as %s, with the right curl line',
    async (type) => {
      const { send } = makeDoor()

      const response = await send('{"batch":"pcId"}', { 'Content-Type': type })

      expect(response.status).toBe(415)
      expect(await response.text()).toContain('curl -X POST --data-binary @BATCH.TXT')
    },
  )

  it('is refused at exactly 50 MB', async () => {
    const { service, send, attributesOf } = makeDoor()
    const head = encoder.encode('batch=pcId,city\n1,Oslo\n')
    let left = BATCH_LIMIT_BYTES - head.length
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(head),
      pull(controller) {
        const piece = lines(Math.min(left, 65_536))
        left -= piece.length
        controller.enqueue(piece)
        if (left === 0) controller.close()
      },
    })

    const response = await send(body)

    expect(response.status).toBe(413)
    expect(await response.text()).toContain('must be smaller than 50 MB')
    await service.applyBatches()
    expect(await attributesOf('1')).toBeNull()
  })

  it('is refused with more than 500,000 rows, naming the line', async () => {
    const { send } = makeDoor()

    const response = await send(`batch=pcId,a\n${'1,x\n'.repeat(500_001)}`)

    expect(response.status).toBe(413)
    expect(await response.text()).toContain('Line 500002: a batch may have at most 500000 rows')
  })

  it('takes no longer for a header with far more columns than its rows have', async () => {
    const { service, send, statusOf } = makeDoor()
    const names = Array.from({ length: 30_000 }, (_, column) => `n${column}`)

    const accepted = await send(`batch=pcId,${names.join()}\n${'1,x\n'.repeat(60_000)}`)
    await service.applyBatches()

    expect(await statusOf(accepted)).toContain('<successfulUpdates>60000</successfulUpdates>')
  })

  it('is refused unread while too much waits, and says when to come back', async () => {
    const { service, send } = makeDoor()
    await service.ports.batches.open(makeBatch(), WAITING_LIMIT.bytes - 100)

    const withinRoom = await send('batch=pcId,a\n1,2\n', { 'Content-Length': '17' })
    const beyond = await send('batch=pcId,a\n1,2\n', { 'Content-Length': '101' })
    const ofNoLength = await send('batch=pcId,a\n1,2\n')

    expect([withinRoom.status, beyond.status, ofNoLength.status]).toEqual([200, 503, 503])
    expect(beyond.headers.get('Retry-After')).toBe('30')
    expect(await beyond.text()).toContain('1 GB or 10,000,000 rows wait to be applied')
  })

  it('counts for nothing when the upload breaks off', async () => {
    const { service, send, attributesOf } = makeDoor()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('batch=pcId,city\n1,Oslo\n')),
      pull: (controller) => controller.error(new Error('connection reset')),
    })

    const response = await send(body)

    expect(response.status).toBe(400)
    await service.applyBatches()
    expect(await attributesOf('1')).toBeNull()
  })
})

describe('a batch’s status', () => {
  it.each([
    ['an unknown batch', '/m2/acme/profile/batchStatus?batchId=acme-1-1', 404],
    ['no batch', '/m2/acme/profile/batchStatus', 400],
    ['an empty id', '/m2/acme/profile/batchStatus?batchId=', 400],
  ])('answers %s in the family’s shape', async (_, path, status) => {
    const { service } = makeDoor()

    const response = await service.call(path)

    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(/^<response><success>false<\/success><batchStatus><\/batchStatus>/)
  })
})

describe('a profile', () => {
  it('is read as documented', async () => {
    const { service, send } = makeDoor()
    await send('batch=thirdPartyId,country\na1-mbox3rdPartyId,france\n')
    await service.applyBatches()

    const response = await service.call('/rest/v1/profiles/thirdPartyId/a1-mbox3rdPartyId?client=acme')

    const modifiedAt = new Date(START).toISOString().replace('Z', '+00:00')
    expect(await response.json()).toEqual({
      client: 'acme',
      visitorId: 'a1-mbox3rdPartyId',
      modifiedAt,
      profileAttributes: { country: { value: 'france', modifiedAt } },
    })
  })

  it.each([
    [
      '/rest/v1/profiles/111492025094307-353046?client=acme',
      '{"status" : 404, "message" : "No profile found for client acme with mboxPC=111492025094307-353046"}',
    ],
    [
      '/rest/v1/profiles/thirdPartyId/a1?client=acme',
      '{"status" : 404, "message" : "No profile found for client acme with third party id=a1"}',
    ],
  ])('that does not exist answers as documented: %s', async (path, body) => {
    const { service } = makeDoor()

    const response = await service.call(path)

    expect(response.status).toBe(404)
    expect(await response.text()).toBe(body)
  })

  it.each([
    ['/rest/v1/profiles/1', 400],
    ['/rest/v1/profiles/1?client=nobody', 404],
    ['/rest/v2/profiles/1?client=acme', 404],
  ])('answers %s with {status, message}', async (path, status) => {
    const { service } = makeDoor()

    const response = await service.call(path)

    expect(await response.json()).toEqual({ status, message: expect.any(String) })
  })
})
