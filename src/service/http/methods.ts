import type { Context as Call } from 'hono'
import { operations } from '#contract/features.ts'
import type { Family } from '#contract/operation.ts'
import { ServiceError } from '../errors.ts'

/** The pattern of an address, of which each `:name` stands for one segment. */
const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)

const patterns = operations.map(({ family, method, path }) => ({ family, method, pattern: patternOf(path) }))

/** The methods that a family has at an address, as `Allow` lists them; undefined where it has none. Source: RFC 9110 section 10.2.1. */
export function allowedAt(family: Family, path: string): string | undefined {
  const methods = patterns
    .filter((operation) => operation.family === family && operation.pattern.test(path))
    .map(({ method }) => method)
  return methods.length === 0 ? undefined : [...new Set(methods), 'OPTIONS'].join(', ')
}

/** @param allowed as of `allowedAt` */
export const methodNotAllowed = (allowed: string) =>
  new ServiceError('method-not-allowed', `This address is called by ${allowed}.`, {
    headers: { Allow: allowed },
  })

const READING = { Allow: 'GET, HEAD, OPTIONS' }

/** Answers what does anything else at an address that is only read, and belongs to no family. */
export const onlyRead = (call: Call): Response =>
  call.req.method === 'OPTIONS'
    ? call.body(null, 204, READING)
    : call.text('This address is only read, by GET.\n', 405, READING)
