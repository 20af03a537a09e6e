import { once } from 'node:events'
import { createServer } from 'vite'
import { readConfig } from './config.ts'
import { start } from './start.ts'

// Vite with hot reload stands where people look, at PORT, and passes what is for the API on to the service one above.
const { account, port, ...config } = readConfig(process.env)
const url = `http://localhost:${port}`
const service = await start({ ...config, port: port + 1, account: { ...account, publicUrl: url } }, null)
const toService = { target: `http://127.0.0.1:${port + 1}` }
const vite = await createServer({
  server: {
    port,
    strictPort: true,
    proxy: {
      '^/(console/v1|m2|rest)/': toService,
      '^/[^/]+/target/': toService,
      '/openapi.json': toService,
    },
  },
})
await vite.listen()
process.stderr.write(`Profile API Console is at ${url}\n`)
if (service.setUpUrl !== null)
  process.stderr.write(`Nobody has set it up yet. This link does, once: ${service.setUpUrl}\n`)

await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await vite.close()
await service.stop()
process.exit(0)
