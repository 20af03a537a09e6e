import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Ports } from '#service/app.ts'
import type { AuditDetail } from '#contract/audit-details.ts'
import { auditRecord } from '#service/audit/record.ts'
import { contextWithoutRequest } from '#service/context.ts'
import type { Log } from './log.ts'

const PACKAGE = join(import.meta.dirname, '../../package.json')

/** The version of this program. */
export const { version } = v.parse(
  v.object({ version: v.string() }),
  JSON.parse(readFileSync(PACKAGE, 'utf8')),
)

/**
 * Records that this process started or stopped, and logs it with the head of the audit chain, which so is known outside
 * of the database. That neither can be stored keeps no process from starting or stopping.
 */
export async function recordLife<Act extends 'service.started' | 'service.stopped'>(
  ports: Pick<Ports, 'client' | 'audit' | 'random' | 'now'>,
  log: Log,
  act: Act,
  detail: AuditDetail<Act>,
): Promise<void> {
  const context = contextWithoutRequest(ports, 'system')
  const { clientCode } = context.client
  try {
    await ports.audit.append(auditRecord(ports, context, act, `${hostname()}:${process.pid}`, detail))
    const auditHead = await ports.audit.head(clientCode)
    log.event(act, { requestId: context.requestId, clientCode, ...detail, auditHead })
  } catch (error) {
    log.failure(error, context.requestId)
  }
}
