import { fstatSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'

/** Most that waits for a reader who is slow, in bytes; what comes while so much waits is dropped. */
const MOST_WAITING_BYTES = 1_048_576

export type Output = {
  /** @param text whole lines, which are written with all others of this turn of the event loop, for that takes less than one by one */
  write: (text: string) => void
  /** How many lines were dropped. */
  dropped: () => number
  /** Is told how many were dropped, as soon as there is room again. */
  afterDropping: (tell: (lines: number) => void) => void
  /** Writes what there is of this turn at once. */
  hand: () => void
  /** Settles when nothing waits any more, or after so long. */
  flushed: (withinMs: number) => Promise<void>
}

/**
 * An output of the process that holds up nobody: what a full disk, a reader who has gone or one who does not read cannot take
 * is dropped and counted. A terminal that is stopped is waited for.
 *
 * @param fd of a file, a pipe, a socket or a terminal that is open already
 */
export function openOutput(fd: number): Output {
  const stats = fstatSync(fd)
  // Only what is written to a file or a device is taken, or refused, at once.
  const put = stats.isFIFO() || stats.isSocket() ? putInPipe(fd) : putInFile(fd)
  let ofThisTurn = ''
  let dropped = 0
  let untold = 0
  let tell = (_lines: number) => {}
  function hand() {
    if (ofThisTurn === '') return
    const text = ofThisTurn
    ofThisTurn = ''
    const lost = put.write(text)
    dropped += lost
    untold += lost
    if (lost > 0 || untold === 0) return
    const lines = untold
    untold = 0
    tell(lines)
  }
  return {
    write(text) {
      if (ofThisTurn === '') setImmediate(hand)
      ofThisTurn += text
    },
    dropped: () => dropped,
    afterDropping(told) {
      tell = told
    },
    hand,
    flushed(withinMs) {
      hand()
      return put.flushed(withinMs)
    },
  }
}

type Put = Pick<Output, 'flushed'> & {
  /** @returns how many of its lines were dropped */
  write: (text: string) => number
}

function putInFile(fd: number): Put {
  /** Whether there was room for the beginning of a line alone, which the next one is not to go on with. */
  let isTorn = false
  return {
    write(text) {
      const bytes = Buffer.from(isTorn ? `\n${text}` : text)
      let written = 0
      try {
        while (written < bytes.length) written += writeSync(fd, bytes, written)
        isTorn = false
        return 0
      } catch {
        if (written > 0) isTorn = bytes[written - 1] !== NEW_LINE
        return linesIn(bytes.subarray(written))
      }
    },
    flushed: async () => {},
  }
}

const NEW_LINE = 0x0a

const linesIn = (bytes: Uint8Array) => bytes.reduce((lines, byte) => lines + Number(byte === NEW_LINE), 0)

function putInPipe(fd: number): Put {
  const socket = new Socket({ fd, readable: false, writable: true })
  // Whoever read has gone; from now on everything is dropped.
  socket.on('error', () => socket.destroy())
  return {
    write(text) {
      const isTaken = !socket.destroyed && socket.writableLength < MOST_WAITING_BYTES
      if (!isTaken) return linesIn(Buffer.from(text))
      socket.write(text)
      return 0
    },
    flushed(withinMs) {
      const { promise, resolve } = Promise.withResolvers<void>()
      // Called when all before it is out, or cannot be.
      socket.write('', () => resolve())
      AbortSignal.timeout(withinMs).addEventListener('abort', () => resolve())
      return promise
    },
  }
}

/** Each is opened once, and not where nothing is written to it. */
function lazily(fd: number): () => Output {
  let opened: Output | undefined
  return () => {
    if (opened === undefined) {
      opened = openOutput(fd)
      // However the process ends, what it has said by then is not lost.
      process.on('exit', opened.hand)
    }
    return opened
  }
}

/** For the log and nothing else. */
export const standardOutput = lazily(1)
/** For sentences to the operator. */
export const standardError = lazily(2)
