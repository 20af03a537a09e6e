import { Hono } from 'hono'
import { paths } from '#contract/paths.ts'
import { CreateUserInput, SetRolesInput } from '#contract/users.ts'
import type { ConsoleEnv } from '../console-family.ts'
import type { Deps } from '../deps.ts'
import { parsedBody } from '../input.ts'
import { originOf } from '../origin.ts'
import { createUser, listUsers, makeSetUpLink, revokeSessions, setRoles } from './rules.ts'

export function userRoutes(deps: Deps) {
  return new Hono<ConsoleEnv>()
    .get(paths.users, async (c) => c.json({ users: await listUsers(deps, c.var.signedIn) }))
    .post(paths.users, async (c) => {
      const input = await parsedBody(c.req.raw, CreateUserInput)
      return c.json(await createUser(deps, c.var.signedIn, input, originOf(deps, c.req.raw)), 201)
    })
    .put(paths.userRoles, async (c) => {
      const input = await parsedBody(c.req.raw, SetRolesInput)
      return c.json(await setRoles(deps, c.var.signedIn, c.req.param('userId'), input))
    })
    .post(paths.userSetUpLink, async (c) => {
      const origin = originOf(deps, c.req.raw)
      return c.json(await makeSetUpLink(deps, c.var.signedIn, c.req.param('userId'), origin), 201)
    })
    .delete(paths.userSessions, async (c) => {
      await revokeSessions(deps, c.var.signedIn, c.req.param('userId'))
      return c.body(null, 204)
    })
}
