/**
 * The answers of the `/m2` addresses. Clients cut them up with `indexOf`, so: no blanks inside the elements, no
 * attributes, no self-closing form (wire facts D26, D27 and D29).
 */
export function xmlResponse(elements: Record<string, string | number | boolean>, status = 200): Response {
  const inner = Object.entries(elements).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  )
  return new Response(`<response>${inner.join('')}</response>`, {
    status,
    headers: { 'Content-Type': 'text/xml;charset=utf-8' },
  })
}

/** A refusal: `batchStatus` is empty then (wire fact D22). */
export function xmlRefusal(message: string, status: number): Response {
  return xmlResponse({ success: false, batchStatus: '', message }, status)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
