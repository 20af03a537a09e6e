import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { getCertificate } from '@vitejs/plugin-basic-ssl'
import { expect, onTestFinished } from 'vitest'
import { documented } from './documented.ts'
import { freePort } from './free-port.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What in the documentation is another in a test: the service, a port in place of 443, and one file for certificate and key. */
export type Place = { folder: string; port: number; pem: string; service: string }

/** How a program is run by what stands in the documentation. */
export type ProxyKind = {
  program: string
  language: string
  /** Whether an answer that comes before all was sent reaches whoever reads only then, each time. */
  readsOn: boolean
  settings: (block: string, place: Place) => string
  /** By which it stays in the foreground and reads the file. */
  args: (file: string, folder: string) => string[]
}

/** Where a proxy is to be, and the service behind it, which is told its address and does not name its own. */
export async function placeOfProxy(): Promise<Place & { url: string; certificate: string }> {
  const folder = temporaryFolder()
  const port = await freePort()
  const certificate = await getCertificate(folder, 'localhost', ['localhost'])
  const pem = join(folder, 'both.pem')
  writeFileSync(pem, certificate)
  const service = `127.0.0.1:${await freePort()}`
  return { folder, port, pem, certificate, service, url: `https://localhost:${port}` }
}

/** Runs a proxy until the test ends. */
export async function startProxy(path: string, { language, settings, args }: ProxyKind, place: Place) {
  const file = join(place.folder, language)
  writeFileSync(file, settings(documented(language), place))
  const proxy = spawn(path, args(file, place.folder), { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [proxy.stdout, proxy.stderr]) stream.on('data', (text) => (said += String(text)))
  onTestFinished(async () => {
    proxy.kill('SIGTERM')
    if (proxy.exitCode === null && proxy.signalCode === null) await once(proxy, 'exit')
  })
  await expect
    .poll(() => {
      if (proxy.exitCode !== null) throw new Error(`${path} ended:\n${said}`)
      return isListening(place.port)
    })
    .toBe(true)
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false })
  const heard = await Promise.race([
    once(socket, 'secureConnect').then(() => true),
    once(socket, 'close').then(() => false),
  ]).catch(() => false)
  socket.destroy()
  return heard
}

/** Sends all of a request, and reads only then, as many clients do. @returns the status line; empty where the connection broke */
export async function sentBeforeRead(port: number, head: string[], body: Buffer): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false })
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {}) // what it broke off by is not asked
  socket.pause()
  socket.write([...head, `Content-Length: ${body.length}`, '', ''].join('\r\n'))
  await new Promise<void>((sent) => {
    socket.once('close', () => sent())
    socket.write(body, () => sent())
  })
  if (socket.destroyed) return ''
  socket.resume()
  const [first] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [''])])
  return String(first).split('\r\n')[0] ?? ''
}
