import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Handler, Hono, type HonoRequest } from 'hono'
import { createMiddleware } from 'hono/factory'
import { SET_UP_CODE, SET_UP_PATH } from '#contract/set-up.ts'
import { addresses } from '#console/pages.ts'
import type { createApp } from '#service/app.ts'
import { AddressRouter } from '#service/http/address-router.ts'
import { saying } from '#service/http/answer.ts'
import type { ServiceEnv } from '#service/http/env.ts'
import { onlyRead } from '#service/http/methods.ts'
import { fieldsOfPages } from './security-fields.ts'

/**
 * The service and, beside it, the built console. Its hashed assets may be kept for ever; its pages are asked for
 * again each time. Any other address is a 404, which a browser that navigates there sees as a page of the console.
 *
 * @param service with `fieldsOfCalls` in the header of its answers
 * @param consoleFolder what `npm run build` made; null for the service alone
 * @param strictTransportSecurity the header field of that name, or false
 */
export async function site(
  service: ReturnType<typeof createApp>,
  consoleFolder: string | null,
  strictTransportSecurity: string | false,
) {
  const page = consoleFolder === null ? '' : readFileSync(join(consoleFolder, 'index.html'), 'utf8')
  const app = new Hono<ServiceEnv>({ router: new AddressRouter() })
  app.route('/', service)
  app.use(saying(await fieldsOfPages(page, strictTransportSecurity)))
  if (consoleFolder !== null) serveConsole(app, consoleFolder, page)
  return app
}

function serveConsole(app: Hono<ServiceEnv>, root: string, page: string) {
  const files = serveStatic({ root, precompressed: true })
  const pageFile = serveStatic({ root, precompressed: true, path: 'index.html' })
  app.get(`/:link{${SET_UP_PATH.slice(1)}%23.*}`, mendedSetUpLink)
  for (const address of addresses) {
    app.get(address, keptFor('no-cache'), pageFile)
    if (address !== '/') app.get(`${address}/`, withoutLastSlash)
    app.all(address, onlyRead)
  }
  app.get('/assets/*', keptFor('public, max-age=31536000, immutable'), files)
  app.get('/:icon{favicon\\.(?:ico|svg)|apple-touch-icon\\.png}', keptFor('public, max-age=86400'), files)
  app.get('*', keptFor('no-cache'), files)

  app.notFound((c) =>
    isNavigation(c.req)
      ? c.html(page, 404, { 'Cache-Control': 'no-cache' })
      : c.text('There is nothing at this address.', 404),
  )
}

/**
 * Some programs write the `#` of a link as `%23`, which makes the code a part of the path. It is put back to where
 * browsers keep it to themselves, and so used up rather than left in the records of a proxy while it works.
 */
const mendedSetUpLink: Handler<ServiceEnv> = (c) => {
  const [code] = SET_UP_CODE.exec(c.req.path) ?? []
  c.header('Cache-Control', 'no-store')
  return c.redirect(code === undefined ? SET_UP_PATH : `${SET_UP_PATH}#code=${code}`)
}

/** People and programs put a slash behind an address; the page is the same. */
const withoutLastSlash: Handler<ServiceEnv> = (c) =>
  c.redirect(c.req.path.slice(0, -1) + new URL(c.req.url).search, 308)

/** How long browsers may keep what is found; that something is not there is for them to ask again. */
const keptFor = (cacheControl: string) =>
  createMiddleware(async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', cacheControl)
  })

/** Whether a person opens the address in a browser; names with a dot are files and `/.well-known/`, which pages are not. */
function isNavigation(request: HonoRequest): boolean {
  return (
    request.method === 'GET' &&
    !request.path.includes('.') &&
    (request.header('Accept') ?? '').includes('text/html')
  )
}
