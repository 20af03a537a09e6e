import { Hono } from 'hono'
import { paths } from '#contract/paths.ts'
import type { Batch, BatchFailure } from '#contract/profiles.ts'
import type { ConsoleEnv } from '../console-family.ts'
import type { Deps } from '../deps.ts'
import { ServiceError } from '../errors.ts'
import { requirePermission } from '../permissions.ts'
import type { SignedIn } from '../sign-in/signed-in.ts'

/** What the wire of the profile API has no room for: which rows of a batch were not applied, and why. */
export function batchRoutes(deps: Deps) {
  return new Hono<ConsoleEnv>()
    .get(paths.batch, async (c) => c.json(await batchOf(deps, c.var.signedIn, c.req.param('batchId'))))
    .get(paths.batchFailures, async (c) => {
      const { failures } = await batchOf(deps, c.var.signedIn, c.req.param('batchId'))
      return c.body(csvOf(failures), 200, {
        'Content-Type': 'text/csv;charset=utf-8;header=present',
        'Content-Disposition': 'attachment; filename="failures.csv"',
      })
    })
}

async function batchOf({ stores, account }: Deps, signedIn: SignedIn, batchId: string): Promise<Batch> {
  requirePermission(signedIn, 'batches.view')
  const batch = { clientCode: account.clientCode, batchId }
  const status = await stores.batches.find(batch)
  if (status === undefined) throw new ServiceError('not-found', 'There is no such batch.')
  return { ...status, failures: await stores.batches.failures(batch) }
}

/** Source: RFC 4180. */
function csvOf(failures: BatchFailure[]): string {
  const lines = failures.map(({ line, id, reason }) => `${line},${quoted(id)},${quoted(reason)}`)
  return ['line,id,reason', ...lines].map((line) => `${line}\r\n`).join('')
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
