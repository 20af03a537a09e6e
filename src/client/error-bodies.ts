import * as v from 'valibot'
import { ErrorResponse, type First, Problem } from '#contract/errors.ts'
import type { Permission } from '#contract/roles.ts'

/** `code` in the console family's spelling: `precondition-failed`, whichever family says so. */
export type ErrorBody = {
  code?: string
  message: string
  fields?: Record<string, string> | undefined
  requestId?: string
  first?: First | undefined
  permission?: Permission | undefined
}

const RestMessage = v.object({ message: v.string() })
const MESSAGE_START = '<message>'

/** What an error body says, whichever family of the API it comes from; undefined when it is none of theirs. */
export function readErrorBody(text: string): ErrorBody | undefined {
  return readXml(text) ?? readJson(text)
}

function readXml(text: string): ErrorBody | undefined {
  const refused = text.indexOf('<success>false</success>')
  const start = text.indexOf(MESSAGE_START, refused)
  const end = text.indexOf('</message>', start)
  if (refused === -1 || start === -1 || end === -1) return undefined
  return { message: text.slice(start + MESSAGE_START.length, end) }
}

function readJson(text: string): ErrorBody | undefined {
  const body = parsed(text)
  const problem = v.safeParse(Problem, body)
  if (problem.success) return { ...problem.output, message: problem.output.detail }

  const admin = v.safeParse(ErrorResponse, body)
  const told = admin.success ? admin.output.errors[0] : undefined
  if (admin.success && told) {
    const code = told.errorCode.replaceAll('.', '-').toLowerCase()
    const { requestId } = admin.output
    return { code, message: told.message, requestId, ...told.meta }
  }

  const rest = v.safeParse(RestMessage, body)
  return rest.success ? rest.output : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
