import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type HonoRequest } from 'hono'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { addresses } from '#console/pages.ts'
import type { createApp } from '#service/app.ts'
import type { ServiceEnv } from '#service/http/serve.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

/** Nothing but our own files runs, loads or is talked to, and no other site may frame us. */
const contentSecurityPolicy = {
  defaultSrc: NONE,
  scriptSrc: SELF,
  styleSrc: SELF,
  fontSrc: SELF,
  imgSrc: SELF,
  connectSrc: SELF,
  formAction: SELF,
  baseUri: NONE,
  frameAncestors: NONE,
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: NONE,
}

/**
 * The service and, beside it, the built console. Its hashed assets may be kept for ever; its pages are asked for
 * again each time. Any other address is a 404, which a browser that navigates there sees as a page of the console.
 *
 * @param consoleFolder what `npm run build` made; null for the service alone
 * @param strictTransportSecurity the header field of that name, or false
 */
export function site(
  service: ReturnType<typeof createApp>,
  consoleFolder: string | null,
  strictTransportSecurity: string | false,
) {
  const app = new Hono<ServiceEnv>()
  app.use(
    secureHeaders({
      contentSecurityPolicy,
      permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
      strictTransportSecurity,
      xFrameOptions: 'DENY',
    }),
  )
  app.route('/', service)
  if (consoleFolder !== null) serveConsole(app, consoleFolder)
  return app
}

function serveConsole(app: Hono<ServiceEnv>, root: string) {
  const files = serveStatic({ root, precompressed: true })
  const page = serveStatic({ root, precompressed: true, path: 'index.html' })
  for (const address of addresses) app.get(address, keptFor('no-cache'), page)
  app.get('/assets/*', keptFor('public, max-age=31536000, immutable'), files)
  app.get('*', keptFor('no-cache'), files)

  const notFoundPage = readFileSync(join(root, 'index.html'), 'utf8')
  app.notFound((c) =>
    isNavigation(c.req)
      ? c.html(notFoundPage, 404, { 'Cache-Control': 'no-cache' })
      : c.text('There is nothing at this address.', 404),
  )
}

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
