import type { Context as Call } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { ServiceEnv } from './env.ts'

/**
 * Makes the answer to a call, for the caller alone and kept by no cache, with all that `saying` has for its header. What is put onto an answer that is there already makes it
 * anew, which takes longer than all else that a read does.
 *
 * @param fields of its own; several values of one become as many fields of that name
 */
export function answer(
  call: Call<ServiceEnv>,
  body: BodyInit | null,
  status: number,
  fields: Readonly<Record<string, string | readonly string[]>>,
): Response {
  call.set('hasFields', true)
  const ofAll = { ...call.get('fields'), 'Cache-Control': 'no-store' }
  const headers = isSingle(fields) ? { ...ofAll, ...fields } : eachValueOf({ ...ofAll, ...fields })
  return new Response(body, { status, headers })
}

/**
 * Says something in the header of every answer: as `answer` makes it, and afterwards where a library has made it. What is said further
 * in counts in place of what is said further out.
 */
export const saying = (fields: Readonly<Record<string, string>>) =>
  createMiddleware<ServiceEnv>(async (call, next) => {
    say(call, fields)
    await next()
    sayWhereUnsaid(call)
  })

/** What `saying` does before an answer is made. */
export function say(call: Call<ServiceEnv>, fields: Readonly<Record<string, string>>): void {
  call.set('fields', { ...call.get('fields'), ...fields })
}

/** What `saying` does once there is an answer. */
export function sayWhereUnsaid(call: Call<ServiceEnv>): void {
  if (call.get('hasFields')) return
  for (const [name, value] of Object.entries(call.get('fields'))) call.header(name, value)
  call.set('hasFields', true)
}

type Fields = Record<string, string | readonly string[]>

const isSingle = (fields: Fields): fields is Record<string, string> =>
  Object.values(fields).every((value) => typeof value === 'string')

const eachValueOf = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  )
