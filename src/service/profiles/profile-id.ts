import { PROFILE_ID_LIMIT } from '#contract/profiles.ts'
import { ServiceError } from '../errors.ts'

/** @throws ServiceError `invalid-request` for an id that no profile can have (wire fact D19) */
export function requireProfileId(id: string, line?: number): void {
  const problem =
    id === ''
      ? 'the id is empty'
      : id.length > PROFILE_ID_LIMIT
        ? `the id is longer than ${PROFILE_ID_LIMIT} characters`
        : /[+/]/.test(id)
          ? 'the id contains + or /'
          : null
  if (problem === null) return
  const where = line === undefined ? '' : `Line ${line}: `
  throw new ServiceError('invalid-request', `${where}${problem}.`)
}
