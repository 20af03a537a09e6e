import { exportAuditCsv, exportAuditJsonLines, listAudit } from '#contract/audit.ts'
import type { SignedInContext } from '../context.ts'
import { refuseOtherSites } from '../http/origin.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import { CSV, exportAudit, type ExportNeeds, JSON_LINES } from './export.ts'
import { listAuditRecords, type LogNeeds } from './log.ts'

/** The audit log: a page of it, and all of it as a file. */
export function serveAudit(console: FamilyApp, needs: LogNeeds & ExportNeeds) {
  serve(console, listAudit, (context, { query }) => listAuditRecords(needs, context, query))
  for (const [operation, format, extension] of [
    [exportAuditCsv, CSV, 'csv'],
    [exportAuditJsonLines, JSON_LINES, 'jsonl'],
  ] as const) {
    serve(console, operation, async (context, { query }, request) => {
      // It leaves a record, and a browser sends the session's cookie along with what other pages of the same site make it ask.
      refuseOtherSites(context.client, request)
      return new Answer(await exportAudit(needs, context, query, format), {
        'Content-Disposition': `attachment; filename="${fileNameOf(context, extension)}"`,
      })
    })
  }
}

/** Such as `acme-audit-2026-11-27T154000Z.csv`: no colons, which not every disk takes. */
function fileNameOf({ client, now }: SignedInContext, extension: string): string {
  const instant = new Date(now).toISOString().replaceAll(':', '').replace(/\.\d+/, '')
  return `${client.clientCode}-audit-${instant}.${extension}`
}
