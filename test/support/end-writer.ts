// Loaded into a service before its own code: at SIGUSR2 the thread that writes ends by itself, as WRITER_ENDS says.
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

const channel = new BroadcastChannel('end-writer')
channel.unref()
if (isMainThread) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel between threads takes none
  process.on('SIGUSR2', () => channel.postMessage('end'))
} else {
  channel.addEventListener('message', () => {
    if (process.env['WRITER_ENDS'] === 'with an error') throw new Error('out of cheese')
    process.exit(7)
  })
}
