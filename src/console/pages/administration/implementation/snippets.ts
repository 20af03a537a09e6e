import { batchUpdateV2 } from '#contract/batches.ts'
import { pathOf } from '#contract/operation.ts'

export const exampleLanguages = ['curl', 'node', 'python', 'env'] as const
export type ExampleLanguage = (typeof exampleLanguages)[number]

/** Names of tools are the same in every language. */
export const exampleNames: Record<ExampleLanguage, string> = {
  curl: 'cURL',
  node: 'Node.js',
  python: 'Python',
  env: '.env',
}

/** The header that a profile API call carries; never translated. */
export const authorizationHeader = (token: string) => `Authorization: Bearer ${token}`

type Call = { profileApiUrl: string; clientCode: string; token: string }

/** A batch of one row, sent with the header; for `env` the header's value for such a call to read. */
export function exampleCall(language: ExampleLanguage, { profileApiUrl, clientCode, token }: Call): string {
  const url = profileApiUrl + pathOf(batchUpdateV2, { client: clientCode })
  return examples[language](url, token)
}

/** For a POSIX shell, in which nothing between single quotes means anything. */
const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** A string of JSON is one of JavaScript and of Python too. */
const quoted = (text: string) => JSON.stringify(text)

const examples: Record<ExampleLanguage, (url: string, token: string) => string> = {
  curl: (url, token) => `curl ${shellQuoted(url)} \\
  -H '${authorizationHeader(token)}' \\
  --data-binary 'batch=thirdPartyId,plan
customer-1,gold'`,

  node: (url, token) => `const response = await fetch(${quoted(url)}, {
  method: "POST",
  headers: {
    Authorization: "Bearer ${token}",
    "Content-Type": "application/x-www-form-urlencoded",
  },
  body: "batch=thirdPartyId,plan\\ncustomer-1,gold",
});
console.log(response.status, await response.text());`,

  python: (url, token) => `import requests

response = requests.post(
    ${quoted(url)},
    headers={
        "Authorization": "Bearer ${token}",
        "Content-Type": "application/x-www-form-urlencoded",
    },
    data="batch=thirdPartyId,plan\\ncustomer-1,gold",
)
print(response.status_code, response.text)`,

  env: (_url, token) => `PROFILE_API_AUTHORIZATION="Bearer ${token}"`,
}
