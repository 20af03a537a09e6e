import { getTokenStatus } from '#contract/token-status.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import { tokenStatus, type TokenStatusNeeds } from './token-status.ts'

/** What a job can ask about the token it has. */
export function serveTokenStatus(console: FamilyApp, needs: TokenStatusNeeds) {
  serve(console, getTokenStatus, (context, _received, { headers }) =>
    tokenStatus(needs, context, headers.get('Authorization') ?? ''),
  )
}
