import { afterEach, describe, expect, it, vi } from 'vitest'
import { pages } from '#console/pages.ts'
import { getImplementation } from '#contract/implementation.ts'
import { getSignInWays } from '#contract/oidc.ts'
import { createRequest } from '#client/request.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

/** Opens the console at an address, as far as this file of it goes. */
async function openedAt(path: string, answer = async () => Response.json({}, { status: 403 })) {
  history.replaceState(null, '', path)
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return answer()
  })
  vi.resetModules()
  const { fetchOrFirst } = await import('#console/first-call.ts')
  return { asked, fetchOrFirst }
}

const { path: IMPLEMENTATION, pathOfClient } = pages.implementation

it('asks for how people may sign in where Implementation leads to that, before there is code to show it', async () => {
  const { asked } = await openedAt('/', async () => Response.json({}, { status: 401 }))

  await expect.poll(() => asked).toEqual([getImplementation.path, getSignInWays.path])
})

describe('what Implementation shows', () => {
  it.each([
    '/',
    IMPLEMENTATION,
    `${IMPLEMENTATION}/`,
    pathOfClient.replace(':client', 'northwind'),
    '/setup/implementation',
  ])('is asked for before there is code to show it at %s', async (path) => {
    expect((await openedAt(path)).asked).toEqual([getImplementation.path])
  })

  it.each(
    Object.values(pages)
      .map(({ path }) => path)
      .filter((path) => path !== IMPLEMENTATION),
  )('is not asked for at %s', async (path) => {
    expect((await openedAt(path)).asked).toEqual([])
  })

  it('is asked for once, and again by whoever asks a second time', async () => {
    const { asked, fetchOrFirst } = await openedAt('/')
    const request = createRequest({ fetch: fetchOrFirst })

    await expect(request(getImplementation)).rejects.toMatchObject({ status: 403 })
    expect(asked).toHaveLength(1)
    await expect(request(getImplementation)).rejects.toMatchObject({ status: 403 })
    expect(asked).toHaveLength(2)
  })

  it('is told of as unreachable by whoever asks, where it did not come, and by nobody else', async () => {
    const { asked, fetchOrFirst } = await openedAt('/', () => Promise.reject(new TypeError('offline')))
    const request = createRequest({ fetch: fetchOrFirst })

    await expect(request(getImplementation)).rejects.toMatchObject({ kind: 'unreachable' })
    // A read that fails is tried once more.
    expect(asked).toHaveLength(2)
  })
})
