import { operation } from './operation.ts'

/** In which browsers report: by `report-to` and, older, by `report-uri`. Source: W3C Reporting API, CSP Level 3. */
export const REPORTING_API_MEDIA_TYPE = 'application/reports+json'
export const CSP_REPORT_MEDIA_TYPE = 'application/csp-report'

export const reportCspViolations = operation({
  id: 'reportCspViolations',
  family: 'console',
  method: 'POST',
  path: '/console/v1/csp-reports',
  summary: 'Report that a page broke its content security policy',
  description:
    'Browsers do so by themselves, where the policy of every answer tells them to. A few a minute are logged, and nothing else comes of it.',
  body: 'stream',
  bodyMediaTypes: [REPORTING_API_MEDIA_TYPE, CSP_REPORT_MEDIA_TYPE],
  permission: 'none',
  status: 204,
  refusals: ['unsupported-media-type'],
})
