import { expect, it } from 'vitest'
import { random } from '#server/random.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

it('gives as many bytes as are asked for, each time others, and leaves alone what it gave', () => {
  const given = Array.from({ length: 1000 }, () => random(12))
  const atFirst = given.map(hex)
  expect(new Set(atFirst).size).toBe(1000)
  expect(given.every((bytes) => bytes.length === 12)).toBe(true)

  expect(random(10_000)).toHaveLength(10_000)
  random(4096)
  expect(given.map(hex)).toEqual(atFirst)
})
