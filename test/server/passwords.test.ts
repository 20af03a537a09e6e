import { expect, it } from 'vitest'
import { argon2Passwords } from '#server/passwords.ts'

const passwords = argon2Passwords()
const who = { remoteAddress: '203.0.113.7', signal: new AbortController().signal }

it('knows the password it hashed from any other', async () => {
  const hash = await passwords.hash('correct horse battery staple', who)

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await passwords.verify('correct horse battery staple', hash, who)).toBe(true)
  expect(await passwords.verify('correct horse battery stapler', hash, who)).toBe(false)
})

it('reads the hashes of other tools, whatever their cost', async () => {
  // From the argon2 command of the reference implementation: password, somesalt, -id -t 2 -m 16 -p 1.
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'

  expect(await passwords.verify('password', hash, who)).toBe(true)
})

it('answers every one of many at once', async () => {
  const hash = await passwords.hash('correct horse battery staple', who)

  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      passwords.verify(index % 2 ? 'correct horse battery staple' : 'wrong', hash, who),
    ),
  )

  expect(answers).toEqual([false, true, false, true, false, true])
})

it('has a decoy that no password matches, of the cost of every other', async () => {
  const hash = await passwords.hash('correct horse battery staple', who)

  expect(passwords.decoy.split('$').slice(0, 4)).toEqual(hash.split('$').slice(0, 4))
  expect(passwords.decoy).toHaveLength(hash.length)
  expect(await passwords.verify('correct horse battery staple', passwords.decoy, who)).toBe(false)
})
