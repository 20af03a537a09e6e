import { getSettings, patchSettings, updateSettings } from '#contract/settings.ts'
import { etagOf } from '../http/etag.ts'
import { Answer, type FamilyApp, serve } from '../http/serve.ts'
import * as rules from './rules.ts'
import type { StoredSettings } from './store.ts'

export function serveSettings(admin: FamilyApp, needs: rules.SettingsNeeds) {
  serve(admin, getSettings, async ({ client }) => answer(await rules.getSettings(needs, client)))
  serve(admin, updateSettings, async (context, { headers, body }) =>
    answer(await rules.updateSettings(needs, context, () => body, headers['If-Match'])),
  )
  serve(admin, patchSettings, async (context, { headers, body }) => {
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
    return answer(
      await rules.updateSettings(
        needs,
        context,
        (current) => ({ ...current, ...given }),
        headers['If-Match'],
      ),
    )
  })
}

const answer = ({ settings, revision }: StoredSettings) => new Answer(settings, { ETag: etagOf(revision) })
