import { childrenOf, isNode, type Node } from './syntax.ts'

export type Import = {
  /** As it is written; null if it is only known when the program runs. */
  specifier: string | null
  /** Lazily: when it is asked for, by `import()` or by the address of a worker. */
  how: 'value' | 'type' | 'lazily'
}

/** What a script imports, in whatever way. */
export function importsOf(node: Node): Import[] {
  const source = sourceOf(node)
  const beneath = childrenOf(node).flatMap(importsOf)
  return source ? [{ specifier: textOf(source), how: howOf(node) }, ...beneath] : beneath
}

/** What a style sheet imports, fonts and pictures included. */
export const importsOfStyles = (text: string): Import[] =>
  [...text.matchAll(/(?:@import|\bfrom)\s*['"]([^'"]+)|\burl\(\s*['"]?([^'")]+)/g)].map(
    ([, sheet, file]) => ({ specifier: sheet ?? file ?? null, how: 'value' }),
  )

function sourceOf(node: Node): Node | null {
  if ('source' in node && isNode(node.source)) return node.source
  if (node.type !== 'NewExpression') return null
  const [address, base] = node.arguments
  return address && base?.type === 'MemberExpression' && base.object.type === 'MetaProperty' ? address : null
}

/** Words are imported by `${language}`, and lie where the English ones do. */
function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral') return null
  const isOfLanguages = node.expressions.every(
    (expression) => expression.type === 'Identifier' && expression.name === 'language',
  )
  return isOfLanguages ? node.quasis.map(({ value }) => value.cooked).join('en') : null
}

function howOf(node: Node): Import['how'] {
  if (node.type === 'ImportExpression' || node.type === 'NewExpression') return 'lazily'
  if (node.type === 'TSImportType') return 'type'
  if ('importKind' in node && node.importKind) return node.importKind
  return 'exportKind' in node && node.exportKind ? node.exportKind : 'value'
}
