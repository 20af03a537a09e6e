import { childrenOf, type Node } from './syntax.ts'

/** The names that a script uses and nowhere declares, and `import.meta.…`; names of types are not among them. */
export function globalsOf(program: Node): string[] {
  const surroundings = newScope()
  look(program, surroundings)
  return [...surroundings.used]
}

type Scope = { declared: Set<string>; used: Set<string> }

const newScope = (): Scope => ({ declared: new Set(), used: new Set() })

/** Tells a scope what a node in it declares, and what it uses without declaring it for itself. */
function look(node: Node, scope: Scope): void {
  const inner = SCOPES.has(node.type) ? newScope() : scope
  for (const name of declaredAround(node).flatMap(namesIn)) scope.declared.add(name)
  for (const name of declaredWithin(node).flatMap(namesIn)) inner.declared.add(name)

  const used = usedBy(node)
  if (used) scope.used.add(used)
  else for (const child of childrenThatRun(node)) look(child, inner)

  if (inner === scope) return
  for (const name of inner.used) if (!inner.declared.has(name)) scope.used.add(name)
}

/** A `var` counts where it stands, as if it were a `let`. */
const SCOPES = new Set<Node['type']>([
  'Program',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
  'StaticBlock',
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
])

function declaredAround(node: Node): (Node | null)[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return node.specifiers.map(({ local }) => local)
    case 'VariableDeclaration':
      // With `declare` it is only said to exist, and still a global.
      return node.declare ? [] : node.declarations.map(({ id }) => id)
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return node.declare ? [] : [node.id]
    default:
      return []
  }
}

function declaredWithin(node: Node): (Node | null)[] {
  switch (node.type) {
    case 'FunctionExpression':
      return [node.id, ...node.params]
    case 'FunctionDeclaration':
    case 'ArrowFunctionExpression':
      return node.params
    case 'ClassExpression':
      return [node.id]
    case 'CatchClause':
      return [node.param]
    default:
      return []
  }
}

/** The names that a pattern binds. */
function namesIn(pattern: Node | null): string[] {
  if (!pattern) return []
  if (pattern.type === 'Identifier') return [pattern.name]
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left)
  if (pattern.type === 'Property') return namesIn(pattern.value)
  return childrenThatRun(pattern).flatMap(namesIn)
}

function usedBy(node: Node): string | null {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MetaProperty') return node.meta.name === 'import' ? 'import.meta' : null
  const isMember = node.type === 'MemberExpression' && node.object.type === 'MetaProperty' && !node.computed
  return isMember && node.property.type === 'Identifier' ? `import.meta.${node.property.name}` : null
}

/** Without types, and without the names of members, keys and labels, which are nobody's globals. */
function childrenThatRun(node: Node): Node[] {
  if (node.type.startsWith('TS')) return childrenOf(node, (key) => key !== 'expression')
  if (node.type === 'MetaProperty' || node.type === 'ImportDeclaration') return []
  if ('source' in node && node.source && node.type !== 'ImportExpression') return []
  const isComputed = 'computed' in node && node.computed
  const mereNames = ['implements', 'label', 'exported', ...(isComputed ? [] : ['key', 'property'])]
  return childrenOf(node, (key) => mereNames.includes(key))
}
