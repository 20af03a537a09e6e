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

it('gives a text the same fingerprint each time, and another one in another context or under another key', async () => {
  const cipher = await aesCipher(key(1))
  const fingerprint = await cipher.fingerprint('anna', 'acme pcId')

  expect(fingerprint).toMatch(/^[0-9a-f]{32}$/)
  expect(await cipher.fingerprint('anna', 'acme pcId')).toBe(fingerprint)
  expect(await cipher.fingerprint('anna', 'acme thirdPartyId')).not.toBe(fingerprint)
  expect(await cipher.fingerprint('bo', 'acme pcId')).not.toBe(fingerprint)
  expect(await (await aesCipher(key(2))).fingerprint('anna', 'acme pcId')).not.toBe(fingerprint)
})
