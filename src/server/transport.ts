import type { Config } from './config.ts'
import { isLoopback } from './loopback.ts'

/** What someone on this machine calls who listens there: one that listens everywhere is also at localhost. */
export const originOf = (host: string, port: number): string =>
  ['0.0.0.0', '::', '127.0.0.1'].includes(host)
    ? `http://localhost:${port}`
    : `http://${host.includes(':') ? `[${host}]` : host}:${port}`

const isHttps = (publicUrl: string | null) => publicUrl?.startsWith('https:') === true

/**
 * What to tell the operator of how people and jobs reach the service: that passwords and tokens travel in clear.
 *
 * @returns a sentence; undefined where only this machine reaches it, or PUBLIC_URL says that https stands in front
 */
export function warningOfClearText({ host, client }: Pick<Config, 'host' | 'client'>): string | undefined {
  const { publicUrl } = client
  if (isHttps(publicUrl)) return undefined
  const isOpen = !isLoopback(host)
  if (!isOpen && (publicUrl === null || isLoopback(new URL(publicUrl).hostname))) return undefined
  const cause = isOpen
    ? 'HOST is an address that other machines reach, and PUBLIC_URL is no https address'
    : 'PUBLIC_URL is an http address'
  return `${cause}: passwords and tokens travel in clear. Put https in front and set PUBLIC_URL to its address, such as https://profiles.example.com.`
}

/** The header field that has browsers come by https for a year; false where people may come by http. Source: RFC 6797. */
export function strictTransportSecurity({
  client,
  hstsSubdomains,
}: Pick<Config, 'client' | 'hstsSubdomains'>): string | false {
  if (!isHttps(client.publicUrl)) return false
  return hstsSubdomains ? 'max-age=31536000; includeSubDomains' : 'max-age=31536000'
}
