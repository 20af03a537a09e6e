import * as v from 'valibot'
import { Email } from '#contract/email.ts'

/** A name before an address in `<…>`, from the start of a line or what parts two of them; it may have a comma in it. */
const NAMED = /(?<=^|[,;\n>])(?:"[^"]*"|[^"@;\n<>])*<([^<>]*)>/g

/** The addresses in what was written, a line, a comma or a blank each, each once; and what is none. */
export function addressesIn(text: string): { emails: string[]; wrong: string[] } {
  const parts = text
    .replaceAll(NAMED, '\n$1\n')
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
  const read = parts.map((part) => v.safeParse(Email, part))
  const emails = read.flatMap(({ success, output }) => (success ? [output] : []))
  return { emails: [...new Set(emails)], wrong: parts.filter((_, index) => !read[index]?.success) }
}
