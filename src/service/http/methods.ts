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
