import { checkToken } from '#contract/token-check.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import * as rules from './rules.ts'

export function serveTokenCheck(console: FamilyApp, needs: rules.TokenCheckNeeds) {
  serve(console, checkToken, (context, { body }) => rules.checkToken(needs, context, body))
}
