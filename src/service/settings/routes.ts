import { Hono } from 'hono'
import { ADMIN_MEDIA_TYPE } from '#contract/admin-api.ts'
import { ClientSettings, ClientSettingsPatch } from '#contract/client-settings.ts'
import { paths } from '#contract/paths.ts'
import type { AdminEnv } from '../admin-family.ts'
import type { Deps } from '../deps.ts'
import { etagOf } from '../etag.ts'
import { parsedBody } from '../input.ts'
import { getSettings, updateSettings } from './rules.ts'
import type { StoredSettings } from './store.ts'

export function settingsRoutes(deps: Deps) {
  return new Hono<AdminEnv>()
    .get(paths.clientSettings, async (c) => answer(await getSettings(deps, c.var.signedIn)))
    .put(paths.clientSettings, async (c) => {
      const settings = await parsedBody(c.req.raw, ClientSettings)
      return answer(await updateSettings(deps, c.var.signedIn, () => settings, c.req.header('If-Match')))
    })
    .patch(paths.clientSettings, async (c) => {
      const patch = await parsedBody(c.req.raw, ClientSettingsPatch)
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
      const change = (current: ClientSettings) => ({ ...current, ...given })
      return answer(await updateSettings(deps, c.var.signedIn, change, c.req.header('If-Match')))
    })
}

function answer({ settings, revision }: StoredSettings): Response {
  return Response.json(settings, { headers: { 'Content-Type': ADMIN_MEDIA_TYPE, ETag: etagOf(revision) } })
}
