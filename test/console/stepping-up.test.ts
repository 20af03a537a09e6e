import { expect, it } from 'vitest'
import { ApiError } from '#client/api-error.ts'
import type { ServiceRequest } from '#client/request.ts'
import { getSession, signOut } from '#contract/sign-in.ts'
import { steppingUp } from '#console/stepping-up.ts'

const refused = (code: string) => new ApiError({ kind: 'refused', status: 401, code, message: '' })

/** Calls that are refused in turn, and then done. */
function makeCalls(...refusals: ApiError[]) {
  const called: string[] = []
  const request = async ({ id }: { id: string }) => {
    called.push(id)
    const refusal = refusals.shift()
    if (refusal) throw refusal
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody reads the answers
  return { request: request as ServiceRequest, called }
}

const never = async () => {
  throw new Error('Nobody is to be asked.')
}

it('asks once for all that waits, and makes each call again', async () => {
  const { request, called } = makeCalls(refused('fresh-sign-in-required'), refused('fresh-sign-in-required'))
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const send = steppingUp(
    request,
    () => promise,
    () => true,
  )

  const calls = Promise.all([send(getSession), send(signOut)])
  resolve(true)
  await calls

  expect(called).toEqual(['getSession', 'signOut', 'getSession', 'signOut'])
})

it('makes no call again for who would not', async () => {
  const { request, called } = makeCalls(refused('fresh-sign-in-required'))
  const send = steppingUp(
    request,
    async () => false,
    () => true,
  )

  await expect(send(signOut)).rejects.toMatchObject({ code: 'fresh-sign-in-required' })
  expect(called).toEqual(['signOut'])
})

it('makes a call again that came with the secret of before, once', async () => {
  const passing = makeCalls(refused('signed-out'))
  const lasting = makeCalls(refused('signed-out'), refused('signed-out'))

  await steppingUp(passing.request, never, () => true)(signOut)
  const really = steppingUp(lasting.request, never, () => true)(signOut)

  await expect(really).rejects.toMatchObject({ code: 'signed-out' })
  expect([passing.called.length, lasting.called.length]).toEqual([2, 2])
})

it.each([
  ['nobody is signed in', refused('signed-out'), false],
  ['it is refused for another reason', refused('forbidden'), true],
  ['it failed', new ApiError({ kind: 'failed', status: 500, message: '' }), true],
])('makes no call again when %s', async (_, error, isSignedIn) => {
  const { request, called } = makeCalls(error)

  await expect(steppingUp(request, never, () => isSignedIn)(signOut)).rejects.toBe(error)
  expect(called).toEqual(['signOut'])
})
