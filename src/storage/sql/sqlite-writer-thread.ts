import { Worker } from 'node:worker_threads'
import { Fault } from '#service/errors.ts'
import type { Writer, WriterReply, WriterRequest } from './sqlite-writer.ts'

/** The thread that writes is gone, however it ended, and what it was doing may be stored or not. */
export class WriterEndedError extends Fault {
  override name = 'WriterEndedError'
}

/** Starts the thread that writes, which answers requests in their order. */
export function startWriter() {
  const worker = new Worker(new URL('./sqlite-writer.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  /** Who asked first is answered first, and alone knows with what. */
  const waiting: ((reply: WriterReply<never>) => void)[] = []
  const failed = Promise.withResolvers<WriterEndedError>()
  const exited = Promise.withResolvers<void>()
  let ended: WriterEndedError | undefined
  let isClosing = false
  let beforeAnswer = () => {}

  const end = (reason: string, cause?: unknown) => {
    ended ??= new WriterEndedError(`The thread that writes to the database ended: ${reason}`, { cause })
    for (const answer of waiting.splice(0)) answer({ error: ended, fields: {} })
    if (!isClosing) failed.resolve(ended)
  }
  worker.on('message', (reply: WriterReply<never>) => {
    beforeAnswer()
    waiting.shift()?.(reply)
  })
  worker.once('error', (error: Error) => end(error.message, error))
  worker.once('exit', (code) => {
    end(`exit code ${code}`)
    exited.resolve()
  })

  return {
    /** Settles when the thread ends by itself. */
    failed: failed.promise,

    /** Has something done before each answer reaches whoever asked. */
    beforeAnswers(does: () => void) {
      beforeAnswer = does
    },

    /**
     * @param moved what the request gives away instead of copying it
     * @throws WriterEndedError when the thread has ended or ends before it answers
     */
    async ask<Name extends keyof Writer>(
      name: Name,
      given: Parameters<Writer[Name]>,
      moved: ArrayBuffer[] = [],
    ): Promise<ReturnType<Writer[Name]>> {
      if (ended) throw ended
      worker.postMessage({ name, given } satisfies WriterRequest<Name>, moved)
      const reply = await new Promise<WriterReply<Name>>((resolve) => waiting.push(resolve))
      if ('error' in reply) throw Object.assign(reply.error, reply.fields)
      return reply.result
    },

    async close() {
      isClosing = true
      worker.postMessage({ name: 'close', given: [] } satisfies WriterRequest<'close'>, [])
      await exited.promise
    },
  }
}
