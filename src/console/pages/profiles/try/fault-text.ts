import { LINE_LIMIT_BYTES } from '#batch-file/batch-fault.ts'
import { BATCH_LIMIT_ROWS } from '#contract/batches.ts'
import { PROFILE_ID_LIMIT } from '#contract/profiles.ts'
import type { FileFault } from './reading/read-file.ts'
import type { Words } from './words/en.ts'

/** What is wrong, as a sentence in the reader's language. @param number writes a number */
export function faultText(fault: FileFault, { faults }: Words, number: (amount: number) => string): string {
  switch (fault.kind) {
    case 'first-column':
      return faults['first-column'](fault.given)
    case 'unnamed-column':
      return faults['unnamed-column'](number(fault.column))
    case 'doubled-column':
    case 'prefixed-column':
      return faults[fault.kind](fault.name)
    case 'not-text':
      return faults['not-text'][fault.format]
    case 'too-many-cells':
      return faults['too-many-cells'](number(fault.cells), number(fault.named))
    case 'identifier':
      return faults.identifier[fault.problem](number(PROFILE_ID_LIMIT))
    case 'line-too-long':
      return faults['line-too-long'](number(LINE_LIMIT_BYTES / 1024))
    case 'too-many-rows':
      return faults['too-many-rows'](number(BATCH_LIMIT_ROWS))
    default:
      return faults[fault.kind]
  }
}
