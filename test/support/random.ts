/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Bytes that look random and are the same for the same seed. */
export function bytesFrom(seed: number): (byteCount: number) => Uint8Array<ArrayBuffer> {
  const random = randomOf(seed)
  return (byteCount) => Uint8Array.from({ length: byteCount }, () => Math.floor(random() * 256))
}
