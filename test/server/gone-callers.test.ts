import { expect, it, onTestFinished } from 'vitest'
import { getAccessToken } from '#contract/second-step.ts'
import { createApp } from '#service/app.ts'
import type { SignInCandidate } from '#service/ports.ts'
import { readConfig } from '#server/config.ts'
import { waitingLine } from '#server/line.ts'
import { listen } from '#server/listen.ts'
import { json, makeService } from '../support/service.ts'

it('tries no password of a caller who has gone from the line, and counts no attempt of theirs', async () => {
  const [asked, tried, givenBack]: [string[], string[], SignInCandidate[]] = [[], [], []]
  const release = Promise.withResolvers<void>()
  const inTurn = waitingLine({ atOnce: 1, places: 10 })
  const { ports } = makeService({
    passwords: {
      hash: () => Promise.reject(new Error('nobody chooses one')),
      decoy: '',
      verify(password, _, who) {
        asked.push(password)
        return inTurn(who, async () => {
          tried.push(password)
          await release.promise
          return false
        })
      },
    },
    signInAttempts: {
      consume: async () => 0,
      giveBack: async (candidate) => void givenBack.push(candidate),
      succeed: async () => {},
    },
  })
  const server = await listen(createApp(ports).fetch, { ...readConfig({}), port: 0 })
  onTestFinished(() => server.close())
  const leaving = new AbortController()
  const signIn = async (password: string, init: RequestInit = {}) => {
    const url = `http://127.0.0.1:${server.port}${getAccessToken.path}`
    const sent = fetch(url, { ...json('POST', { email: `${password}@example.com`, password }), ...init })
    await expect.poll(() => asked).toContain(password)
    return {
      answer: sent.then(
        ({ status }) => status,
        () => 'none',
      ),
    }
  }
  const first = await signIn('first')
  const second = await signIn('second', { signal: leaving.signal })
  const third = await signIn('third')

  leaving.abort()
  await expect.poll(() => givenBack).toMatchObject([{ email: 'second@example.com' }])
  release.resolve()

  expect(await Promise.all([first.answer, second.answer, third.answer])).toEqual([401, 'none', 401])
  expect(tried).toEqual(['first', 'third'])
})
