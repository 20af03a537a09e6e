/** What the system says of a file by a code, for the operator. */
const REASONS: Record<string, string> = {
  EACCES: 'this user may not use it',
  EPERM: 'this user may not use it',
  EROFS: 'its disk cannot be written to',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the disk is full',
  EEXIST: 'something else is in its place',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its path goes in a circle',
  ENOENT: 'a part of its path is missing',
}

/** Why a file or a folder cannot be used, to stand at the end of a sentence without its full stop. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? messageOf(error)
}

/** What an error says of itself. */
export function messageOf(error: unknown): string {
  // A host name with several addresses fails once for each; the first says it.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error ? first.message : String(first)
}
