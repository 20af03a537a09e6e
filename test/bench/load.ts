import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { performance } from 'node:perf_hooks'

const CONNECTIONS = 16

export type Load = {
  perSecond: number
  /** Processor time that the server took for each request, microseconds. */
  processorMicroseconds: number
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
  let answers = 0
  const connection = () => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const socket = connect(Number(url.port), url.hostname, () => socket.write(request))
    let received = 0
    socket.on('data', (bytes) => {
      received += bytes.length
      if (received < length) return
      if (received > length) return reject(new Error(`An answer to ${request} is longer than the first one.`))
      received = 0
      answers += 1
      if (performance.now() - startedAt < durationMs) socket.write(request)
      else socket.end()
    })
    socket.on('error', reject).on('close', () => resolve())
    return promise
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  return {
    perSecond: (answers * 1000) / (performance.now() - startedAt),
    processorMicroseconds: (processorMicrosecondsOf(pid) - usedBefore) / answers,
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

/** User and system time that a process has taken so far. Source: proc_pid_stat(5); a tick is 10 ms on every Linux of today. */
function processorMicrosecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}
