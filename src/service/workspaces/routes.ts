import { addWorkspace, listWorkspaces, removeWorkspace, renameWorkspace } from '#contract/workspaces.ts'
import { type FamilyApp, serve } from '../http/serve.ts'
import * as rules from './rules.ts'

export function serveWorkspaces(console: FamilyApp, needs: rules.WorkspaceNeeds) {
  serve(console, listWorkspaces, (context) => rules.listWorkspaces(needs, context))
  serve(console, addWorkspace, (context, { body }) => rules.addWorkspace(needs, context, body))
  serve(console, renameWorkspace, (context, { path, headers, body }) =>
    rules.renameWorkspace(needs, context, path.workspaceId, body, headers['If-Match']),
  )
  serve(console, removeWorkspace, (context, { path }) =>
    rules.removeWorkspace(needs, context, path.workspaceId),
  )
}
