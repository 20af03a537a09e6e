import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'rolldown/utils'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

type Element = ESTree.JSXElement | ESTree.JSXFragment

/** Not text, as far as a name tells. */
const ELEMENTS = /^(?:children|failure|field|ways\?\.map)\b|\.map\(|\.flatMap\(|Array\.from\(/

/** Whether an expression can be one text or another, or none. */
function varies(code: string, expression: ESTree.Expression | ESTree.JSXEmptyExpression): boolean {
  switch (expression.type) {
    case 'ConditionalExpression':
      return isText(code, expression.consequent) || isText(code, expression.alternate)
    case 'LogicalExpression':
      return isText(code, expression.right)
    case 'CallExpression':
      return expression.arguments.length > 0 && isText(code, expression)
    case 'MemberExpression':
      return expression.computed && isText(code, expression)
    default:
      return expression.type === 'TemplateLiteral'
  }
}

function isText(code: string, expression: ESTree.Expression): boolean {
  switch (expression.type) {
    case 'CallExpression':
    case 'MemberExpression':
    case 'Identifier':
      return !ELEMENTS.test(code.slice(expression.start, expression.end))
    case 'ParenthesizedExpression':
      return isText(code, expression.expression)
    default:
      return varies(code, expression)
  }
}

/** Texts that vary beside something else in the same element. */
function textsBesideOthers(path: string): string[] {
  const code = readFileSync(join(ROOT, path), 'utf8')
  const found: string[] = []
  const look = ({ children }: Element) => {
    const shown = children.filter(
      (child) =>
        !(child.type === 'JSXText' && /^\s*\n\s*$/.test(child.value)) &&
        !(child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression'),
    )
    if (shown.length < 2) return
    for (const child of shown) {
      if (child.type !== 'JSXExpressionContainer' || !varies(code, child.expression)) continue
      found.push(`${path}: ${code.slice(child.start, child.end).replaceAll(/\s+/g, ' ')}`)
    }
  }
  new Visitor({ JSXElement: look, JSXFragment: look }).visit(parseSync(path, code).program)
  return found
}

/**
 * A browser that translates a page puts its own elements in the place of texts. React then writes into a text that is not on
 * the page any more, or fails to take it away; of an element that holds one text alone it replaces whatever is in it.
 */
it('has every text that varies in an element of its own', () => {
  const pages = globSync('src/console/**/*.tsx', { cwd: ROOT })

  expect(pages.flatMap(textsBesideOthers)).toEqual([])
})
