import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addresses } from '#console/pages.ts'
import { fieldsOfCalls } from '#server/security-fields.ts'
import { site } from '#server/site.ts'
import { createApp } from '#service/app.ts'
import { makeService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ICONS = {
  'favicon.svg': 'image/svg+xml; charset=utf-8',
  'favicon.ico': 'image/x-icon',
  'apple-touch-icon.png': 'image/png',
}
const PAGE = '<!doctype html><title>Profile API Console</title>'

function openSite({ hsts = false, page = PAGE }: { hsts?: string | false; page?: string } = {}) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), page)
  for (const icon of Object.keys(ICONS)) writeFileSync(join(folder, icon), icon)
  writeFileSync(join(folder, 'assets/index-Bx3f.js'), 'plain')
  writeFileSync(join(folder, 'assets/index-Bx3f.js.br'), 'brotli')
  const app = fieldsOfCalls(hsts).then((fields) => site(createApp(makeService().ports, fields), folder, hsts))
  return async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    (await app).request(path, { method, headers })
}

const NAVIGATION = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

it.each(addresses)('lets %s be read, and nothing else', async (address) => {
  const answer = await openSite()(address.replace(':client', 'acme'), NAVIGATION, 'POST')

  expect(answer.status).toBe(405)
  expect(answer.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
})

const CODE = `tsu_${'8Ka'.repeat(16)}Z`

it.each(addresses)('answers %s with the console, asked for again each time', async (address) => {
  const answer = await openSite()(address.replace(':client', 'acme'), NAVIGATION)

  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe(PAGE)
  expect(answer.headers.get('Cache-Control')).toBe('no-cache')
})

it.each(addresses.filter((address) => address !== '/'))(
  'leads from %s with a slash behind it to the page',
  async (address) => {
    const answer = await openSite()(`${address.replace(':client', 'acme')}/?client=acme`, NAVIGATION)

    expect(answer.status).toBe(308)
    expect(answer.headers.get('Location')).toBe(`${address.replace(':client', 'acme')}?client=acme`)
  },
)

it('lets hashed assets be kept for ever, and sends them as small as the caller takes them', async () => {
  const get = openSite()

  const plain = await get('/assets/index-Bx3f.js')
  const small = await get('/assets/index-Bx3f.js', { 'Accept-Encoding': 'gzip, br' })

  expect(await plain.text()).toBe('plain')
  expect(plain.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(await small.text()).toBe('brotli')
  expect(small.headers.get('Content-Encoding')).toBe('br')
  expect(small.headers.get('Content-Type')).toMatch('javascript')
})

it.each(Object.entries(ICONS))('lets %s be kept for a day, as %s', async (icon, mediaType) => {
  const answer = await openSite()(`/${icon}`)

  expect(await answer.text()).toBe(icon)
  expect(answer.headers.get('Content-Type')).toBe(mediaType)
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400')
})

it.each([
  [`/set-up%23code=${CODE}`, `/set-up#code=${CODE}`],
  [`/set-up%23code=${CODE}.`, `/set-up#code=${CODE}`],
  [`/set-up%23code=tsu_//elsewhere.example`, '/set-up'],
])('leads from %s to the page with the code in the fragment, and nowhere else', async (path, place) => {
  const answer = await openSite()(path, NAVIGATION)

  expect(answer.status).toBe(302)
  expect(answer.headers.get('Location')).toBe(place)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

it('shows a person at an unknown address the console, with 404', async () => {
  const answer = await openSite()('/administration/nowhere', NAVIGATION)

  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe(PAGE)
})

it.each([
  ['/.well-known/security.txt', NAVIGATION, 'GET'],
  ['/assets/gone.js', NAVIGATION, 'GET'],
  ['/robots.txt', {}, 'GET'],
  ['/administration/nowhere', {}, 'GET'],
  ['//elsewhere.example/', {}, 'GET'],
  ['/administration/nowhere', NAVIGATION, 'POST'],
])('answers %s with a plain 404 where no page is meant', async (path, headers, method) => {
  const answer = await openSite()(path, headers, method)

  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('There is nothing at this address.')
})

it.each(['/', '/favicon.svg', '/docs', '/nowhere'])(
  'guards %s with the strict header of a page',
  async (path) => {
    const { headers } = await openSite()(path)

    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; /)
    expect(headers.get('Content-Security-Policy')).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('Content-Security-Policy')).toContain("require-trusted-types-for 'script'")
    expect(headers.get('Content-Security-Policy')).toContain("trusted-types 'none'")
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers.get('Permissions-Policy')).toContain('camera=()')
  },
)

it.each([
  ['GET', '/console/v1/session'],
  ['GET', '/m2/acme/profile/nothing'],
  ['GET', '/rest/v1/profiles/1?client=acme'],
  ['GET', '/acme/target/clients/settings'],
  ['GET', '/openapi.json'],
  ['POST', '/openapi.json'],
  ['GET', '/healthz'],
  ['POST', '/readyz'],
])('keeps browsers from doing anything with what %s %s answers', async (method, path) => {
  const { headers } = await openSite()(path, {}, method)

  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  expect(headers.get('Permissions-Policy')).toBeNull()
})

it.each(['/', '/healthz', '/console/v1/session'])(
  'binds browsers of %s to https as it is told to',
  async (path) => {
    const overHttp = await openSite()(path)
    const overHttps = await openSite({ hsts: 'max-age=31536000' })(path)

    expect(overHttp.headers.get('Strict-Transport-Security')).toBeNull()
    expect(overHttps.headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
  },
)

it('lets the import map and the script of its page stand, and no other script in a page', async () => {
  const page = `<!doctype html><script type="importmap">{"integrity":{}}</script><script src="/a.js"></script><script>first()</script>`

  const { headers } = await openSite({ page })('/')

  expect(headers.get('Content-Security-Policy')).toContain(
    "script-src 'self' 'sha256-v1IUEqDyKCfHdg2mkshdZlh1JwxKZIMqsI0JxkeP1Qo=' 'sha256-fDYmfWjvur9AxjhDbjHe6RvExc05MbXhhrbgz2vvy/A=';",
  )
})

it('says where to report what the policy kept from happening, over http in the older way alone', async () => {
  const overHttp = (await openSite()('/')).headers
  const overHttps = (await openSite({ hsts: 'max-age=31536000' })('/')).headers

  expect(overHttp.get('Content-Security-Policy')).toMatch(/; report-uri \/console\/v1\/csp-reports$/)
  expect(overHttp.get('Content-Security-Policy')).not.toContain('report-to')
  expect(overHttps.get('Content-Security-Policy')).toMatch(
    /; report-to csp; report-uri \/console\/v1\/csp-reports$/,
  )
  expect(overHttps.get('Reporting-Endpoints')).toBe('csp="/console/v1/csp-reports"')
})
