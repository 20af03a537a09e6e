import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'
import { percentile } from './figures.ts'

const CONNECTIONS = 16

export type Load = {
  perSecond: number
  /** Processor time that the server took for each request, microseconds. */
  processorMicroseconds: number
  /** Which ninety-nine of a hundred answers came within, milliseconds. */
  p99Ms: number
}

/**
 * Asks a server for one thing again and again over 16 connections, each answer before the next question. It writes
 * bytes that were made once and counts bytes that come back, so that the machine is left to the server.
 *
 * @param pid of the server
 * @param request as it is sent; all answers to it are of one length
 */
export async function load(url: URL, pid: number, request: string, durationMs: number): Promise<Load> {
  const length = await lengthOfAnswer(url, request)
  const [startedAt, usedBefore] = [performance.now(), processorMicrosecondsOf(pid)]
  const waits: number[] = []
  const connection = () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    let [askedAt, received] = [0, 0]
    const ask = () => {
      askedAt = performance.now()
      socket.write(request)
    }
    const socket = connect(Number(url.port), url.hostname, ask)
    socket.on('data', (bytes) => {
      received += bytes.length
      if (received < length) return
      if (received > length) return reject(new Error(`An answer to ${request} is longer than the first one.`))
      received = 0
      waits.push(performance.now() - askedAt)
      if (performance.now() - startedAt < durationMs) ask()
      else socket.end()
    })
    socket.on('error', reject).on('close', () => resolve())
    return promise
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return {
    perSecond: (waits.length * 1000) / (performance.now() - startedAt),
    processorMicroseconds: (processorMicrosecondsOf(pid) - usedBefore) / waits.length,
    p99Ms: percentile(99, waits),
  }
}

async function lengthOfAnswer(url: URL, request: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const socket = connect(Number(url.port), url.hostname, () => socket.write(request))
  let received = ''
  socket.on('data', (bytes) => {
    received += bytes.toString('latin1')
    const head = received.slice(0, received.indexOf('\r\n\r\n') + 4)
    const bodyLength = /^content-length: (\d+)/im.exec(head)?.[1]
    if (bodyLength === undefined || received.length < head.length + Number(bodyLength)) return
    socket.end()
    resolve(received.length)
  })
  socket.on('error', reject)
  return promise
}

/** Time that the threads of a process have been on a processor so far. Source: Linux, Documentation/scheduler/sched-stats.rst. */
function processorMicrosecondsOf(pid: number): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [onProcessor] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')
    return Number(onProcessor)
  })
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1000
}
