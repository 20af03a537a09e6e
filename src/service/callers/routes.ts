import { listCallers, nameCaller } from '#contract/callers.ts'
import { listRefused } from '#contract/refused-calls.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import * as refused from './list-refused.ts'
import type { RefusedNeeds } from './refused-since.ts'
import * as rules from './rules.ts'

export function serveCallers(console: FamilyApp, needs: rules.CallerNeeds & RefusedNeeds) {
  serve(console, listCallers, (context, { query }) => rules.listCallers(needs, context, query.from))
  serve(console, listRefused, (context) => refused.listRefused(needs, context))
  serve(console, nameCaller, (context, { path, body }) =>
    rules.nameCaller(needs, context, path.callerId, body.name),
  )
}
