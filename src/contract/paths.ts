/** Pages of the console that have an address; the server answers these with the console, anything else with 404. */
export const pages = {
  home: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  implementation: '/administration/implementation',
  /** The address that older bookmarks and Adobe's manuals use. */
  formerImplementation: '/setup/implementation',
} as const
