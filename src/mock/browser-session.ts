/** Somebody's browser before the service. */
export type BrowserSession = {
  /** Answers a request as that browser would be. */
  fetch: (request: Request) => Promise<Response>
  /** The same for a path and a JSON body. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  /** Lets the session go, as if its cookies had been deleted. */
  forget: () => void
}

/**
 * Does what a browser does around a request and what a service worker's answer cannot: it says where the request
 * comes from, and keeps the cookies.
 *
 * @param answer also tells of the cookies that an answer gives, for no script can read them
 */
export function browserSession(
  answer: (request: Request, setCookie: (value: string) => void) => Promise<Response>,
  origin: string,
): BrowserSession {
  const cookies = new Map<string, string>()

  function setCookie(value: string): void {
    const [, name = '', content = ''] = /^([^=]+)=([^;]*)/.exec(value) ?? []
    if (/;\s*Max-Age=0(?:;|$)/i.test(value)) cookies.delete(name)
    else cookies.set(name, content)
  }

  async function fetch(request: Request): Promise<Response> {
    const headers = new Headers(request.headers)
    headers.set('Origin', origin)
    const kept = [...cookies].map(([name, content]) => `${name}=${content}`)
    if (kept.length > 0) headers.set('Cookie', kept.join('; '))
    const sent = new Request(request)
    Object.defineProperty(sent, 'headers', { value: headers }) // a browser's Request takes neither
    return answer(sent, setCookie)
  }

  return {
    fetch,
    call: (method, path, body, headers) => fetch(jsonRequest(method, origin + path, body, headers)),
    forget: () => cookies.clear(),
  }
}

function jsonRequest(method: string, url: string, body?: unknown, headers?: Record<string, string>): Request {
  if (body === undefined) return new Request(url, { method, headers: { ...headers } })
  const all = { 'Content-Type': 'application/json', ...headers }
  return new Request(url, { method, headers: all, body: JSON.stringify(body) })
}
