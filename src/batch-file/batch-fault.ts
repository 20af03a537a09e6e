import { BATCH_LIMIT_BYTES, BATCH_LIMIT_ROWS } from '#contract/batches.ts'
import { ATTRIBUTE_PREFIX } from '#contract/profiles.ts'
import { ID_PROBLEMS, type IdProblem } from './profile-id.ts'

/** A longer line holds no profile: 64 KB of data, percent-encoded, is at most three times that. */
export const LINE_LIMIT_BYTES = 256 * 1024

/** Why a batch cannot be taken. Lines are counted from 1, the header; `line` null: which one is not known. */
export type BatchFault =
  | { kind: 'empty' }
  | { kind: 'no-header' }
  | { kind: 'no-row' }
  | { kind: 'form-encoded' }
  | { kind: 'not-text'; format: 'gzip' | 'ZIP' | 'UTF-16' }
  | { kind: 'too-many-bytes' }
  | { kind: 'first-column'; line: 1; given: string }
  | { kind: 'no-attribute'; line: 1 }
  /** `column`: from 1, the identifier's. */
  | { kind: 'unnamed-column'; line: 1; column: number }
  | { kind: 'doubled-column' | 'prefixed-column'; line: 1; name: string }
  | { kind: 'line-too-long'; line: number | null }
  | { kind: 'not-utf8' | 'nul' | 'bad-escape' | 'too-many-rows'; line: number }
  | { kind: 'second-header' | 'carriage-return' | 'quoted-cell'; line: number }
  | { kind: 'too-many-cells'; line: number; cells: number; named: number }
  | { kind: 'identifier'; line: number; problem: IdProblem }

/** A batch, or a line of it, that cannot be taken; the message is the sentence that its sender gets. */
export class BatchFaultError extends Error {
  override name = 'BatchFaultError'
  readonly fault: BatchFault
  /** The sentence without what it quotes of the file, which may be a visitor's where somebody forgot the header. */
  readonly withoutValues: string

  constructor(fault: BatchFault) {
    super(sentenceOf(fault))
    this.fault = fault
    this.withoutValues = withoutValuesOf(fault) ?? this.message
  }
}

/** How a batch is sent. */
export const AS_IT_IS = 'Send the file as it is: curl -X POST --data-binary @BATCH.TXT URL'

const NOT_TEXT = {
  gzip: 'gzip, which its header does not say: send "Content-Encoding: gzip" with it.',
  ZIP: 'a ZIP archive, as workbooks of spreadsheets are, and not the text of a batch.',
  'UTF-16': 'UTF-16. Save the file as UTF-8.',
} as const

function withoutValuesOf({ kind }: BatchFault): string | null {
  if (kind === 'first-column') return 'Line 1: the first column must be pcId or thirdPartyId.'
  if (kind === 'prefixed-column') return `Line 1: the name of a column begins with "${ATTRIBUTE_PREFIX}".`
  return kind === 'doubled-column' ? 'Line 1: two columns have the same name.' : null
}

function sentenceOf(fault: BatchFault): string {
  switch (fault.kind) {
    case 'empty':
      return 'Batch is empty: send "batch=pcId,…" and at least one row below it.'
    case 'no-header':
      return 'Batch is empty: the body must begin with "batch=pcId," or "batch=thirdPartyId,".'
    case 'no-row':
      return 'Batch is empty: there is a header but no row. Did you use --data instead of --data-binary? That removes the line breaks.'
    case 'form-encoded':
      return `The body is form-encoded: its commas and line breaks came as %2C and %0A. ${AS_IT_IS}`
    case 'not-text':
      return `The body is ${NOT_TEXT[fault.format]}`
    case 'too-many-bytes':
      return `A batch must be smaller than 50 MB (${BATCH_LIMIT_BYTES} bytes).`
    case 'first-column':
      return `Line 1: the first column must be pcId or thirdPartyId, not "${fault.given}".`
    case 'no-attribute':
      return 'Line 1 names no attribute, as "batch=pcId,city" does, and so the batch would change nothing.'
    case 'unnamed-column':
      return `Line 1: column ${fault.column} has no name.`
    case 'doubled-column':
      return `Line 1: the column "${fault.name}" stands twice.`
    case 'prefixed-column':
      return `Line 1: the column "${fault.name}" begins with "${ATTRIBUTE_PREFIX}", as only parameters of single updates do. Name the attribute alone.`
    case 'line-too-long':
      return `${fault.line === null ? 'A line' : `Line ${fault.line}`} is longer than ${LINE_LIMIT_BYTES} bytes.`
    case 'not-utf8':
      return `Line ${fault.line} is not UTF-8; encode names and values as percent-encoded UTF-8.`
    case 'nul':
      return `Line ${fault.line} holds a NUL character (%00), which no profile can hold.`
    case 'bad-escape':
      return `Line ${fault.line} has a % that is not followed by percent-encoded UTF-8; write a % itself as %25.`
    case 'second-header':
      return `Line ${fault.line} holds a second header, as when files are joined. Send each file by itself, or the second one's rows without its header.`
    case 'carriage-return':
      return `Line ${fault.line} holds a carriage return that no line feed follows. Lines end with LF or CRLF; write one inside a value as %0D.`
    case 'quoted-cell':
      return `Line ${fault.line} has a cell that begins with a quotation mark. Cells stand without marks, a comma inside one as %2C; a mark that is part of the value is written %22.`
    case 'too-many-rows':
      return `Line ${fault.line}: a batch may have at most ${BATCH_LIMIT_ROWS} rows.`
    case 'too-many-cells':
      return `Line ${fault.line} has ${fault.cells} cells, the header names ${fault.named}; write a comma inside a value as %2C.`
    default:
      return `Line ${fault.line}: ${ID_PROBLEMS[fault.problem]}.`
  }
}
