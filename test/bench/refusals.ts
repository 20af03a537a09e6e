import { connect } from 'node:net'
import { BATCH_LIMIT_BYTES } from '#contract/batches.ts'
import { median, percentile, print } from './figures.ts'
import { startService, withFolder } from './service.ts'

const ROUNDS = 30
const PIECE = Buffer.alloc(64 * 1024, 'a')
const BODY_BYTES = BATCH_LIMIT_BYTES - PIECE.length
const HEAD = `POST /m2/demo/v2/profile/batchUpdate HTTP/1.1
Host: localhost
Authorization: Bearer tpa_${'0'.repeat(49)}
Content-Type: application/x-www-form-urlencoded
Content-Length: ${BODY_BYTES}
`.replaceAll('\n', '\r\n')

/** Milliseconds until an upload of 50 MB with a token that is not known is refused, and how much of it was sent. */
export async function benchRefusals() {
  await withFolder(async (folder) => {
    const service = await startService(folder, {})
    await service.requireAuthentication(true)
    print(`\nRefusal of a 50 MB batch with a bad token, ${ROUNDS} times`)
    for (const expects of [true, false]) {
      const refusals: { ms: number; sentBytes: number }[] = []
      for (let round = 0; round < ROUNDS; round += 1) refusals.push(await refusal(service.url, expects))
      const waits = refusals.map(({ ms }) => ms)
      const sentKB = Math.round(median(refusals.map(({ sentBytes }) => sentBytes)) / 1000)
      const how = expects ? 'curl, which expects 100-continue' : 'a client that sends at once'
      print(
        `  ${how.padEnd(33)} p50 ${median(waits).toFixed(1)} ms, worst ${percentile(100, waits).toFixed(1)} ms, ${sentKB} kB sent`,
      )
    }
    await service.stop()
  })
}

/** One upload that stops at the refusal, as curl does. `sentBytes`: of the body, as far as the connection took them. */
function refusal(url: string, expects: boolean): Promise<{ ms: number; sentBytes: number }> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    let sentBytes = 0
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    const sendOn = () => {
      while (sentBytes < BODY_BYTES && socket.write(PIECE)) sentBytes += PIECE.length
    }
    socket.on('drain', sendOn).on('error', reject)
    socket.once('data', (answer) => {
      const ms = performance.now() - startedAt
      socket.off('drain', sendOn).destroy()
      if (String(answer).startsWith('HTTP/1.1 401 ')) resolve({ ms, sentBytes })
      else reject(new Error(`The upload was answered ${String(answer).slice(0, 40)}`))
    })
    socket.write(expects ? `${HEAD}Expect: 100-continue\r\n\r\n` : `${HEAD}\r\n`)
    if (!expects) sendOn()
  })
}
