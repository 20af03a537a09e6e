import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { ServiceEnv } from '#service/http/env.ts'
import { answerUnreadable, hostReached, problemOf, refuseRequest } from './malformed.ts'
import { ReadingResponse } from './reading-response.ts'
import { remoteAddressOf } from './remote-address.ts'
import { StartError } from './start-error.ts'

/** 50 MB over a line of 256 kbit/s take 26 minutes. */
export const UPLOAD_LIMIT_MS = 30 * 60_000
const HEADERS_LIMIT_MS = 15_000
const SILENCE_LIMIT_MS = 60_000
/** Longer than the 60 s after which common reverse proxies let go of an idle connection, so that they do it first. */
const KEEP_ALIVE_MS = 65_000
const STOP_LIMIT_MS = 10_000
/** For the answers to those who were not done by then to reach them. */
const LAST_ANSWERS_MS = 1000

type Fetch = (request: Request, bindings: ServiceEnv['Bindings']) => Response | Promise<Response>

export type ListenOptions = {
  host: string
  /** 0 takes any free one. */
  port: number
  /** Whose X-Forwarded-For is believed. */
  trustedProxies: BlockList
  /** The variables by which the operator sets where it listens. */
  setBy?: { host: string; port: string }
  /** Longest silence on a connection, in the middle of an upload too. */
  silenceLimitMs?: number
}

const SET_BY = { host: 'HOST', port: 'PORT' }

/**
 * Serves `fetch` over HTTP.
 *
 * @returns the port, and `close`, which lets running requests finish for up to 10 s, then answers those that are still
 *   being received with 503; once it resolves none runs any more
 * @throws StartError when the address cannot be had
 */
export async function listen(fetch: Fetch, options: ListenOptions) {
  const { trustedProxies } = options
  const stopping = new AbortController()
  /** Whatever has no answer yet, of which no header was sent. */
  const running = new Map<object, Promise<Response>>()
  const answer = getRequestListener(async (request, { incoming, outgoing }) => {
    const remoteAddress = remoteAddressOf(incoming, trustedProxies)
    const bindings = {
      ...(remoteAddress && { remoteAddress }),
      stopping: stopping.signal,
      breakOff: () => void outgoing.destroy(),
    }
    const answering = Promise.resolve(fetch(request, bindings))
    running.set(outgoing, answering)
    try {
      return await answering
    } finally {
      running.delete(outgoing)
    }
  })
  const lastAsked = new Map<Duplex, { incoming: IncomingMessage; outgoing: ServerResponse }>()
  const serve = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    lastAsked.set(incoming.socket, { incoming, outgoing })
    // Node's parser reads nothing of a packet behind a request that asked for an upgrade: the caller is to send that anew.
    if (!server.listening || incoming.headers.upgrade !== undefined) outgoing.shouldKeepAlive = false
    incoming.headers.host ??= hostReached(incoming.socket)
    const problem = problemOf(incoming)
    if (problem === null) void answer(incoming, outgoing)
    else refuseRequest(outgoing, problem)
  }
  const server = createServer(
    {
      requestTimeout: UPLOAD_LIMIT_MS,
      headersTimeout: HEADERS_LIMIT_MS,
      ServerResponse: ReadingResponse,
    },
    serve,
  )
  server.timeout = options.silenceLimitMs ?? SILENCE_LIMIT_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.on('connection', (socket) => socket.once('close', () => lastAsked.delete(socket)))
  server.on('checkContinue', (incoming, outgoing) => {
    outgoing.bodyIsHeldBack()
    askForBodyWhenRead(incoming, outgoing)
    serve(incoming, outgoing)
  })
  answerUnreadable(server, (socket) => lastAsked.get(socket))
  await listening(server, options)
  const stop = async () => {
    for (const outgoing of running.keys()) if ('shouldKeepAlive' in outgoing) outgoing.shouldKeepAlive = false
    await close(server, stopping)
    await Promise.allSettled(running.values())
  }
  return { port: portOf(server), close: stop }
}

/** A caller who waits with `Expect: 100-continue` uploads nothing when it is refused before its body is read. */
function askForBodyWhenRead(incoming: IncomingMessage, outgoing: ServerResponse) {
  incoming.once('resume', () => {
    if (!outgoing.headersSent) outgoing.writeContinue()
  })
}

async function listening(server: Server, { host, port, setBy = SET_BY }: ListenOptions) {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new StartError(
      'code' in error && error.code === 'EADDRINUSE'
        ? `Port ${port} of ${host} is in use: stop what uses it, or set ${setBy.port} to a free one.`
        : `Listening on port ${port} of ${host} failed (${error.message}): set ${setBy.host} and ${setBy.port} to others.`,
    )
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.')
  return address.port
}

async function close(server: Server, stopping: AbortController) {
  const closed = once(server, 'close')
  server.close()
  // A connection that was busy when closing began stays open, idle, unless it is closed as well.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await Promise.race([closed, delay(STOP_LIMIT_MS, undefined, { ref: false })])
  stopping.abort()
  await Promise.race([closed, delay(LAST_ANSWERS_MS, undefined, { ref: false })])
  clearInterval(sweep)
  server.closeAllConnections()
}
