import { reportCspViolations } from '#contract/csp-reports.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import { cspReports, type CspReportNeeds } from './rules.ts'

export function serveCspReports(console: FamilyApp, needs: CspReportNeeds) {
  const note = cspReports(needs)
  serve(console, reportCspViolations, (context, { body }, request) =>
    note(context, body, request.headers.get('Content-Type')),
  )
}
