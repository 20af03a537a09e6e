const LINE_FEED = 0x0a

/** The same bytes with some of their lines left blank, so that the others keep their numbers. */
export function* withoutLines(
  parts: Uint8Array<ArrayBuffer>[],
  lines: ReadonlySet<number>,
): Generator<Uint8Array<ArrayBuffer>> {
  let line = 1
  for (const bytes of parts) {
    let keptFrom = 0
    for (let at = 0; at < bytes.length;) {
      const lineFeed = bytes.indexOf(LINE_FEED, at)
      const end = lineFeed === -1 ? bytes.length : lineFeed
      if (lines.has(line)) {
        yield bytes.subarray(keptFrom, at)
        keptFrom = end
      }
      if (lineFeed !== -1) line += 1
      at = end + 1
    }
    yield bytes.subarray(keptFrom)
  }
}
