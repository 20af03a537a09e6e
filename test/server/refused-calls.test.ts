import { expect, it } from 'vitest'
import { memoryRefusedCalls } from '#server/refused-calls.ts'

it('sums refused calls up by address and reason, until they are taken', () => {
  const calls = memoryRefusedCalls()
  calls.count('no-credentials', '203.0.113.7')
  calls.count('expired-token', '203.0.113.7')
  calls.count('expired-token', '203.0.113.7')
  calls.count('no-credentials', null)

  expect(calls.take()).toEqual([
    { remoteAddress: '203.0.113.7', reasons: { 'no-credentials': 1, 'expired-token': 2 } },
    { remoteAddress: null, reasons: { 'no-credentials': 1 } },
  ])
  expect(calls.take()).toEqual([])
})

it('keeps 500 addresses apart and counts the others together', () => {
  const calls = memoryRefusedCalls()

  for (let host = 0; host < 700; host += 1) calls.count('no-token', `2001:db8::${host}`)
  calls.count('no-token', '2001:db8::499')

  const taken = calls.take()
  expect(taken).toHaveLength(501)
  expect(taken[499]).toMatchObject({ remoteAddress: '2001:db8::499', reasons: { 'no-token': 2 } })
  expect(taken[500]).toEqual({ remoteAddress: null, reasons: { 'no-token': 200 } })
})
