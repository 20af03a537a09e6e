import { PROFILE_ID_LIMIT } from '#contract/profiles.ts'

/** Why no profile can have an id (wire fact D19), each as a sentence without its full stop. */
export const ID_PROBLEMS = {
  empty: 'the id is empty',
  'too-long': `the id is longer than ${PROFILE_ID_LIMIT} characters`,
  character: 'the id contains + or /',
} as const
export type IdProblem = keyof typeof ID_PROBLEMS

/** What is wrong with an id; null for one that a profile can have. */
export function problemOfId(id: string): IdProblem | null {
  if (id === '') return 'empty'
  if (id.length > PROFILE_ID_LIMIT) return 'too-long'
  return /[+/]/.test(id) ? 'character' : null
}
