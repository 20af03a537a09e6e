export type Arrow = { from: string; to: string }

/** Circles in a graph, each from a node to itself again: not all that there are, but none only if there is none. */
export function circlesIn(arrows: Arrow[]): string[][] {
  const arrowsFrom = Map.groupBy(arrows, ({ from }) => from)
  const circles: string[][] = []
  const walked = new Set<string>()
  const walk = (node: string, way: string[]) => {
    if (way.includes(node)) circles.push([...way.slice(way.indexOf(node)), node])
    if (walked.has(node)) return
    walked.add(node)
    for (const { to } of arrowsFrom.get(node) ?? []) walk(to, [...way, node])
  }
  for (const node of arrowsFrom.keys()) walk(node, [])
  return circles
}
