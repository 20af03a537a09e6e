import { pino, stdTimeFunctions } from 'pino'
import { Fault, ServiceError } from '#service/errors.ts'
import type { RequestLog } from '#service/ports.ts'
import type { Config } from './config.ts'
import type { Output } from './output.ts'
import { sourcePlace } from './source-place.ts'

export type Log = ReturnType<typeof openLog>

/**
 * The log: one line of JSON each. What a caller or a row says stands in none of them. How many lines the output could not take is
 * told as soon as it takes one.
 */
export function openLog(level: Config['logLevel'], output: Output) {
  // It is given no error itself: of one it would log the words.
  const log = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, output)
  output.afterDropping((lines) => log.warn({ event: 'log.dropped', lines }))
  return {
    request: ({ error, ...request }: RequestLog) =>
      error === undefined ? log.info(request) : log.error({ ...request, err: told(error) }),

    /** A failure; of a request whose line says nothing of it, with its id. */
    failure: (error: unknown, requestId: string | null = null) =>
      log.error({ ...(requestId !== null && { requestId }), err: told(error) }),

    /** A sentence of ours for the operator, with what it is about. */
    warning: (sentence: string, facts: Readonly<Record<string, string | number>> = {}) =>
      log.warn(facts, sentence),

    /** Something else that happened, in codes and numbers. */
    event: (event: string, said: object) => log.info({ event, ...said }),
  }
}

/** An error may hold a cause, which may hold another one. */
const MOST_CAUSES = 5
/** Names of the failure, of the database's parts and of its own functions: what PostgreSQL, SQLite and Node add to an error. */
const CODES = [
  'code',
  'errcode',
  'errstr',
  'syscall',
  'severity',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
] as const

/**
 * What the log says of an error. The words of most errors quote what they are about, such as the row that broke a
 * constraint, and their other fields hold it; so only names, codes and the places in our code are told, and the words of
 * those that are known to quote nothing.
 */
export function told(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const fields = new Map<string, unknown>(Object.entries(error))
  const codes = CODES.flatMap((name) => {
    const value = fields.get(name)
    return typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : []
  })
  const inner = error instanceof AggregateError ? error.errors : []
  return {
    name: error.name,
    ...(quotesNothing(error, fields.get('code')) && { message: error.message }),
    ...Object.fromEntries(codes),
    at: placesIn(error),
    ...(error.cause !== undefined && depth < MOST_CAUSES && { cause: told(error.cause, depth + 1) }),
    ...(inner.length > 0 && depth < MOST_CAUSES && { errors: inner.map((one) => told(one, depth + 1)) }),
  }
}

/**
 * SQLSTATE classes that are about the database and not about what is in it: connection, access, transactions, its being
 * there, resources, the operator, the system.
 */
const ABOUT_THE_DATABASE = /^(?:08|25|28|3D|40|53|57|58)\w{3}$/

function quotesNothing(error: Error, code: unknown): boolean {
  if (error instanceof Fault) return true
  // Refusals that are thrown on as the reason of a failure; the words of all others may name what was asked for.
  if (error instanceof ServiceError) return error.code === 'unavailable'
  return error.name === 'error' && typeof code === 'string' && ABOUT_THE_DATABASE.test(code)
}

const PLACE = /^ {4}at ((?:[\w$.<>#[\] ]+ \()?)((?:file:\/\/|node:|\/)[^\s()]+):(\d+):(\d+)(\)?)$/

/** The lines of the stack below the message, which it repeats. */
function placesIn({ stack = '', message }: Error): string[] {
  const [, ...places] = stack.split(message === '' ? '\n' : message)
  return places
    .join('\n')
    .split('\n')
    .flatMap((place) => {
      const [, caller, file, line, column, end] = PLACE.exec(place) ?? []
      return file === undefined ? [] : `${caller}${sourcePlace(file, Number(line), Number(column))}${end}`
    })
}
