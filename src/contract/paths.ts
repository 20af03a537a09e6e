/**
 * Every address of the service, once. `:name` stands for one path segment.
 * The admin and profile families are Adobe Target's own addresses; the console family is ours.
 */
export const paths = {
  clientSettings: '/:tenant/target/clients/settings',
  authenticationToken: '/:tenant/target/authentication/token',

  batchUpdateV1: '/m2/:client/profile/batchUpdate',
  batchUpdateV2: '/m2/:client/v2/profile/batchUpdate',
  batchStatus: '/m2/:client/profile/batchStatus',
  batchStatusV2: '/m2/:client/v2/profile/batchStatus',
  profileUpdate: '/m2/:client/profile/update',
  profileByEcid: '/rest/v1/profiles/marketingCloudVisitorId/:marketingCloudVisitorId',
  profileByThirdPartyId: '/rest/v1/profiles/thirdPartyId/:thirdPartyId',
  profileByPcId: '/rest/v1/profiles/:pcId',

  session: '/console/v1/session',
  accessToken: '/console/v1/access-token',
  setUp: '/console/v1/set-up',
  setUpLink: '/console/v1/set-up/link',
  implementation: '/console/v1/implementation',
  users: '/console/v1/users',
  userRoles: '/console/v1/users/:userId/roles',
  userSessions: '/console/v1/users/:userId/sessions',
  userSetUpLink: '/console/v1/users/:userId/set-up-link',
  batch: '/console/v1/batches/:batchId',
  batchFailures: '/console/v1/batches/:batchId/failures.csv',

  openApi: '/openapi.json',
} as const

/** Pages of the console that have an address; the server answers these with the console, anything else with 404. */
export const pages = {
  home: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  implementation: '/administration/implementation',
  /** The address that older bookmarks and Adobe's manuals use. */
  formerImplementation: '/setup/implementation',
} as const

/** Fills the `:name` segments of a pattern, each percent-encoded. */
export function fillPath(pattern: string, params: Record<string, string>): string {
  return pattern.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new TypeError(`${pattern} needs a value for :${name}`)
    return encodeURIComponent(value)
  })
}
