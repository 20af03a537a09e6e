const [SPACE, QUOTATION_MARK, ZERO, BACKSLASH] = [0x20, 0x22, 0x30, 0x5c]
/** A control character takes six: `\u001e`. */
const MOST_BYTES_OF_ONE = 6

const encoder = new TextEncoder()
/** What JSON writes for the characters up to the backslash. */
const ESCAPES = Array.from({ length: BACKSLASH + 1 }, (_, code) =>
  encoder.encode(JSON.stringify(String.fromCharCode(code)).slice(1, -1)),
)

/** Writes JSON into memory, byte by byte, because half a million rows would make millions of strings. */
export class JsonWriter {
  #bytes: Uint8Array<ArrayBuffer>
  #end = 0

  /** @param byteCount how much is likely to be written */
  constructor(byteCount: number) {
    this.#bytes = new Uint8Array(byteCount)
  }

  get byteCount(): number {
    return this.#end
  }

  get written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#end)
  }

  /** Writes what is JSON already. */
  put(json: Uint8Array) {
    this.#makeRoom(json.length)
    for (let at = 0; at < json.length; at += 1) this.#bytes[this.#end + at] = json[at] ?? 0
    this.#end += json.length
  }

  /** Writes a whole number, 0 or more. */
  putNumber(value: number) {
    if (value >= 10) this.putNumber(Math.floor(value / 10))
    this.#makeRoom(1)
    this.#bytes[this.#end] = ZERO + (value % 10)
    this.#end += 1
  }

  /** Writes the inside of a string: the UTF-8 in `source` from `start` up to `end`. */
  putText(source: Uint8Array, start: number, end: number) {
    this.#makeRoom((end - start) * MOST_BYTES_OF_ONE)
    const bytes = this.#bytes
    let written = this.#end
    for (let at = start; at < end; at += 1) {
      const byte = source[at] ?? 0
      if (byte >= SPACE && byte !== QUOTATION_MARK && byte !== BACKSLASH) {
        bytes[written] = byte
        written += 1
      } else {
        for (const escaped of ESCAPES[byte] ?? []) {
          bytes[written] = escaped
          written += 1
        }
      }
    }
    this.#end = written
  }

  #makeRoom(byteCount: number) {
    if (this.#end + byteCount <= this.#bytes.length) return
    const larger = new Uint8Array(2 * (this.#end + byteCount))
    larger.set(this.written)
    this.#bytes = larger
  }
}
