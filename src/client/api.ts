import * as v from 'valibot'
import { ADMIN_MEDIA_TYPE } from '#contract/admin-api.ts'
import type { ClientSettingsPatch } from '#contract/client-settings.ts'
import { Implementation } from '#contract/implementation.ts'
import { fillPath, paths } from '#contract/paths.ts'
import {
  AuthorizationToken,
  type AuthorizationScope,
  type GenerateTokenInput,
} from '#contract/profile-auth.ts'
import { Session, SetUpLinkInfo, type SetUpInput, type SignInInput } from '#contract/session.ts'
import { call, type Operation } from './call.ts'

/** What the console reads of the settings; an answer may hold others, and ones that it does not know. */
const AnsweredSettings = v.object({ enableProfileApiAuthentication: v.boolean() })

/** The service's operations, each a method that answers what its name says or throws an ApiError. */
export type Api = ReturnType<typeof createApi>

/** @param baseUrl scheme, host and port of the service without a slash at the end; empty: the page's own */
export function createApi({ fetch, baseUrl = '' }: { fetch: typeof globalThis.fetch; baseUrl?: string }) {
  const request = <const Schema extends v.GenericSchema>(operation: Operation<Schema>) =>
    call(fetch, baseUrl, operation)

  return {
    getSession: () => request({ path: paths.session, output: Session }),
    signIn: (input: SignInInput) =>
      request({ method: 'POST', path: paths.session, body: input, output: Session }),
    signOut: () => request({ method: 'DELETE', path: paths.session, output: v.undefined() }),

    /** Says whom a set-up link is for. */
    getSetUpLink: (code: string) =>
      request({ method: 'POST', path: paths.setUpLink, body: { code }, output: SetUpLinkInfo }),
    setUp: (input: SetUpInput) =>
      request({ method: 'POST', path: paths.setUp, body: input, output: Session }),

    getImplementation: () => request({ path: paths.implementation, output: Implementation }),

    /** @param ifMatch the `etag` that the change builds on; refused with 412 when someone else came first */
    patchSettings: (tenant: string, patch: ClientSettingsPatch, { ifMatch }: { ifMatch: string }) =>
      request({
        method: 'PATCH',
        path: fillPath(paths.clientSettings, { tenant }),
        mediaType: ADMIN_MEDIA_TYPE,
        headers: { 'If-Match': ifMatch },
        body: patch,
        output: AnsweredSettings,
      }),

    /** The current token in clear; the service records that it was seen. */
    getToken: (tenant: string, scope: AuthorizationScope = 'profile_api') =>
      request({ path: tokenPath(tenant, scope), mediaType: ADMIN_MEDIA_TYPE, output: AuthorizationToken }),

    /**
     * Ends the current token and answers the new one in clear.
     *
     * @param replaces id of the token that the caller means to replace, null for none; refused with 412 or 409 when
     * another token came first
     */
    generateToken: ({ tenant, replaces, scope = 'profile_api', ...input }: GenerateToken) =>
      request({
        method: 'POST',
        path: tokenPath(tenant, scope),
        mediaType: ADMIN_MEDIA_TYPE,
        headers: replaces === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${replaces}"` },
        body: input,
        output: AuthorizationToken,
      }),
  }
}

type GenerateToken = GenerateTokenInput & {
  tenant: string
  replaces: string | null
  scope?: AuthorizationScope
}

function tokenPath(tenant: string, authorizationScope: AuthorizationScope): string {
  return `${fillPath(paths.authenticationToken, { tenant })}?${new URLSearchParams({ authorizationScope })}`
}
