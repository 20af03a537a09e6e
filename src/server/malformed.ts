import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** One address, of a host and maybe a port, as RFC 9112 section 3.2 has it. */
const HOST = /^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i

export type Problem = { status: 400 | 501; sentence: string }

/** What is wrong with a request that Node's parser lets through; null when nothing is. */
export function problemOf({ headers, rawHeaders, httpVersion, url = '' }: IncomingMessage): Problem | null {
  const coding = headers['transfer-encoding'] ?? 'chunked'
  if (coding.trim().toLowerCase() !== 'chunked') {
    return { status: 501, sentence: 'No other Transfer-Encoding than chunked is known here.' }
  }
  const hosts = hostsIn(rawHeaders)
  const isOld = httpVersion === '1.0' && hosts.length === 0
  if (!isOld && (hosts.length !== 1 || !HOST.test(hosts[0] ?? ''))) {
    return { status: 400, sentence: 'A request names one host, in one Host field.' }
  }
  if (/^(?:\/|https?:\/\/)/i.test(url)) return null
  return { status: 400, sentence: 'The address of a request begins with a slash.' }
}

/** @param rawHeaders names and values in turn */
function hostsIn(rawHeaders: string[]): string[] {
  const hosts: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = [rawHeaders[index], rawHeaders[index + 1]]
    if (name.length === 'host'.length && name.toLowerCase() === 'host') hosts.push(value)
  }
  return hosts
}

/** What a request of HTTP/1.0 that names no host was sent to. */
export function hostReached({ localAddress = 'localhost', localPort }: Socket): string {
  const address = localAddress.replace(/^::ffff:/, '')
  return `${address.includes(':') ? `[${address}]` : address}:${localPort}`
}

/** Refuses a request that is not passed on, and closes its connection. */
export function refuseRequest(outgoing: ServerResponse, { status, sentence }: Problem) {
  outgoing.writeHead(status, {
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Length': Buffer.byteLength(sentence),
    Connection: 'close',
  })
  outgoing.end(sentence)
}

type Asked = { incoming: IncomingMessage; outgoing: ServerResponse }

/**
 * Answers what the parser cannot read, and an upload that does not go on. What was asked on the same connection before is
 * answered first: its answer is not lost because of what follows it, such as a body that is longer than its Content-Length
 * says.
 *
 * @param lastAsked the last request on a connection
 */
export function answerUnreadable(server: Server, lastAsked: (socket: Duplex) => Asked | undefined) {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const last = lastAsked(socket)
    if (last === undefined || last.outgoing.closed) return refuse(error, socket)
    if (last.incoming.complete) return last.outgoing.once('close', () => refuse(error, socket))
    // What cannot be read is the rest of a body whose request has its answer, which may not have left yet.
    return last.outgoing.headersSent ? socket.end(() => socket.destroy()) : refuse(error, socket)
  })
  server.on('timeout', (socket) => {
    const last = lastAsked(socket)
    const isUploading = last !== undefined && !last.incoming.complete && !last.outgoing.headersSent
    if (isUploading) refuse({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket)
    else socket.destroy()
  })
  server.on('connect', (_incoming, socket) =>
    socket.end(bare(405, 'Method Not Allowed', 'This is not a proxy.')),
  )
}

function refuse({ code }: { code?: string | undefined }, socket: Duplex) {
  if (socket.writable && code !== 'ECONNRESET') socket.write(refusalOf(code))
  socket.destroy()
}

/** By the parser's own word for what it met. */
function refusalOf(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return bare(
        431,
        'Request Header Fields Too Large',
        'Address and header fields are longer than 16 KB. In a browser most of that is cookies that others on this host have set: delete those.',
      )
    case 'HPE_INVALID_URL':
      return bare(400, 'Bad Request', 'The address holds characters that must be percent-encoded.')
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return bare(413, 'Content Too Large', 'The extensions of a chunk are too long.')
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return bare(408, 'Request Timeout', 'The request took too long to arrive.')
    default:
      return bare(400, 'Bad Request', 'This is not HTTP/1.1 as RFC 9112 has it.')
  }
}

function bare(status: number, reason: string, sentence: string): string {
  const fields = [
    'Connection: close',
    'Content-Type: text/plain; charset=UTF-8',
    `Content-Length: ${sentence.length}`,
  ]
  return [`HTTP/1.1 ${status} ${reason}`, ...fields, '', sentence].join('\r\n')
}
