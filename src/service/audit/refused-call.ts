import type { Context as Call } from 'hono'
import * as v from 'valibot'
import type { Operation } from '#contract/operation.ts'
import type { ServiceError } from '../errors.ts'
import { anonymousContext, type ContextNeeds } from '../http/entering.ts'
import type { ServiceEnv } from '../http/env.ts'
import type { Random } from '../ports.ts'
import { RefusalCode } from '#contract/audit-details.ts'
import { auditRecord } from './record.ts'
import type { RefusalTrace } from './refusals.ts'

export type TraceNeeds = ContextNeeds & { refusals: RefusalTrace; random: Random }

/** What a family does about a refused call: those that someone may ask about later leave a record. */
export const tracing =
  (needs: TraceNeeds) =>
  async (call: Call<ServiceEnv>, operation: Operation, { code, permission }: ServiceError): Promise<void> => {
    if (!v.is(RefusalCode, code)) return
    // What takes no permission is opened by a secret in its body, and `not-found` says that this was none.
    if (code === 'not-found' && operation.permission !== 'none') return
    const context = call.get('context') ?? anonymousContext(needs, call)
    const detail = { code, permission: permission ?? null }
    await needs.refusals.record(auditRecord(needs, context, 'call.refused', operation.id, detail, 'refused'))
  }
