import { createServer } from 'vite'
import { readConfig } from './config.ts'
import { run } from './run.ts'
import { start } from './start.ts'

// Under `node --watch` every thread reports what it loads: the database's writer would, in the place of its answers.
delete process.env['WATCH_REPORT_DEPENDENCIES']

/** Vite with hot reload stands at PORT, where people look, and passes what is for the API on to the service. */
await run(async () => {
  const config = readConfig(process.env)
  const url = `http://localhost:${config.port}`
  const port = config.port + 1
  const service = await start({ ...config, port, client: { ...config.client, publicUrl: url } }, null)

  const toService = { target: `http://127.0.0.1:${port}` }
  const vite = await createServer({
    server: {
      port: config.port,
      strictPort: true,
      proxy: {
        '^/(console/v1|m2|rest)/': toService,
        '^/[^/]+/target/': toService,
        '/openapi.json': toService,
      },
    },
  })
  await vite.listen()

  return {
    url,
    setUpUrl: service.setUpUrl,
    metricsUrl: service.metricsUrl,
    warning: service.warning,
    failed: service.failed,
    async stop(because) {
      await vite.close()
      await service.stop(because)
    },
  }
})
