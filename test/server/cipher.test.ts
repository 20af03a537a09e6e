import { expect, it } from 'vitest'
import { aesCipher } from '#server/cipher.ts'

const key = (byte: number) => new Uint8Array(32).fill(byte)

it('opens what it sealed, and seals the same text differently each time', async () => {
  const cipher = await aesCipher(key(1))

  const [one, other] = [await cipher.seal('a secret', 'token-1'), await cipher.seal('a secret', 'token-1')]

  expect(await cipher.open(one, 'token-1')).toBe('a secret')
  expect(one).not.toEqual(other)
})

it.each([
  { wrong: 'another row', by: 1, context: 'token-2', change: 0 },
  { wrong: 'another key', by: 2, context: 'token-1', change: 0 },
  { wrong: 'a changed byte', by: 1, context: 'token-1', change: 1 },
])('refuses $wrong', async ({ by, context, change }) => {
  const sealed = await (await aesCipher(key(1))).seal('a secret', 'token-1')
  const changed = sealed.map((byte) => byte ^ change)

  await expect((await aesCipher(key(by))).open(changed, context)).rejects.toThrow()
})
