/** Forms of which the texts come when they are needed. */
export const exampleForms = ['curl', 'node', 'python', 'env'] as const
export type ExampleForm = (typeof exampleForms)[number]

/** What the token is put into to be taken away. */
export const tokenForms = ['header', 'token', ...exampleForms] as const
export type TokenForm = (typeof tokenForms)[number]

/** Names of tools are the same in every language. */
export const exampleNames: Record<ExampleForm, string> = {
  curl: 'cURL',
  node: 'Node.js',
  python: 'Python',
  env: '.env',
}

/** The header that a profile API call carries; never translated. */
export const authorizationHeader = (token: string) => `Authorization: Bearer ${token}`
