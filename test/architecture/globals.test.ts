import { expect, it } from 'vitest'
import { globalsOf } from './globals.ts'
import { parse } from './syntax.ts'

it.each([
  ['a', 'a'],
  ['const x = a', 'a'],
  ['<A x={a} />', 'a'],
  ['typeof a', 'a'],
  ['a as X', 'a'],
  ['import(a)', 'a'],

  ["import { a, b as c, type D } from ''; import E, * as f from ''; [a, c, D, E, f]", ''],
  ['const { a: b, c = d, ...e } = {}; [b, c, e]; a', 'd a'],
  ['const [a, [b]] = []; [a, b]', ''],
  ['const { [a]: b } = {}; b', 'a'],
  ['function a() { return a } a()', ''],
  ['class A { b = A } A', ''],
  ['declare const a: number; declare class B {} [a, B]', 'a B'],

  ['function f(a, { b }, ...c) { [a, b, c] }', ''],
  ['function f(a, { b }, ...c) {} [a, b, c]', 'a b c'],
  ['(a) => a', ''],
  ['(a) => 0; a', 'a'],
  ['(function a(b) { [a, b] })', ''],
  ['(function a(b) {}); [a, b]', 'a b'],
  ['(class A { b = A })', ''],
  ['(class A {}); A', 'A'],
  ['class X { static { const a = 0; a } } a', 'a'],
  ['{ const a = 0; a } a', 'a'],
  ['for (let a = 0; a; a++); a', 'a'],
  ['for (const a in {}) a; a', 'a'],
  ['for (const a of []) a; a', 'a'],
  ['switch (0) { case 0: const a = 0; a } a', 'a'],
  ['try {} catch (a) { a }', ''],
  ['try {} catch (a) {} a', 'a'],

  ['import.meta.a', 'import.meta.a'],
  ['const { a } = import.meta; import.meta[b]', 'import.meta b'],
  ['function f() { new.target }', ''],

  ['x.a; x[b]; ({ a: 0, [c]: 0, d }); class Y { a = 0; [e]() {} }', 'x b c d e'],
  ['a: for (;;) break a', ''],
  ["const x = 0; export { x as a }; export { b } from ''; export * as c from ''", ''],
  ['let x: A; type B = C; interface D extends E {} class F implements G {} let h: typeof i', ''],
])('%s takes from its surroundings: %s', (script, names) => {
  expect(globalsOf(parse('script.tsx', script)).join(' ')).toBe(names)
})
