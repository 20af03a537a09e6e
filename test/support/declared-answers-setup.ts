import { Hono } from 'hono'
import { afterEach, vi } from 'vitest'
import type * as App from '#service/app.ts'
import { note, takeNotes } from './answers.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** Each `operation status` that was answered in the test. */
    answers?: string[]
  }
}

const underWay = new Set<Promise<void>>()

/** Reads a copy of the answer, once the test lets it come; one that is broken off says nothing. */
function noteAnswerOf(method: string, url: string, response: Response): Promise<void> {
  const copy = response.clone()
  const { pathname } = new URL(url)
  const noting = copy.text().then(
    (text) => note({ method, pathname, status: copy.status, headers: copy.headers, text }),
    () => {},
  )
  underWay.add(noting)
  return noting.finally(() => underWay.delete(noting))
}

/** Every service that a test makes is watched. */
vi.mock('#service/app.ts', async (importOriginal) => {
  const original = await importOriginal<typeof App>()
  const createApp: typeof original.createApp = (...given) => {
    const watched: ReturnType<typeof original.createApp> = new Hono()
    watched.use(async (call, next) => {
      await next()
      await noteAnswerOf(call.req.method, call.req.url, call.res)
    })
    return watched.route('/', original.createApp(...given))
  }
  return { ...original, createApp }
})

/** And so is every real one that it calls; a page test calls none, and what it puts in place of an answer is its own. */
if (typeof document === 'undefined') {
  const callService = globalThis.fetch
  globalThis.fetch = async (...given) => {
    const { method, url } = new Request(...given)
    const response = await callService(...given)
    if (new URL(url).hostname === 'localhost') void noteAnswerOf(method, url, response)
    return response
  }
}

afterEach(async ({ task }) => {
  await Promise.all(underWay)
  const { answers, undeclared } = takeNotes()
  task.meta.answers = answers
  if (undeclared.length > 0) throw new Error(undeclared.join('\n'))
})
