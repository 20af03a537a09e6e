import { expect, it } from 'vitest'
import { ownWords } from '#service/users/own-words.ts'
import { weaknessOf } from '#server/password-weakness.ts'

const CLIENT = { clientCode: 'acmestore', tenant: 'acmestore', imsOrgId: 'ACME@AdobeOrg', publicUrl: null }
const OWN_WORDS = ownWords({ name: 'Ana María Lindqvist', email: 'ana.lindqvist@acme-shop.example' }, CLIENT)

it.each([
  ['password123456789', 'password-too-common'],
  ['P@ssw0rd12345678', 'password-too-common'],
  ['administrator123', 'password-too-common'],
  ['contraseña123456', 'password-too-common'],
  ['ｐａｓｓｗｏｒｄ１２３４５６７８９', 'password-too-common'],
  ['30secondstomars', 'password-too-common'],
  ['PerAsperaAdAstra', 'password-too-common'],
  ['1324354657687980', 'password-too-common'],
  ['1q2w3e4r5t6y7u8i', 'password-too-common'],
  ['               ', 'password-too-uniform'],
  ['aaaaaaaaaaaaaaaaaaaa', 'password-too-uniform'],
  ['xyzzyxxyzzyxxyzzyx', 'password-too-uniform'],
  ['letmeinletmein123', 'password-too-uniform'],
  ['iloveyou iloveyou', 'password-too-uniform'],
  ['abcdefghijklmnopqrstuv', 'password-too-uniform'],
  ['😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀', 'password-too-uniform'],
  ['ana.lindqvist@acme-shop.example', 'password-of-own-words'],
  ['AnaMariaLindqvist', 'password-of-own-words'],
  ['Ana Lindqvist 1984', 'password-of-own-words'],
  ['Ána-Mária-Lindqvíst', 'password-of-own-words'],
  ['profileapiconsole', 'password-of-own-words'],
  ['Profile API Console!', 'password-of-own-words'],
  ['Profile-API-Console-2026', 'password-of-own-words'],
  ['adobe target 12345', 'password-of-own-words'],
  ['acmestore acmestore', 'password-of-own-words'],
])('%s: %s', async (password, weakness) => {
  expect(await weaknessOf(password, OWN_WORDS)).toBe(weakness)
})

it.each([
  'correct horse battery staple',
  'my dog eats blue cheese',
  'Ana never eats grapes before noon',
  'förvånansvärt grön häst i regnet',
  'собака ест голубой сыр',
  '猫は青いチーズを食べる雨の夜に静か',
  'aB3$kL9!qW2@xZ7^',
  `${'long passphrases are fine, '.repeat(9)}all of them`,
])('lets be what is hard to guess: %s', async (password) => {
  expect(await weaknessOf(password, OWN_WORDS)).toBeNull()
})

it('takes the words of a person and of the house whole, in parts and written together', () => {
  expect(OWN_WORDS).toEqual(
    expect.arrayContaining([
      'Ana María Lindqvist',
      'AnaMaríaLindqvist',
      'Lindqvist',
      'ana',
      'shop',
      'acmestore',
    ]),
  )
  expect(OWN_WORDS).toEqual(expect.arrayContaining(['ProfileAPIConsole', 'AdobeTarget', 'AdobeOrg']))
})
