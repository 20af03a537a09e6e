import { listCallers, listRefused, nameCaller } from '#contract/callers.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import * as rules from './rules.ts'

export function serveCallers(console: FamilyApp, needs: rules.CallerNeeds) {
  serve(console, listCallers, (context, { query }) => rules.listCallers(needs, context, query.from))
  serve(console, listRefused, (context, { query }) => rules.listRefused(needs, context, query.since))
  serve(console, nameCaller, (context, { path, body }) =>
    rules.nameCaller(needs, context, path.callerId, body.name),
  )
}
