import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import { contentOf } from '#service/http/content.ts'
import { makeService } from '../support/service.ts'

const BATCH = '/m2/acme/v2/profile/batchUpdate'
const UPDATE = '/m2/acme/profile/update'
const SETTINGS = '/acme/target/clients/settings'

const post = (body: BodyInit, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
})
const coded = (coding: string, body: Uint8Array) => post(new Uint8Array(body), { 'Content-Encoding': coding })

async function cityOf(service: ReturnType<typeof makeService>, id: string) {
  await service.applyBatches()
  const answer = await service.call(`/rest/v1/profiles/${id}?client=acme`)
  if (answer.status === 404) return null
  const { profileAttributes }: { profileAttributes: { city: { value: string } } } = await answer.json()
  return profileAttributes.city.value
}

/** A body that is made as it is read. */
function endless(next: (count: number) => Uint8Array) {
  const sent = { pieces: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      sent.pieces += 1
      stream.enqueue(next(sent.pieces))
    },
  })
  return { sent, init: { ...post(body, { 'Content-Encoding': 'gzip' }), duplex: 'half' } as RequestInit }
}

describe('a body that is coded', () => {
  it.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('by %s is taken: a batch, an update, settings', async (coding, encode) => {
    const service = makeService()
    const asSysadmin = await service.as('sysadmin')

    const batch = await service.call(BATCH, coded(coding, encode('batch=pcId,city\n1,Malmö\n2,Oslo\n')))
    await service.applyBatches()
    const update = await service.call(UPDATE, coded(coding, encode('mboxPC=2&profile.city=Malm%C3%B6')))
    const settings = await asSysadmin(SETTINGS, {
      method: 'PATCH',
      body: new Uint8Array(encode('{"locale":"sv"}')),
      headers: { 'Content-Type': 'application/vnd.adobe.target.v1+json', 'Content-Encoding': coding },
    })

    expect([batch.status, update.status, settings.status]).toEqual([200, 200, 200])
    expect([await cityOf(service, '1'), await cityOf(service, '2')]).toEqual(['Malmö', 'Malmö'])
  })

  it.each(['deflate', 'zstd', 'gzip, gzip', 'compress'])(
    'by %s is refused, with what is taken',
    async (coding) => {
      const service = makeService()
      const asSysadmin = await service.as('sysadmin')

      const answers = [
        await service.call(BATCH, coded(coding, Buffer.from('batch=pcId,city\n1,Oslo\n'))),
        await service.call(UPDATE, coded(coding, Buffer.from('mboxPC=1&profile.city=Oslo'))),
        await asSysadmin(SETTINGS, {
          method: 'PATCH',
          body: '{}',
          headers: { 'Content-Type': 'application/json', 'Content-Encoding': coding },
        }),
      ]

      expect(answers.map(({ status }) => status)).toEqual([415, 415, 415])
      expect(answers.map(({ headers }) => headers.get('Accept-Encoding'))).toEqual(Array(3).fill('gzip, br'))
      expect(await cityOf(service, '1')).toBeNull()
    },
  )

  const whole = gzipSync('batch=pcId,city\n1,Oslo\n')
  it.each([
    ['that is not', Buffer.from('batch=pcId,city\n1,Oslo\n')],
    ['that is cut', whole.subarray(0, -4)],
    ['with something behind it', Buffer.concat([whole, Buffer.from('2,Rome\n')])],
    ['with another one behind it', Buffer.concat([whole, gzipSync('2,Rome\n')])],
    ['of which nothing came', Buffer.alloc(0)],
  ])('by gzip %s is refused whole', async (_, body) => {
    const service = makeService()

    const answer = await service.call(BATCH, coded('gzip', body))

    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('is not gzip, or not whole')
    expect(await cityOf(service, '1')).toBeNull()
  })

  it('is bounded by what comes out, and not decoded further', async () => {
    const blankLines = Buffer.alloc(4 * BATCH_LIMIT_BYTES, `${' '.repeat(65_535)}\n`)
    const bomb = gzipSync(Buffer.concat([Buffer.from('batch=pcId,a\n1,b\n'), blankLines]), { level: 1 })
    const pieces = Array.from({ length: Math.ceil(bomb.length / 4096) }, (_, at) =>
      bomb.subarray(at * 4096, (at + 1) * 4096),
    )
    const { sent, init } = endless((count) => new Uint8Array(pieces[count - 1] ?? []))

    const answers = [
      await makeService().call(BATCH, init),
      await makeService().call(UPDATE, coded('gzip', gzipSync(`mboxPC=1&profile.a=${'x'.repeat(2 ** 20)}`))),
    ]

    expect(answers.map(({ status }) => status)).toEqual([413, 413])
    expect(sent.pieces).toBeLessThan(pieces.length / 2)
  })

  it('is no longer waited for, nor for its end, once the service stops', async () => {
    const stopping = new AbortController()
    const gone = Promise.withResolvers<void>()
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(gzipSync('batch=pcId,city\n').subarray(0, 12)),
      cancel: () => gone.resolve(),
    })
    const request = new Request('http://localhost/', {
      ...post(body, { 'Content-Encoding': 'gzip' }),
      duplex: 'half',
    } as RequestInit)
    const read = async () => {
      for await (const _ of contentOf(request, 1000, stopping.signal));
    }

    const reading = read()
    stopping.abort()

    await expect(reading).rejects.toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '5' } })
    await gone.promise
  })

  it('is bounded where nothing comes out of it', async () => {
    const beginning = gzipSync('').subarray(0, 10)
    const nothing = Buffer.alloc(5 * 20_000, Buffer.from([0, 0, 0, 0xff, 0xff]))
    const { init } = endless((count) => new Uint8Array(count === 1 ? beginning : nothing))

    const answer = await makeService().call(BATCH, init)

    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain(`longer than ${BATCH_LIMIT_BYTES} bytes`)
  })
})

describe('a batch in another charset', () => {
  const utf16 = Buffer.from('\uFEFFbatch=pcId,city\r\n1,Malmö\r\n', 'utf16le')
  it.each([
    ['ISO-8859-1', Buffer.from('batch=pcId,city\n1,Malmö\n', 'latin1')],
    ['utf-16', utf16],
    ['"UTF-8"', Buffer.from('batch=pcId,city\n1,Malmö\n')],
  ])('is decoded where it says so: %s', async (charset, body) => {
    const service = makeService()

    const answer = await service.call(BATCH, post(body, { 'Content-Type': `text/csv; charset=${charset}` }))

    expect(answer.status).toBe(200)
    expect(await cityOf(service, '1')).toBe('Malmö')
  })

  it.each([
    ['klingon', Buffer.from('batch=pcId,city\n1,Oslo\n'), 415, 'charset of the Content-Type is not known'],
    ['utf-16', utf16.subarray(0, -1), 400, 'is not UTF-16LE'],
    ['shift_jis', Buffer.from([0x82]), 400, 'is not SHIFT_JIS'],
  ])('is refused where it is none: %s', async (charset, body, status, words) => {
    const answer = await makeService().call(
      BATCH,
      post(new Uint8Array(body), { 'Content-Type': `text/csv; charset=${charset}` }),
    )

    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  })
})
