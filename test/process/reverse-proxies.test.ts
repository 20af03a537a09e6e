import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { adminOf, isLetIn, sendBatch, setUpAna } from '../support/console-calls.ts'
import { installed } from '../support/installed-programs.ts'
import { placeOfProxy, type ProxyKind, sentBeforeRead, startProxy } from '../support/reverse-proxy.ts'
import { startService } from '../support/running-service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const PROXIES: ProxyKind[] = [
  {
    program: 'nginx',
    language: 'nginx',
    readsOn: true,
    settings: (block, { folder, port, pem, service }) => `
      daemon off; pid ${folder}/pid; error_log stderr;
      events {}
      http {
        access_log off;
        client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxied;
        fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
        ${block
          .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
          .replaceAll(/\/etc\/\S+(?=;)/g, pem)
          .replace('127.0.0.1:4700', service)}
      }`,
    args: (file, folder) => ['-c', file, '-p', folder, '-e', 'stderr'],
  },
  {
    program: 'haproxy',
    language: 'haproxy',
    readsOn: true,
    settings: (block, { port, pem, service }) =>
      block
        .replace(':443,[::]:443 v4v6', `127.0.0.1:${port}`)
        .replace(/\/etc\/\S+/, pem)
        .replace('10.0.0.7:4700', service),
    args: (file) => ['-db', '-f', file],
  },
  {
    program: 'caddy',
    language: 'caddyfile',
    readsOn: false,
    settings: (block, { folder, port, pem, service }) => `
{
  admin off
  auto_https disable_redirects
  storage file_system ${folder}
}
${block
  .replace('profiles.example.com {', `https://localhost:${port} {\n  bind 127.0.0.1\n  tls ${pem} ${pem}`)
  .replace('127.0.0.1:4700', service)}`,
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
  },
]

const ROWS = Array.from({ length: 90_000 }, (_, row) => `customer-${row},${'x'.repeat(85)}`)
const UPLOAD = Buffer.from(['batch=thirdPartyId,city', ...ROWS].join('\n'))
/** In its third line. */
const WITH_A_FAULT = Buffer.from(['batch=thirdPartyId,city', ROWS[0], 'customer,100%', ...ROWS].join('\n'))

describe.each(PROXIES)('behind $program, where the machine has it, set as documented', (kind) => {
  const path = installed(kind.program) ?? ''

  it.runIf(path)('people sign in, jobs send batches, and who is refused is told why', async () => {
    const { url, certificate, ...place } = await placeOfProxy()
    const trusted = getCACertificates('default')
    setDefaultCACertificates([...trusted, certificate])
    onTestFinished(() => setDefaultCACertificates(trusted))
    const PORT = place.service.split(':')[1] ?? ''
    const service = await startService({ DATA_DIR: temporaryFolder(), PORT, PUBLIC_URL: url })
    await startProxy(path, kind, place)
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200)

    const admin = adminOf(url, await setUpAna(url, service.setUpUrl))
    await admin.requireAuthentication(true)
    const token = await admin.generateToken()
    const page = await fetch(url)
    const taken = await sendBatch(url, UPLOAD.toString().split('\n'), token)
    const send = (shown: string, body: Buffer) =>
      sentBeforeRead(
        place.port,
        [
          'POST /m2/demo/v2/profile/batchUpdate HTTP/1.1',
          'Host: localhost',
          `Authorization: Bearer ${shown}`,
        ],
        body,
      )
    const refused: string[] = []
    for (let time = 0; time < 5; time += 1) {
      refused.push(await send('wrong', UPLOAD), await send(token, WITH_A_FAULT))
    }

    expect(page.headers.get('Strict-Transport-Security')).toContain('max-age')
    expect(taken.status).toBe(200)
    const told = ['HTTP/1.1 401 Unauthorized', 'HTTP/1.1 400 Bad Request']
    const lost = refused.filter((status, index) => status !== told[index % 2])
    expect(kind.readsOn ? lost : lost.filter((status) => status !== '')).toEqual([])
    expect(await isLetIn(url, token)).toBe(true)
    expect(await isLetIn(url, undefined)).toBe(false)
  })
})
