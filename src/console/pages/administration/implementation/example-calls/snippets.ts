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
  const url = profileApiUrl + pathOf(getProfileByThirdPartyId, { thirdPartyId: 'customer-1' })
  const commented = (sign: string) => comments.map((comment) => `${sign} ${comment}\n`).join('')
  return examples[form]({ url, clientCode, token, commented })
}

/** For a POSIX shell, in which nothing between single quotes means anything. */
const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** A string of JSON is one of JavaScript and of Python too. */
const quoted = (text: string) => JSON.stringify(text)

type Example = (of: {
  url: string
  clientCode: string
  token: string
  /** The comments behind the sign of the language. */
  commented: (sign: string) => string
}) => string

const examples: Record<ExampleForm, Example> = {
  curl: ({ url, clientCode, token, commented }) => `${commented('#')}curl -G ${shellQuoted(url)} \\
  --data-urlencode ${shellQuoted(`client=${clientCode}`)} \\
  -H '${authorizationHeader(token)}'`,

  node: ({ url, clientCode, token, commented }) => `${commented('//')}const response = await fetch(
  ${quoted(`${url}?client=${encodeURIComponent(clientCode)}`)},
  { headers: { Authorization: "Bearer ${token}" } },
);
console.log(response.status, await response.text());`,

  python: ({ url, clientCode, token, commented }) => `${commented('#')}import requests

response = requests.get(
    ${quoted(url)},
    params={"client": ${quoted(clientCode)}},
    headers={"Authorization": "Bearer ${token}"},
)
print(response.status_code, response.text)`,

  env: ({ token }) => `PROFILE_API_AUTHORIZATION="Bearer ${token}"`,
}
