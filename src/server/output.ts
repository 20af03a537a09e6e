import { fstatSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'

/** Most that waits for a reader who is slow, in bytes; what comes while so much waits is dropped. */
const MOST_WAITING_BYTES = 1_048_576

export type Output = {
  /** @param text whole lines. @returns false when it was dropped, because it cannot be taken */
  write: (text: string) => boolean
  /** How many times something was dropped. */
  dropped: () => number
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
  let dropped = 0
  return {
    write(text) {
      const isTaken = put.write(text)
      if (!isTaken) dropped += 1
      return isTaken
    },
    dropped: () => dropped,
    flushed: put.flushed,
  }
}

type Put = Omit<Output, 'dropped'>

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
      } catch {
        isTorn ||= written > 0
      }
      return written === bytes.length
    },
    flushed: async () => {},
  }
}

function putInPipe(fd: number): Put {
  const socket = new Socket({ fd, readable: false, writable: true })
  // Whoever read has gone; from now on everything is dropped.
  socket.on('error', () => socket.destroy())
  return {
    write(text) {
      const isTaken = !socket.destroyed && socket.writableLength < MOST_WAITING_BYTES
      if (isTaken) socket.write(text)
      return isTaken
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
  return () => (opened ??= openOutput(fd))
}

/** For the log and nothing else. */
export const standardOutput = lazily(1)
/** For sentences to the operator. */
export const standardError = lazily(2)
