import { expect, it } from 'vitest'
import { importsOf, importsOfStyles } from './imports.ts'
import { parse } from './syntax.ts'

it.each([
  ["import { x } from 'a'", 'a', 'value'],
  ["import type { X } from 'a'", 'a', 'type'],
  ["import { type X } from 'a'", 'a', 'value'],
  ["import 'a'", 'a', 'value'],
  ["export { x } from 'a'", 'a', 'value'],
  ["export type { X } from 'a'", 'a', 'type'],
  ["export * from 'a'", 'a', 'value'],
  ["let x: import('a').X", 'a', 'type'],
  ["import('a')", 'a', 'lazily'],
  ['import(a)', null, 'lazily'],
  ["new Worker(new URL('a', import.meta.url))", 'a', 'lazily'],
])('%s imports %s: %s', (script, specifier, how) => {
  expect(importsOf(parse('script.ts', script))).toEqual([{ specifier, how }])
})

it.each([
  "@import 'a';",
  ".x { composes: y from 'a' }",
  ".x { background: url('a') }",
  '.x { background: url(a) }',
])('of a style sheet, %s imports a', (sheet) => {
  expect(importsOfStyles(sheet)).toEqual([{ specifier: 'a', how: 'value' }])
})
