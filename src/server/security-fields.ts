import { createHash } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { reportCspViolations } from '#contract/csp-reports.ts'
import { pathOf } from '#contract/operation.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

/** Where browsers report what the policy kept from happening. */
const REPORTS = { name: 'csp', url: pathOf(reportCspViolations, {}) }

/**
 * Nothing but our own files runs, loads or is talked to, and no other site may frame us.
 *
 * @param page the console's page, with an import map and a script in it
 * @param isHttps whether people come by https: over http browsers send nothing to where `report-to` says
 */
const contentSecurityPolicyOf = (page: string, isHttps: boolean) => ({
  defaultSrc: NONE,
  scriptSrc: [...SELF, ...hashesOf(page)],
  styleSrc: SELF,
  fontSrc: SELF,
  imgSrc: SELF,
  connectSrc: SELF,
  formAction: SELF,
  baseUri: NONE,
  frameAncestors: NONE,
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: NONE,
  // Where a browser knows it, it is this one that counts.
  ...(isHttps && { reportTo: REPORTS.name }),
  reportUri: REPORTS.url,
})

/** The import map of a page as its policy names it; without, where the page has none. */
function hashesOf(page: string): string[] {
  const inline = page.matchAll(/<script(?![^>]* src=)[^>]*>(.*?)<\/script>/gs)
  return [...inline].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
}

type Fields = Record<string, string>

/**
 * What the answers for browsers that show the console say in their header.
 *
 * @param page the console's page, with an import map and a script in it
 * @param strictTransportSecurity the header field of that name, or false where people come by http
 */
export function fieldsOfPages(page: string, strictTransportSecurity: string | false): Promise<Fields> {
  const isHttps = strictTransportSecurity !== false
  return fieldsThatItAdds(
    secureHeaders({
      contentSecurityPolicy: contentSecurityPolicyOf(page, isHttps),
      permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
      ...(isHttps && { reportingEndpoints: [REPORTS] }),
      strictTransportSecurity,
      xFrameOptions: 'DENY',
    }),
  )
}

/**
 * What the answers for programs say: no browser that is led to one shows, runs, frames or guesses at what is in it. Nothing that is
 * about pages, for it takes longer to write than to look a profile up. Source: OWASP REST Security Cheat Sheet.
 */
export const fieldsOfCalls = (strictTransportSecurity: string | false): Promise<Fields> =>
  fieldsThatItAdds(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: NONE, baseUri: NONE, frameAncestors: NONE },
      strictTransportSecurity,
      xFrameOptions: 'DENY',
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
    }),
  )

/** What a middleware puts into the header of an answer that says nothing itself, and so of every other. */
async function fieldsThatItAdds(middleware: MiddlewareHandler): Promise<Fields> {
  const app = new Hono().get('*', middleware, (c) => c.body(null))
  const { headers } = await app.request('/')
  return Object.fromEntries(headers)
}
