import { BlockList } from 'node:net'
import { resolve } from 'node:path'
import * as v from 'valibot'
import { MAX_LIFETIME_SECONDS } from '#contract/profile-auth.ts'
import { type RoleMapping, RoleMappingError, roleMappingFrom } from '#service/sign-in/oidc/role-mapping.ts'
import { POOL_SIZE } from '#storage/sql/pool-size.ts'
import { encryptionKeyFrom } from './cipher.ts'
import { isLoopback } from './loopback.ts'
import type { ProviderSettings } from './openid-provider.ts'
import { networksFrom } from './remote-address.ts'
import { StartError } from './start-error.ts'

const HTTP_ORIGIN = 'an http or https address without a path, such as https://profiles.example.com'

const POOL_SIZES = `a whole number from ${POOL_SIZE.least} to 999`

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'a whole number from 0 to 65535'),
  v.transform(Number),
  v.maxValue(65_535, 'a whole number from 0 to 65535'),
)

const host = v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'an IP address or a host name'))

const code = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/i, '1 to 64 letters, digits and hyphens'))

const encryptionKey = v.pipe(
  v.string(),
  v.transform(encryptionKeyFrom),
  v.nonNullish(v.nullable(v.instance(Uint8Array)), '32 bytes in base64 or hex'),
)

const publicUrl = v.pipe(
  v.string(),
  v.check((text) => isOrigin(text), HTTP_ORIGIN),
  v.transform((text) => new URL(text).origin),
)

const networks = v.pipe(
  v.string(),
  v.transform(networksFrom),
  v.nonNullish(
    v.nullable(v.instance(BlockList)),
    'addresses and networks separated by commas, such as 127.0.0.1, 10.0.0.0/8 or 2001:db8::/32, and not everyone (/0)',
  ),
)

const retentionDays = v.pipe(
  v.string(),
  v.regex(/^(?:0|[1-9]\d{0,4})$/, 'a whole number from 0 to 99999'),
  v.transform(Number),
)

const smtpUrl = v.pipe(
  v.string(),
  v.check(
    (text) => /^smtps?:$/.test(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== '',
    'an address such as smtp://user:password@mail.example.com:587',
  ),
)

const databaseUrl = v.pipe(
  v.string(),
  v.check(
    (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ''),
    'an address such as postgres://user:password@host:5432/database',
  ),
  // The driver passes over what it does not know, and would take whichever server answers.
  v.check(
    (text) => namesOneServer(text),
    'the address of one server, without target_session_attrs or load_balance_hosts: what finds the primary among several, such as HAProxy, goes in between',
  ),
)

const poolSize = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,2}$/, POOL_SIZES),
  v.transform(Number),
  v.minValue(POOL_SIZE.least, POOL_SIZES),
)

const issuer = v.pipe(
  v.string(),
  v.check(
    (text) => isIssuer(text),
    'the https address by which the provider names itself, such as https://login.example.com/realms/acme (http on this machine alone)',
  ),
)

/** Each message completes "NAME must be …". What a variable means stands in docs/operating.md. */
const Environment = v.object({
  PORT: v.optional(port, '4700'),
  HOST: v.optional(host, '127.0.0.1'),
  METRICS_PORT: v.optional(port),
  METRICS_HOST: v.optional(host, '127.0.0.1'),
  DATA_DIR: v.optional(
    v.pipe(
      v.string(),
      // Made by mistake, such a folder would be a new service beside the real one, and open.
      v.regex(
        /^(?![~'"])[^\p{Cc}]*(?<!['"\s])$/u,
        'a folder, written without ~, quotes around it, a blank at its end or a line end: no shell reads it',
      ),
      v.transform((path) => resolve(path)),
    ),
    'data',
  ),
  DATABASE_URL: v.optional(databaseUrl),
  POOL_SIZE: v.optional(poolSize, String(POOL_SIZE.default)),
  PUBLIC_URL: v.optional(publicUrl),
  HSTS_SUBDOMAINS: v.optional(
    v.pipe(
      v.picklist(['true', 'false'], 'true or false'),
      v.transform((text) => text === 'true'),
    ),
    'false',
  ),
  TRUSTED_PROXIES: v.optional(networks, '127.0.0.0/8, ::1'),
  CLIENT_CODE: v.optional(code, 'demo'),
  TENANT: v.optional(code, 'demo'),
  IMS_ORG_ID: v.optional(v.pipe(v.string(), v.regex(/^\S{1,128}$/, 'an identifier such as ACME@AdobeOrg'))),
  ENCRYPTION_KEY: v.optional(encryptionKey),
  REJECT_STATUS: v.optional(
    v.pipe(
      v.picklist(['401', '403'], '401 or 403'),
      v.transform((status) => (status === '403' ? 403 : 401)),
    ),
    '401',
  ),
  RATE_LIMIT_PER_MINUTE: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d{0,6}$/, 'a whole number from 1 to 9999999'), v.transform(Number)),
    '50',
  ),
  SMTP_URL: v.optional(smtpUrl),
  MAIL_FROM: v.optional(v.pipe(v.string(), v.rfcEmail('an e-mail address such as profile-api@example.com'))),
  WEBHOOK_NETWORKS: v.optional(networks),
  OIDC_ISSUER: v.optional(issuer),
  OIDC_CLIENT_ID: v.optional(v.string()),
  OIDC_CLIENT_SECRET: v.optional(v.string()),
  OIDC_NAME: v.optional(v.pipe(v.string(), v.maxLength(60, 'at most 60 characters')), 'Single sign-on'),
  OIDC_SCOPES: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\x21\x23-\x5B\x5D-\x7E]+(?: [\x21\x23-\x5B\x5D-\x7E]+)*$/, 'scopes apart by blanks'),
    ),
    'profile email',
  ),
  OIDC_ROLES: v.optional(v.string()),
  PASSWORD_SIGN_IN: v.optional(
    v.pipe(
      v.picklist(['on', 'off'], 'on or off'),
      v.transform((text) => text === 'on'),
    ),
    'on',
  ),
  MAX_TOKEN_LIFETIME_DAYS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,2}$/, 'a whole number from 1 to 365'),
      v.transform((days) => Number(days) * 86_400),
      v.maxValue(MAX_LIFETIME_SECONDS, 'a whole number from 1 to 365'),
    ),
    '365',
  ),
  FRESH_SIGN_IN_MINUTES: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,3}$/, 'a whole number from 1 to 1440'),
      v.transform((minutes) => Number(minutes) * 60),
      v.maxValue(86_400, 'a whole number from 1 to 1440'),
    ),
    '15',
  ),
  SECOND_STEP: v.optional(v.picklist(['off', 'approvers'], 'off or approvers'), 'off'),
  AUDIT_RETENTION_DAYS: v.optional(retentionDays, '0'),
  BATCH_RETENTION_DAYS: v.optional(retentionDays, '90'),
  LOG_LEVEL: v.optional(v.picklist(['info', 'error', 'silent'], 'info, error or silent'), 'info'),
})

export type Config = ReturnType<typeof readConfig>

/**
 * Everything the operator can set, from environment variables; an empty one counts as not set.
 *
 * @throws StartError that names the first wrong variable, never its value
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = v.safeParse(Environment, given, { abortEarly: true })
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new StartError(`${v.getDotPath(issue)} must be ${issue.message}.`)
  }
  const { output } = parsed
  if (output.HSTS_SUBDOMAINS && !output.PUBLIC_URL?.startsWith('https:')) {
    throw new StartError('HSTS_SUBDOMAINS must be false where PUBLIC_URL is not an https address.')
  }
  if (output.SECOND_STEP !== 'off' && !passkeysWorkAt(output.PUBLIC_URL)) {
    throw new StartError(
      'SECOND_STEP must be off where PUBLIC_URL is not an https address with a name: browsers use passkeys nowhere else.',
    )
  }
  const provider = providerFrom(output)
  if (!output.PASSWORD_SIGN_IN && provider === null) {
    throw new StartError('PASSWORD_SIGN_IN must be on where OIDC_ISSUER is not set: nobody could sign in.')
  }
  return {
    port: output.PORT,
    host: output.HOST,
    /** Where metrics are served; null for nowhere. */
    metrics:
      output.METRICS_PORT === undefined ? null : { host: output.METRICS_HOST, port: output.METRICS_PORT },
    dataFolder: output.DATA_DIR,
    databaseUrl: output.DATABASE_URL ?? null,
    /** Connections to PostgreSQL at most. */
    poolSize: output.POOL_SIZE,
    client: {
      clientCode: output.CLIENT_CODE,
      tenant: output.TENANT,
      imsOrgId: output.IMS_ORG_ID ?? null,
      publicUrl: output.PUBLIC_URL ?? null,
    },
    hstsSubdomains: output.HSTS_SUBDOMAINS,
    trustedProxies: output.TRUSTED_PROXIES,
    encryptionKey: output.ENCRYPTION_KEY ?? null,
    rejectStatus: output.REJECT_STATUS,
    mail: mailFrom(output),
    provider,
    hasPasswordSignIn: output.PASSWORD_SIGN_IN,
    webhookNetworks: output.WEBHOOK_NETWORKS ?? new BlockList(),
    bulkUpdatesPerMinute: output.RATE_LIMIT_PER_MINUTE,
    maxTokenLifetimeSeconds: output.MAX_TOKEN_LIFETIME_DAYS,
    freshSignInSeconds: output.FRESH_SIGN_IN_MINUTES,
    secondStep: output.SECOND_STEP,
    auditKeptDays: output.AUDIT_RETENTION_DAYS,
    batchesKeptDays: output.BATCH_RETENTION_DAYS,
    logLevel: output.LOG_LEVEL,
  }
}

/** Where to hand mail to, and from which address; null where mail is not set up. @throws StartError for half of it */
function mailFrom({ SMTP_URL: url, MAIL_FROM: from }: v.InferOutput<typeof Environment>) {
  if (url === undefined && from === undefined) return null
  if (url === undefined) throw new StartError('SMTP_URL must be set where MAIL_FROM is.')
  if (from === undefined) throw new StartError('MAIL_FROM must be set where SMTP_URL is.')
  return { url, from }
}

/** Whether browsers make and use passkeys there. Source: WebAuthn Level 3, sections 5.1.3 and 13.4.9. */
function passkeysWorkAt(address: string | undefined): boolean {
  const { protocol, hostname } = new URL(address ?? 'http://localhost')
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  return hostname === 'localhost' || (protocol === 'https:' && !isAddress)
}

const OF_PROVIDER = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** The OpenID Connect provider; null where none is set. @throws StartError for a part of it, or for roles that are not written right */
function providerFrom(output: v.InferOutput<typeof Environment>): ProviderSettings | null {
  const { OIDC_ISSUER: issuerUrl, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = output
  if (issuerUrl === undefined) {
    const set = [...OF_PROVIDER, 'OIDC_ROLES' as const].find((name) => output[name] !== undefined)
    if (set) throw new StartError(`OIDC_ISSUER must be set where ${set} is.`)
    return null
  }
  if (clientId === undefined || clientSecret === undefined) {
    const missing = clientId === undefined ? 'OIDC_CLIENT_ID' : 'OIDC_CLIENT_SECRET'
    throw new StartError(`${missing} must be set where OIDC_ISSUER is.`)
  }
  const mapping = output.OIDC_ROLES === undefined ? null : mappingFrom(output.OIDC_ROLES)
  const { OIDC_NAME: name, OIDC_SCOPES: scopes } = output
  return { issuer: new URL(issuerUrl), clientId, clientSecret, name, scopes, mapping }
}

function mappingFrom(text: string): RoleMapping {
  try {
    return roleMappingFrom(text)
  } catch (error) {
    if (!(error instanceof RoleMappingError)) throw error
    throw new StartError(
      `OIDC_ROLES must be rules such as "groups=approvers -> approver@default", apart by semicolons: ${error.message}.`,
    )
  }
}

function namesOneServer(text: string): boolean {
  const { hostname = '', searchParams = new URLSearchParams() } = URL.parse(text) ?? {}
  const names = [hostname, ...['host', 'hostaddr', 'port'].flatMap((name) => searchParams.getAll(name))]
  const choosing = ['target_session_attrs', 'load_balance_hosts'].some((name) => searchParams.has(name))
  return !choosing && !names.some((name) => name.includes(','))
}

function isIssuer(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}
