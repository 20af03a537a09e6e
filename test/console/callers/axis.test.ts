import { expect, it } from 'vitest'
import { axisOf } from '#console/pages/administration/implementation/callers/axis.ts'

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [10, [0, 5, 10]],
  [99, [0, 25, 50, 75, 100]],
  [142, [0, 50, 100, 150]],
  [1890, [0, 500, 1000, 1500, 2000]],
  [2001, [0, 1000, 2000, 3000]],
  [12_345_678, [0, 5_000_000, 10_000_000, 15_000_000]],
])('has whole round numbers up to %i', (highest, lines) => {
  expect(axisOf(highest)).toEqual(lines)
})

it('has few lines, evenly, none much too high', () => {
  for (let highest = 1; highest < 3000; highest += 1) {
    const lines = axisOf(highest)
    const top = lines.at(-1) ?? 0
    expect(lines.length).toBeLessThanOrEqual(5)
    expect(lines.every(Number.isInteger)).toBe(true)
    expect(top).toBeGreaterThanOrEqual(highest)
    expect(top).toBeLessThanOrEqual(2 * highest)
  }
})
