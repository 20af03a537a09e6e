import type { Client } from '../context.ts'

const PRODUCT = ['Profile API Console', 'Adobe Target']

/**
 * The words that a person's password must not be made of: their name and e-mail, the product's and the client's, each
 * whole, in its parts, and written together.
 */
export function ownWords(
  { name, email }: { name: string; email: string },
  { clientCode, tenant, imsOrgId }: Client,
): string[] {
  const said = [email, name, ...PRODUCT, clientCode, tenant, imsOrgId ?? '']
  const words = said.flatMap((text) => {
    const parts = text.split(/[^\p{L}\p{M}\p{N}]+/u)
    return [text, parts.join(''), ...parts]
  })
  return [...new Set(words.filter((word) => word.length > 1))]
}
