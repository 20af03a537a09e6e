import { pathOf } from '#contract/operation.ts'
import { getProfileByThirdPartyId } from '#contract/profiles.ts'
import { authorizationHeader, type ExampleForm } from '../token-forms.ts'

type Call = {
  profileApiUrl: string
  clientCode: string
  token: string
  /** What the call does and what its answer means, a line each. */
  comments: readonly string[]
}

/** Reads one profile with the header; for `env` the header's value for such a call to read. */
export function exampleCall(form: ExampleForm, { profileApiUrl, clientCode, token, comments }: Call): string {
  const path = pathOf(getProfileByThirdPartyId, { thirdPartyId: 'customer-1' })
  const url = `${profileApiUrl}${path}?client=${encodeURIComponent(clientCode)}`
  return examples[form](url, token, (sign) => comments.map((comment) => `${sign} ${comment}\n`).join(''))
}

/** For a POSIX shell, in which nothing between single quotes means anything. */
const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** A string of JSON is one of JavaScript and of Python too. */
const quoted = (text: string) => JSON.stringify(text)

type Example = (url: string, token: string, commented: (sign: string) => string) => string

const examples: Record<ExampleForm, Example> = {
  curl: (url, token, commented) => `${commented('#')}curl ${shellQuoted(url)} \\
  -H '${authorizationHeader(token)}'`,

  node: (url, token, commented) => `${commented('//')}const response = await fetch(${quoted(url)}, {
  headers: { Authorization: "Bearer ${token}" },
});
console.log(response.status, await response.text());`,

  python: (url, token, commented) => `${commented('#')}import requests

response = requests.get(
    ${quoted(url)},
    headers={"Authorization": "Bearer ${token}"},
)
print(response.status_code, response.text)`,

  env: (_url, token) => `PROFILE_API_AUTHORIZATION="Bearer ${token}"`,
}
