import type * as v from 'valibot'
import { ADMIN_MEDIA_TYPE, ErrorResponse } from '#contract/admin-api.ts'
import { ClientSettings, ClientSettingsPatch } from '#contract/client-settings.ts'
import { Implementation } from '#contract/implementation.ts'
import { paths } from '#contract/paths.ts'
import { PROBLEM_MEDIA_TYPE, Problem } from '#contract/problem.ts'
import { AuthorizationScope, AuthorizationToken, GenerateTokenInput } from '#contract/profile-auth.ts'
import { Batch, Profile, ProfileError } from '#contract/profiles.ts'
import {
  AccessToken,
  Session,
  SetUpInput,
  SetUpLinkInfo,
  SetUpLinkInput,
  SignInInput,
  User,
} from '#contract/session.ts'
import { CreatedUser, CreateUserInput, SetRolesInput, SetUpLink, UserList } from '#contract/users.ts'

/** Schemas of the contract by the name under which the document shows them. */
export const schemas = {
  AccessToken,
  AuthorizationScope,
  AuthorizationToken,
  Batch,
  ClientSettings,
  ClientSettingsPatch,
  CreatedUser,
  CreateUserInput,
  ErrorResponse,
  GenerateTokenInput,
  Implementation,
  Problem,
  Profile,
  ProfileError,
  Session,
  SetRolesInput,
  SetUpInput,
  SetUpLink,
  SetUpLinkInfo,
  SetUpLinkInput,
  SignInInput,
  User,
  UserList,
} satisfies Record<string, v.GenericSchema>

type SchemaName = keyof typeof schemas

/** A body: a schema by name, or text of that media type. */
export type Content = { mediaType: string; schema: SchemaName | { type: 'string' } }

export type Operation = {
  path: string
  method: 'get' | 'put' | 'post' | 'patch' | 'delete'
  operationId: string
  summary: string
  tag: 'Admin API' | 'Profile API' | 'Console API'
  /** `session`: an access token or the cookie. `profileToken`: only while authentication is required. */
  security: 'none' | 'session' | 'profileToken'
  query?: Record<string, { description: string; required?: boolean; schema?: SchemaName }>
  headers?: Record<string, string>
  body?: Content & { required?: boolean }
  success: { status: number; description: string; content?: Content }
  /** Statuses of the refusals, in the family's own error body. */
  refusals: number[]
}

const json = (schema: SchemaName): Content => ({ mediaType: 'application/json', schema })
const vendor = (schema: SchemaName): Content => ({ mediaType: ADMIN_MEDIA_TYPE, schema })
const xml: Content = { mediaType: 'text/xml', schema: { type: 'string' } }

/** The error body of each family. */
export const errorContent: Record<Operation['tag'], Content> = {
  'Admin API': vendor('ErrorResponse'),
  'Profile API': { mediaType: 'text/xml', schema: { type: 'string' } },
  'Console API': { mediaType: PROBLEM_MEDIA_TYPE, schema: 'Problem' },
}

const admin = { tag: 'Admin API', security: 'session' } as const
const profile = { tag: 'Profile API', security: 'profileToken' } as const
const ours = { tag: 'Console API', security: 'session' } as const
const openOurs = { tag: 'Console API', security: 'none' } as const

const authorizationScope = {
  authorizationScope: {
    description: 'What the token is for; `scope` is the older spelling.',
    required: true,
    schema: 'AuthorizationScope',
  },
} as const
const ifMatch = { 'If-Match': 'The ETag of the settings or the token that the change builds on.' }
const client = { client: { description: 'The client code.', required: true } }

/** Every operation of the service, in the order of the document. */
export const operations: Operation[] = [
  {
    ...admin,
    path: paths.clientSettings,
    method: 'get',
    operationId: 'getSettings',
    summary: 'Get client settings',
    success: {
      status: 200,
      description: 'The settings; ETag names their revision.',
      content: vendor('ClientSettings'),
    },
    refusals: [401, 403, 404, 406],
  },
  {
    ...admin,
    path: paths.clientSettings,
    method: 'put',
    operationId: 'updateSettings',
    summary: 'Replace client settings',
    headers: ifMatch,
    body: { ...vendor('ClientSettings'), required: true },
    success: { status: 200, description: 'The settings from now on.', content: vendor('ClientSettings') },
    refusals: [400, 401, 403, 404, 406, 412, 413],
  },
  {
    ...admin,
    path: paths.clientSettings,
    method: 'patch',
    operationId: 'patchSettings',
    summary: 'Change some client settings',
    headers: ifMatch,
    body: { ...vendor('ClientSettingsPatch'), required: true },
    success: { status: 200, description: 'The settings from now on.', content: vendor('ClientSettings') },
    refusals: [400, 401, 403, 404, 406, 412, 413],
  },
  {
    ...admin,
    path: paths.authenticationToken,
    method: 'get',
    operationId: 'getAuthorizationToken',
    summary: 'Get the current token',
    query: authorizationScope,
    success: { status: 200, description: 'The current token.', content: vendor('AuthorizationToken') },
    refusals: [400, 401, 403, 404, 406],
  },
  {
    ...admin,
    path: paths.authenticationToken,
    method: 'post',
    operationId: 'requestAuthorizationToken',
    summary: 'Generate a token; the one before stops working at once',
    query: authorizationScope,
    headers: { ...ifMatch, 'If-None-Match': '`*` when there was no token.' },
    body: vendor('GenerateTokenInput'),
    success: { status: 201, description: 'The new token.', content: vendor('AuthorizationToken') },
    refusals: [400, 401, 403, 404, 406, 409, 412, 413],
  },

  {
    ...profile,
    path: paths.batchUpdateV2,
    method: 'post',
    operationId: 'batchUpdateV2',
    summary: 'Update profiles in bulk, creating those that do not exist',
    body: { mediaType: 'application/x-www-form-urlencoded', schema: { type: 'string' }, required: true },
    success: { status: 200, description: 'Every row is checked and stored safely.', content: xml },
    refusals: [400, 401, 403, 404, 413, 415, 503],
  },
  {
    ...profile,
    path: paths.batchUpdateV1,
    method: 'post',
    operationId: 'batchUpdateV1',
    summary: 'Update existing profiles in bulk',
    body: { mediaType: 'application/x-www-form-urlencoded', schema: { type: 'string' }, required: true },
    success: { status: 200, description: 'Every row is checked and stored safely.', content: xml },
    refusals: [400, 401, 403, 404, 413, 415, 503],
  },
  ...(['get', 'post'] as const).map((method): Operation => ({
    ...profile,
    path: paths.profileUpdate,
    method,
    operationId: `${method}ProfileUpdate`,
    summary: 'Update one existing profile; attributes are parameters named profile.NAME',
    query: {
      mboxPC: { description: 'The pcId; or give mbox3rdPartyId.' },
      mbox3rdPartyId: { description: 'The thirdPartyId; or give mboxPC.' },
    },
    ...(method === 'post' && {
      body: { mediaType: 'application/x-www-form-urlencoded', schema: { type: 'string' } },
    }),
    success: { status: 200, description: 'Submitted.', content: xml },
    refusals: [400, 401, 403, 404, 413, 414, 415, 503],
  })),
  ...[paths.batchStatus, paths.batchStatusV2].map((path, index): Operation => ({
    ...profile,
    path,
    method: 'get',
    operationId: `batchStatusV${index + 1}`,
    summary: 'How far a batch has come',
    query: {
      batchId: { description: 'The id that the batch was given.', required: true },
      showDetails: { description: '`true` adds the counts.' },
    },
    success: { status: 200, description: 'complete, incomplete or stuck.', content: xml },
    refusals: [400, 401, 403, 404, 503],
  })),
  {
    ...profile,
    path: paths.profileByPcId,
    method: 'get',
    operationId: 'getProfileByPcId',
    summary: 'Read a profile by pcId',
    query: client,
    success: { status: 200, description: 'The profile.', content: json('Profile') },
    refusals: [400, 401, 403, 404, 503],
  },
  {
    ...profile,
    path: paths.profileByEcid,
    method: 'get',
    operationId: 'getProfileByEcid',
    summary: 'Read a profile by Experience Cloud id',
    query: client,
    success: { status: 200, description: 'The profile.', content: json('Profile') },
    refusals: [400, 401, 403, 404, 503],
  },
  {
    ...profile,
    path: paths.profileByThirdPartyId,
    method: 'get',
    operationId: 'getProfileByThirdPartyId',
    summary: 'Read a profile by thirdPartyId',
    query: client,
    success: { status: 200, description: 'The profile.', content: json('Profile') },
    refusals: [400, 401, 403, 404, 503],
  },

  {
    ...openOurs,
    path: paths.session,
    method: 'post',
    operationId: 'signIn',
    summary: 'Sign in by cookie',
    body: { ...json('SignInInput'), required: true },
    success: { status: 200, description: 'Signed in.', content: json('Session') },
    refusals: [400, 401, 403, 413, 429],
  },
  {
    ...openOurs,
    path: paths.accessToken,
    method: 'post',
    operationId: 'getAccessToken',
    summary: 'Sign in from a script',
    body: { ...json('SignInInput'), required: true },
    success: { status: 201, description: 'An access token.', content: json('AccessToken') },
    refusals: [400, 401, 413, 429],
  },
  {
    ...ours,
    path: paths.session,
    method: 'get',
    operationId: 'getSession',
    summary: 'Who is signed in',
    success: { status: 200, description: 'The session.', content: json('Session') },
    refusals: [401],
  },
  {
    ...ours,
    path: paths.session,
    method: 'delete',
    operationId: 'signOut',
    summary: 'Sign out',
    success: { status: 204, description: 'Signed out.' },
    refusals: [401, 403],
  },
  {
    ...openOurs,
    path: paths.setUpLink,
    method: 'post',
    operationId: 'describeSetUpLink',
    summary: 'Whom a set-up link is for',
    body: { ...json('SetUpLinkInput'), required: true },
    success: {
      status: 200,
      description: 'The first person, or someone invited.',
      content: json('SetUpLinkInfo'),
    },
    refusals: [400, 404, 413],
  },
  {
    ...openOurs,
    path: paths.setUp,
    method: 'post',
    operationId: 'setUp',
    summary: 'Use a set-up link',
    body: { ...json('SetUpInput'), required: true },
    success: { status: 201, description: 'Set up and signed in.', content: json('Session') },
    refusals: [400, 403, 404, 413],
  },
  {
    ...ours,
    path: paths.implementation,
    method: 'get',
    operationId: 'getImplementation',
    summary: 'All that Administration > Implementation shows',
    success: { status: 200, description: 'Without the secret.', content: json('Implementation') },
    refusals: [401, 403],
  },
  {
    ...ours,
    path: paths.users,
    method: 'get',
    operationId: 'listUsers',
    summary: 'List users',
    success: { status: 200, description: 'By name.', content: json('UserList') },
    refusals: [401, 403],
  },
  {
    ...ours,
    path: paths.users,
    method: 'post',
    operationId: 'createUser',
    summary: 'Invite a user',
    body: { ...json('CreateUserInput'), required: true },
    success: { status: 201, description: 'The user and their set-up link.', content: json('CreatedUser') },
    refusals: [400, 401, 403, 409, 413],
  },
  {
    ...ours,
    path: paths.userRoles,
    method: 'put',
    operationId: 'setRoles',
    summary: 'Replace what a user holds',
    body: { ...json('SetRolesInput'), required: true },
    success: { status: 200, description: 'The user from now on.', content: json('User') },
    refusals: [400, 401, 403, 404, 409, 413],
  },
  {
    ...ours,
    path: paths.userSetUpLink,
    method: 'post',
    operationId: 'makeSetUpLink',
    summary: 'Make a new set-up link',
    success: { status: 201, description: 'The link.', content: json('SetUpLink') },
    refusals: [401, 403, 404],
  },
  {
    ...ours,
    path: paths.userSessions,
    method: 'delete',
    operationId: 'revokeSessions',
    summary: 'Sign a user out everywhere',
    success: { status: 204, description: 'Signed out.' },
    refusals: [401, 403, 404],
  },
  {
    ...ours,
    path: paths.batch,
    method: 'get',
    operationId: 'getBatch',
    summary: 'A batch and the rows of it that were not applied',
    success: { status: 200, description: 'The batch.', content: json('Batch') },
    refusals: [401, 403, 404],
  },
  {
    ...ours,
    path: paths.batchFailures,
    method: 'get',
    operationId: 'getBatchFailures',
    summary: 'The rows of a batch that were not applied, as CSV',
    success: {
      status: 200,
      description: 'line, id, reason.',
      content: { mediaType: 'text/csv', schema: { type: 'string' } },
    },
    refusals: [401, 403, 404],
  },
]
