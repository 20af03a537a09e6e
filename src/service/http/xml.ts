export const XML_MEDIA_TYPE = 'text/xml;charset=utf-8'

/**
 * An answer of the `/m2` addresses. Clients cut it up with `indexOf`, so: no blanks inside the elements, no attributes,
 * no self-closing form (wire facts D26, D27 and D29).
 */
export function xmlOf(elements: object): string {
  const inner = Object.entries(elements).map(
    ([name, value]) => `<${name}>${escaped(String(value))}</${name}>`,
  )
  return `<response>${inner.join('')}</response>`
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
