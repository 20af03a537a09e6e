import { type Answered, operationAt, undeclaredIn } from './declared-answers.ts'

const answers = new Set<string>()
const undeclared: string[] = []

/** Notes an answer of the service, wherever a test comes by it. */
export function note(answered: Answered): void {
  const operation = operationAt(answered.method, answered.pathname)
  if (operation === undefined) return
  answers.add(`${operation.id} ${answered.status}`)
  const problem = undeclaredIn(operation, answered)
  if (problem !== undefined) undeclared.push(problem)
}

/** What was noted since this was asked last: each `operation status`, and in sentences what is not declared. */
export function takeNotes(): { answers: string[]; undeclared: string[] } {
  const notes = { answers: [...answers], undeclared: undeclared.splice(0) }
  answers.clear()
  return notes
}
