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

/** Those that stand in no XML, not even as a reference. Source: XML 1.0 section 2.2. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(NOT_IN_XML, '\ufffd')
}
