import { expect, it } from 'vitest'
import { sha256Hex as asNodeHasIt } from '#server/sha256.ts'
import { sha256Hex } from '#service/sha256.ts'
import { sha256Hex as asBrowsersHaveIt } from '../../src/service/sha256.ts'

it('is the same on Node and in a browser', () => {
  for (const text of ['', 'abc', 'tpa_é€😀', 'half of a pair \ud83d', 'x'.repeat(10_000)])
    expect(asNodeHasIt(text)).toBe(asBrowsersHaveIt(text))
  // Source: FIPS 180-2, appendix B.1.
  expect(asNodeHasIt('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

it('is Node’s own where the service runs on Node', () => {
  expect(sha256Hex).toBe(asNodeHasIt)
})
