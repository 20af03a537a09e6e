import { expect, it } from 'vitest'
import { waitingLine } from '#server/line.ts'

const FLOOD = '198.51.100.9'

/** A line of one at a time, whose work is called by its name and goes on until it is told to end. */
function makeLine(places: number) {
  const inTurn = waitingLine({ atOnce: 1, places })
  const begun: string[] = []
  const endings = new Map<string, () => void>()

  function come(name: string, remoteAddress: string | null, signal = new AbortController().signal) {
    const outcome = inTurn({ remoteAddress, signal }, async () => {
      begun.push(name)
      const work = Promise.withResolvers<void>()
      endings.set(name, work.resolve)
      await work.promise
      return `${name} is done`
    })
    outcome.catch(() => {}) // looked at when the test asks for it
    return outcome
  }

  /** Lets one after the other end. @returns the names of all work in the order in which it began */
  async function finish(): Promise<string[]> {
    for (let ended = 0; ; ended += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (ended === begun.length) return begun
      endings.get(begun[ended] ?? '')?.()
    }
  }
  return { come, finish }
}

it('lets each network have its turn, however many of one wait', async () => {
  const { come, finish } = makeLine(100)
  for (const name of ['flood 1', 'flood 2', 'flood 3', 'flood 4']) void come(name, FLOOD)

  void come('Ana', '203.0.113.7')
  void come('Bo', '203.0.113.8')
  void come('Ana again', '203.0.113.7')

  expect(await finish()).toEqual(['flood 1', 'flood 2', 'Ana', 'Bo', 'flood 3', 'Ana again', 'flood 4'])
})

it('does not let a network past others by coming anew each time', async () => {
  const { come, finish } = makeLine(100)
  for (const name of ['a1', 'a2', 'a3']) void come(name, FLOOD)
  for (const name of ['b1', 'b2']) void come(name, '203.0.113.8')
  const comingAnew = come('c1', '203.0.113.7').then(() => come('c2', '203.0.113.7'))

  expect(await finish()).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'c2'])
  await comingAnew
})

it('takes addresses of one IPv6 network for one', async () => {
  const { come, finish } = makeLine(100)
  for (const host of [1, 2, 3]) void come(`flood ${host}`, `2001:db8::${host}`)

  void come('Ana', '2001:db8:0:1::1')

  expect(await finish()).toEqual(['flood 1', 'flood 2', 'Ana', 'flood 3'])
})

it('answers what the work answers, and goes on when it fails', async () => {
  const inTurn = waitingLine({ atOnce: 1, places: 1 })
  const who = { remoteAddress: null, signal: new AbortController().signal }

  await expect(inTurn(who, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn(who, async () => 'done')).toBe('done')
})

it('when full, sends away the last of those who sent most, and asks them to come back', async () => {
  const { come, finish } = makeLine(3)
  const flood = ['flood 1', 'flood 2', 'flood 3', 'flood 4'].map((name) => come(name, FLOOD))

  const ana = come('Ana', '203.0.113.7')

  await expect(flood.at(-1)).rejects.toMatchObject({ code: 'unavailable', headers: { 'Retry-After': '5' } })
  expect(await finish()).toEqual(['flood 1', 'flood 2', 'Ana', 'flood 3'])
  expect(await ana).toBe('Ana is done')
})

it('when full of others who wait for their only turn, sends away who comes last', async () => {
  const { come, finish } = makeLine(2)
  for (const host of [1, 2, 3]) void come(`one of ${host}`, `203.0.113.${host}`)

  await expect(come('Ana', '203.0.113.7')).rejects.toMatchObject({ code: 'unavailable' })
  expect(await finish()).toEqual(['one of 1', 'one of 2', 'one of 3'])
})

it('does no work for those who have gone, and gives their place to others', async () => {
  const { come, finish } = makeLine(2)
  const leaving = new AbortController()
  void come('running', FLOOD)
  const gone = come('gone', FLOOD, leaving.signal)
  void come('staying', FLOOD)

  leaving.abort()
  const goneBefore = come('gone before', FLOOD, leaving.signal)
  void come('in the free place', FLOOD)

  await expect(gone).rejects.toMatchObject({ code: 'unavailable' })
  await expect(goneBefore).rejects.toMatchObject({ code: 'unavailable' })
  expect(await finish()).toEqual(['running', 'staying', 'in the free place'])
})

it('lets those go on who leave while they are served', async () => {
  const { come, finish } = makeLine(2)
  const leaving = new AbortController()
  const leaver = come('leaver', FLOOD, leaving.signal)
  const waiter = come('waiter', FLOOD, leaving.signal)
  const other = come('other', FLOOD)

  const served = finish()
  await leaver
  leaving.abort()
  await served

  expect(await Promise.allSettled([leaver, waiter, other])).toMatchObject([
    { value: 'leaver is done' },
    { value: 'waiter is done' },
    { value: 'other is done' },
  ])
})
