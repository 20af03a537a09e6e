/** What the system says by a code, for the operator; anything else says it itself. */
const REASONS: Record<string, string> = {
  EACCES: 'this user may not use it',
  EPERM: 'this user may not use it',
  EROFS: 'it is on a disk that cannot be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EEXIST: 'something else is in its place',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its path goes in a circle',
  ENOENT: 'a part of its path is missing',
}

/** Why something failed, to stand at the end of a sentence without its full stop. */
export function reasonOf(error: unknown): string {
  // A host name with several addresses fails once for each; the first says it.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  if (!(first instanceof Error)) return String(first)
  const code = 'code' in first ? String(first.code) : ''
  return REASONS[code] ?? first.message
}
