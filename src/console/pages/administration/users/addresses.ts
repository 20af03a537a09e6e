/** Looks like an address; whether it is one is for the service to say. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The addresses in what was written, a line or a comma each, each once; and what is none. */
export function addressesIn(text: string): { emails: string[]; wrong: string[] } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  const emails = parts.filter((part) => ADDRESS.test(part)).map((part) => part.toLowerCase())
  return { emails: [...new Set(emails)], wrong: parts.filter((part) => !ADDRESS.test(part)) }
}
