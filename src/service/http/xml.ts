/**
 * An answer of the `/m2` addresses. Clients cut it up with `indexOf`, so: no blanks inside the elements, no attributes,
 * no self-closing form (wire facts D26, D27 and D29).
 */
export function xmlResponse(
  elements: Record<string, unknown>,
  { status, headers }: { status: number; headers: Record<string, string> },
): Response {
  const inner = Object.entries(elements).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  )
  return new Response(`<response>${inner.join('')}</response>`, {
    status,
    headers: { ...headers, 'Content-Type': 'text/xml;charset=utf-8' },
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
