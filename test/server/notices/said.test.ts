import { expect, it } from 'vitest'
import { lineOf } from '#server/notices/said.ts'

it('keeps words as they are', () => {
  expect(lineOf('550 5.1.1 Boîte aux lettres pleine')).toBe('550 5.1.1 Boîte aux lettres pleine')
})

it('makes one line of several, without what nobody sees or what turns the text around', () => {
  expect(lineOf('<h1>\r\n  Bad\u0000\tgateway</h1>\u202e\u200b ends\u2028')).toBe(
    '<h1> Bad gateway</h1> ends',
  )
})

it('cuts a long line between characters', () => {
  expect(lineOf('🔒'.repeat(300))).toBe(`${'🔒'.repeat(199)}…`)
})

it.each(['', ' \n\t', '\u0000\u200b'])('has nothing to keep of %j', (words) => {
  expect(lineOf(words)).toBeNull()
})
