/** What people send in the place of `Bearer <token>`, by how it begins. */
const MISTAKES: readonly (readonly [RegExp, string])[] = [
  [/^["'`\u0080-\uffff]/, 'stands in quotation marks'],
  [/^authorization\b/i, 'begins with its own name once more'],
  [/^basic\b/i, 'is of the scheme Basic, as a user and a password or a .netrc file make it'],
  [/^(?:tpa|tdb|tse)_/, 'holds the token without Bearer before it'],
  [/^bearer[\s.:=]*$/i, 'has no token'],
  [/^bearer\s+bearer\b/i, 'has Bearer twice'],
  [/^bearer\s+["'`\u0080-\uffff]/i, 'has the token in quotation marks'],
  [/^bearer\s+[$<{[%]/i, 'has a placeholder where the token belongs'],
  [/^(?!bearer\b)[\w-]+\s/i, 'is of another scheme'],
]

/** How an `Authorization` header is to read, and what this one is instead, without its values and without a full stop. */
export function headerMistake(header: string): string {
  const [, what] = MISTAKES.find(([form]) => form.test(header)) ?? []
  const rule = 'The Authorization header must read: Bearer, one blank, the token'
  return what === undefined ? rule : `${rule}; this one ${what}`
}
