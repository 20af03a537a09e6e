import { type ESTree, parseSync } from 'vite'

export type Node = ESTree.Node

/** @throws {Error} if the script cannot be parsed */
export function parse(path: string, text: string): Node {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  return program
}

/** The nodes right beneath one, without those under a key that is skipped. */
export function childrenOf(node: Node, isSkipped: (key: string) => boolean = () => false): Node[] {
  const entries: [string, unknown][] = Object.entries(node)
  return entries.flatMap(([key, value]) => (isSkipped(key) ? [] : value)).filter(isNode)
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value
