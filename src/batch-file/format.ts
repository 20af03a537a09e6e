/** What bytes are that are no text in UTF-8, by how they begin; null for what may be. */
export function formatOf(bytes: Uint8Array): 'gzip' | 'ZIP' | 'UTF-16' | null {
  const [first, second, third] = bytes
  if (first === 0x1f && second === 0x8b) return 'gzip'
  if (first === 0x50 && second === 0x4b && third === 0x03) return 'ZIP'
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return hasMark || first === 0 || second === 0 ? 'UTF-16' : null
}
