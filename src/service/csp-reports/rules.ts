import * as v from 'valibot'
import { CSP_REPORT_MEDIA_TYPE, REPORTING_API_MEDIA_TYPE } from '#contract/csp-reports.ts'
import type { Context } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { boundedText } from '../http/input.ts'
import type { Machine } from '../ports.ts'

const LIMIT_BYTES = 64 * 1024
/** More would let anyone fill the log: no session is asked for. */
const LOGGED_PER_MINUTE = 20
const LONGEST_FACT = 200

export type CspReportNeeds = Pick<Machine, 'warn'>

type Violation = { directive: string; blocked: string; source: string; line: number }

const text = v.fallback(v.string(), '')
const number = v.fallback(v.number(), 0)

const ReportingApiReports = v.array(
  v.looseObject({
    type: text,
    body: v.fallback(
      v.looseObject({ effectiveDirective: text, blockedURL: text, sourceFile: text, lineNumber: number }),
      { effectiveDirective: '', blockedURL: '', sourceFile: '', lineNumber: 0 },
    ),
  }),
)

const CspReport = v.object({
  'csp-report': v.looseObject({
    'effective-directive': v.optional(v.string()),
    'violated-directive': text,
    'blocked-uri': text,
    'source-file': text,
    'line-number': number,
  }),
})

/**
 * Logs what browsers report, a few a minute. Anyone may send anything here, so of what came only the name of a
 * directive, origins, a path and a number are said.
 *
 * @returns the rule, which counts for as long as it lives
 */
export function cspReports({ warn }: CspReportNeeds) {
  let minute = 0
  let count = 0
  return async (
    { requestId, now }: Context,
    body: AsyncIterable<Uint8Array>,
    contentType: string | null,
  ): Promise<void> => {
    for (const violation of await violationsIn(body, contentType)) {
      const thisMinute = Math.floor(now / 60_000)
      if (thisMinute !== minute) [minute, count] = [thisMinute, 0]
      count += 1
      if (count <= LOGGED_PER_MINUTE) {
        warn('A page broke its content security policy.', { requestId, ...violation })
      } else if (count === LOGGED_PER_MINUTE + 1) {
        warn('More pages broke their content security policy; no more of it is logged in this minute.')
      }
    }
  }
}

/** @throws ServiceError `unsupported-media-type`, `content-too-large`, `invalid-request` */
async function violationsIn(
  body: AsyncIterable<Uint8Array>,
  contentType: string | null,
): Promise<Violation[]> {
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase()
  if (mediaType === REPORTING_API_MEDIA_TYPE) {
    const reports = received(ReportingApiReports, await boundedText(body, LIMIT_BYTES))
    return reports
      .filter(({ type }) => type === 'csp-violation')
      .map(({ body: { effectiveDirective, blockedURL, sourceFile, lineNumber } }) =>
        violation(effectiveDirective, blockedURL, sourceFile, lineNumber),
      )
  }
  if (mediaType === CSP_REPORT_MEDIA_TYPE) {
    const { 'csp-report': report } = received(CspReport, await boundedText(body, LIMIT_BYTES))
    const directive = report['effective-directive'] ?? report['violated-directive']
    return [violation(directive, report['blocked-uri'], report['source-file'], report['line-number'])]
  }
  throw new ServiceError(
    'unsupported-media-type',
    `Send reports as ${REPORTING_API_MEDIA_TYPE} or ${CSP_REPORT_MEDIA_TYPE}.`,
  )
}

function received<const Schema extends v.GenericSchema>(schema: Schema, json: string): v.InferOutput<Schema> {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), json)
  if (result.success) return result.output
  throw new ServiceError('invalid-request', "The request's body holds no reports.")
}

const violation = (directive: string, blocked: string, source: string, line: number): Violation => ({
  directive: wordOf(directive),
  blocked: originOf(blocked) ?? wordOf(blocked),
  source: placeOf(source),
  line: Number.isSafeInteger(line) ? line : 0,
})

/** The first word, if it is one of those that policies are made of. */
const wordOf = (given: string) => /^[a-z-]{1,40}(?= |$)/.exec(given)?.[0] ?? 'unknown'

function originOf(given: string): string | undefined {
  const url = URL.parse(given)
  if (url === null) return undefined
  return (url.origin === 'null' ? url.protocol : url.origin).slice(0, LONGEST_FACT)
}

/** Without its query and its fragment, which may hold a secret. */
function placeOf(given: string): string {
  const url = URL.parse(given)
  if (url === null) return 'unknown'
  return (url.origin === 'null' ? url.protocol : url.origin + url.pathname).slice(0, LONGEST_FACT)
}
