import { createApp } from '#service/app.ts'
import type { StopCause } from '#contract/audit-details.ts'
import { contextWithoutRequest } from '#service/context.ts'
import type { RequestLog } from '#service/ports.ts'
import { makeFirstSetUpLink } from '#service/sign-in/set-up.ts'
import {
  startApplying,
  startCheckingAudit,
  startTellingRefusals,
  startTidying,
  startWritingCounts,
} from './background.ts'
import { collectByOneThread, startGivingMemoryBack } from './collecting.ts'
import type { Config } from './config.ts'
import { recordLife, version } from './life.ts'
import { listen } from './listen.ts'
import type { Log } from './log.ts'
import type { MetricsNeeds } from './metrics.ts'
import { startTellingNotices } from './notices/worker.ts'
import { open } from './open.ts'
import { standardOutput } from './output.ts'
import { fieldsOfCalls } from './security-fields.ts'
import { site } from './site.ts'
import { originOf, strictTransportSecurity, warningOfClearText } from './transport.ts'

/**
 * Starts the whole service: data folder, background work, HTTP.
 *
 * @param consoleFolder the built console; null for the API alone
 * @returns its address, the one-time set-up link while nobody has used it, where metrics are, what the operator should know of the settings,
 *   what tells that it can only be started anew, and what stops it in good order
 * @throws StartError
 */
export async function start(config: Config, consoleFolder: string | null) {
  const { ports: opened, log, failed, endSoon, close } = await open(config)
  void failed.then((error) => log.failure(error))
  const applying = startApplying(opened, log.failure)
  const ports = { ...opened, batchAccepted: applying.wake }
  const stopTidying = startTidying(ports, log.failure)
  const stopChecking = startCheckingAudit(ports, log.failure)
  const stopTellingRefusals = startTellingRefusals(ports.refusals)
  const stopWritingCounts = startWritingCounts(ports, log.failure)
  const stopTellingNotices = startTellingNotices(ports, log.failure)
  const measured = { ...ports, applied: applying.applied, logLinesDropped: standardOutput().dropped }
  const metrics = await metricsOf(config, measured, log.failure)

  const logRequest = (request: RequestLog) => {
    ports.log(request)
    metrics?.observe(request)
  }
  const hsts = strictTransportSecurity(config)
  const app = createApp({ ...ports, log: logRequest }, await fieldsOfCalls(hsts))
  const { fetch } = await site(app, consoleFolder, hsts)
  const server = await listen(fetch, config)
  const warning = warningOfClearText(config)
  if (warning !== undefined) ports.warn(warning)
  const url = config.client.publicUrl ?? originOf(config.host, server.port)
  const setUpUrl = await makeFirstSetUpLink(ports, contextWithoutRequest(ports, 'system'), url)
  await recordLife(ports, log, 'service.started', { version })
  collectByOneThread()
  const stopGivingMemoryBack = startGivingMemoryBack()
  return {
    url,
    setUpUrl,
    metricsUrl: metrics?.url ?? null,
    warning,
    failed,
    /** Lets requests and the chunk at hand finish, then closes the database and gives the data folder free. */
    async stop(because: StopCause) {
      endSoon()
      await server.close()
      stopTidying()
      stopGivingMemoryBack()
      await stopChecking()
      await applying.stop()
      await stopTellingNotices()
      await stopTellingRefusals()
      await stopWritingCounts()
      await recordLife(ports, log, 'service.stopped', { because })
      await metrics?.close()
      await close()
    },
  }
}

/** Where they are asked for. Loaded only then, because the library takes 30 ms and 20 MB. */
async function metricsOf(config: Config, needs: MetricsNeeds, report: Log['failure']) {
  if (config.metrics === null) return null
  const { serveMetrics } = await import('./metrics-site.ts')
  return serveMetrics(needs, { ...config.metrics, trustedProxies: config.trustedProxies }, report)
}
