import type { Context as Call } from 'hono'
import type { Actor, Client, Context } from '../context.ts'
import type { ServiceEnv } from './env.ts'

export type ContextNeeds = { client: Client; now: () => number }

/** The context of a request once it is known who makes it; noted on the call, should it be refused from here on. */
export function contextOf<Who extends Actor>(
  { client, now }: ContextNeeds,
  call: Call<ServiceEnv>,
  actor: Who,
): Context & { actor: Who } {
  const userAgent = call.req.header('User-Agent') ?? null
  const context = { client, actor, requestId: call.get('requestId'), userAgent, now: now() }
  call.set('context', context)
  return context
}

/** The context of a request that nobody signed in needs to make. */
export const anonymousContext = (needs: ContextNeeds, call: Call<ServiceEnv>) =>
  contextOf(needs, call, { kind: 'anonymous', remoteAddress: remoteAddressOf(call) })

/** The caller's network address, null where it is not known. */
export const remoteAddressOf = (call: Call<ServiceEnv>): string | null => call.env?.remoteAddress ?? null
