import type { Client } from '../context.ts'
import { originOf } from '../http/origin.ts'

/** Who asks for a passkey: browsers make and use one for this host alone, and say from which origin they did. */
export type RelyingParty = { id: string; origin: string }

/** What the operator set as the address of the service, else the one that was called. */
export function relyingPartyOf(client: Client, request: Request): RelyingParty {
  const origin = originOf(client, request)
  return { id: new URL(origin).hostname, origin }
}
