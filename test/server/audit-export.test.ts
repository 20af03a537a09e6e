import { expect, it, onTestFinished, vi } from 'vitest'
import { exportAuditCsv } from '#contract/audit.ts'
import { getAccessToken } from '#contract/second-step.ts'
import type * as App from '#service/app.ts'
import { readConfig } from '#server/config.ts'
import { listen } from '#server/listen.ts'
import { fieldsOfCalls } from '#server/security-fields.ts'
import { site } from '#server/site.ts'
import { makeAudit } from '../storage/records.ts'
import { json, makeService, START } from '../support/service.ts'

/** Exports a log of so many records over HTTP. @param failsAfter so many reads of it, from then on none can be read */
async function exported(count: number, failsAfter = Infinity) {
  // The app itself: tests have it wrapped by what reads each answer to its end before it is sent.
  const { createApp } = await vi.importActual<typeof App>('#service/app.ts')
  const service = makeService()
  const { audit } = service.ports
  for (let index = 0; index < count; index += 1) await audit.append(makeAudit({ at: START + index }))
  await service.as('approver', 'Ana')
  let reads = 0
  const page = audit.page.bind(audit)
  audit.page = (...asked) => {
    reads += 1
    return reads > failsAfter ? Promise.reject(new Error('Gone.')) : page(...asked)
  }
  const app = await site(createApp(service.ports, await fieldsOfCalls(false)), null, false)
  const { port, close } = await listen(app.fetch, { ...readConfig({}), port: 0 })
  onTestFinished(() => close())

  const url = `http://127.0.0.1:${port}`
  const credentials = { email: 'ana@example.com', password: 'correct horse battery staple' }
  const signedIn = await fetch(`${url}${getAccessToken.path}`, json('POST', credentials))
  const { accessToken }: { accessToken: string } = await signedIn.json()
  return fetch(`${url}${exportAuditCsv.path}`, { headers: { Authorization: `Bearer ${accessToken}` } })
}

it('comes as a file that a browser does not look into', async () => {
  const answer = await exported(1200)

  const text = await answer.text()

  expect(text.split('\r\n').filter((line) => line.includes('"session.started"'))).toHaveLength(1202)
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="acme-audit-[^"]+\.csv"$/)
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
})

it('ends with a broken connection where it cannot be read to its end', async () => {
  const whole = exported(1200, 2).then((answer) => answer.text())

  await expect(whole).rejects.toThrow(/terminated|fetch failed/)
})
