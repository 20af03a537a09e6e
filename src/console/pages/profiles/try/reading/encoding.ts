/** What a file is written in, by the WHATWG's names for it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** So much of a file is read at a time, in bytes: little enough that the page answers in between. */
const SLICE_BYTES = 128 * 1024
const HEAD_BYTES = 4096

/** A character that only UTF-8 can have given; U+FFFD stands for bytes that are none. */
const BEYOND_ASCII = /[^\0-\x7F\uFFFD]/

/** A file's bytes in slices. @throws what `signal` was aborted with */
export async function* slicesOf(
  file: Blob,
  signal: AbortSignal,
  onProgress: (readBytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    signal.throwIfAborted()
    yield new Uint8Array(await file.slice(at, at + SLICE_BYTES).arrayBuffer())
    onProgress(Math.min(at + SLICE_BYTES, file.size))
  }
}

/**
 * Recognises how spreadsheets write text: by the mark at its beginning, by NULs where UTF-16 has them, else by whether it is
 * UTF-8. A file that is UTF-8 up to a byte that is not, characters beyond ASCII among it, counts as that with a fault.
 */
export async function encodingOf(file: Blob, signal: AbortSignal): Promise<Encoding> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  const byHead = utf16By(head)
  if (byHead !== null) return byHead
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let wasBeyondAscii = false
  for await (const bytes of slicesOf(file, signal)) {
    try {
      const text = utf8.decode(bytes, { stream: true })
      wasBeyondAscii ||= text.length < bytes.length
    } catch {
      return wasBeyondAscii || BEYOND_ASCII.test(new TextDecoder().decode(bytes)) ? 'utf-8' : 'windows-1252'
    }
  }
  return 'utf-8'
}

function utf16By(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const nulsAt = (parity: number) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length
  const [even, odd] = [nulsAt(0), nulsAt(1)]
  if (Math.max(even, odd) < head.length / 5) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** A file's text in pieces. A character that is none becomes U+FFFD. */
export async function* textOf(slices: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of slices) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}
