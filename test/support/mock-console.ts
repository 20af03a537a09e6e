import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

/** The console over the mock, built for speed and served. @param port the next free one from here; any when left out */
export async function startMockConsole(port = 0) {
  const outDir = mkdtempSync(join(tmpdir(), 'mock-console-'))
  await build({ mode: 'mock', logLevel: 'error', build: { outDir } })
  const server = await preview({ build: { outDir }, preview: { port }, logLevel: 'error' })
  return {
    url: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '',
    async stop() {
      await server.close()
      rmSync(outDir, { recursive: true })
    },
  }
}
