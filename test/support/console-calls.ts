import type { Invitations } from '#contract/invitations.ts'
import type { TokenList } from '#contract/rotation.ts'

const PERSON = { email: 'ana@example.com', password: 'correct horse battery staple' }

const post = (url: string, path: string, body: unknown) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify(body),
  })

/** Sets a service up with one person who may do everything, and signs them in. @returns their access token */
export async function setUpAna(url: string, setUpUrl: string | null): Promise<string> {
  await post(url, '/console/v1/set-up', { name: 'Ana', ...PERSON, code: setUpUrl?.split('#code=')[1] })
  return signInAna(url)
}

/** @returns the access token of a session of its own, whose calls are counted by themselves */
export async function signInAna(url: string): Promise<string> {
  const signedIn = await post(url, '/console/v1/access-token', PERSON)
  const { accessToken }: { accessToken: string } = await signedIn.json()
  return accessToken
}

const TOKEN = '/demo/target/authentication/token?authorizationScope=profile_api'

/** What someone who is signed in with that access token does through the admin API of the service at `url`. */
export function adminOf(url: string, accessToken: string) {
  const headers = { Authorization: `Bearer ${accessToken}` }
  const tokenFrom = async (answer: Response) => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    const { accessToken: token }: { accessToken: string } = await answer.json()
    return token
  }
  return {
    requireAuthentication: (isOn: boolean) =>
      fetch(`${url}/demo/target/clients/settings`, {
        method: 'PATCH',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ enableProfileApiAuthentication: isOn }),
      }),
    currentToken: async () => tokenFrom(await fetch(`${url}${TOKEN}`, { headers })),
    /** @param overlapSeconds how long the one before works on */
    generateToken: async (overlapSeconds = 0) =>
      tokenFrom(
        await fetch(`${url}${TOKEN}`, {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: JSON.stringify({ overlapSeconds }),
        }),
      ),
    tryToGenerateToken: () => fetch(`${url}${TOKEN}`, { method: 'POST', headers }),
    /** The newest first, without their secrets. */
    tokens: async () => {
      const { tokens }: TokenList = await (await fetch(`${url}/console/v1/tokens`, { headers })).json()
      return tokens
    },
    /** Invites someone as an observer. @returns their link */
    invite: async (person: { name: string; email: string }) => {
      const answer = await fetch(`${url}/console/v1/invitations`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ people: [person], roles: [{ workspace: 'default', role: 'observer' }] }),
      })
      const { invitations }: Invitations = await answer.json()
      const [invitation] = invitations
      if (invitation === undefined) throw new Error(`${answer.status}: nobody was invited`)
      return invitation.setUpUrl
    },
    /** Whatever was seen of it. */
    changeToken: (id: string, change: 'end' | 'restore') =>
      fetch(`${url}/console/v1/tokens/${id}/${change}`, {
        method: 'POST',
        headers: { ...headers, 'If-Match': '*', 'Content-Type': 'application/json' },
        body: '{}',
      }),
  }
}

/** Sends a batch of `batch=thirdPartyId,…`. @returns the answer's status and text, and the batch's id if accepted */
export async function sendBatch(url: string, rows: string[], token?: string) {
  const answer = await fetch(`${url}/m2/demo/v2/profile/batchUpdate`, {
    method: 'POST',
    headers: bearer(token),
    body: rows.join('\n'),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    text,
    batchId: /batchId=([^<]+)</.exec(text)?.[1] ?? null,
    headers: answer.headers,
  }
}

/** The status of a batch with all its counts, as `name=value` words; undefined for an unknown one. */
export async function batchStatus(url: string, batchId: string, token?: string) {
  const answer = await fetch(`${url}/m2/demo/profile/batchStatus?batchId=${batchId}&showDetails=true`, {
    headers: bearer(token),
  })
  const text = await answer.text()
  const counts: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)) counts[name] = value
  return answer.status === 404 ? undefined : counts
}

/** A profile's values by name; undefined without a profile. */
export async function profileOf(url: string, id: string, token?: string) {
  const answer = await fetch(`${url}/rest/v1/profiles/thirdPartyId/${id}?client=demo`, {
    headers: bearer(token),
  })
  const body: { profileAttributes: Record<string, { value: string }> } = await answer.json()
  if (answer.status === 404) return undefined
  if (!answer.ok) throw new Error(`${answer.status} ${JSON.stringify(body)}`)
  return Object.fromEntries(Object.entries(body.profileAttributes).map(([name, { value }]) => [name, value]))
}

/** Whether a call with that token is let in. */
export async function isLetIn(url: string, token: string | undefined): Promise<boolean> {
  const answer = await fetch(`${url}/m2/demo/profile/batchStatus?batchId=none`, { headers: bearer(token) })
  await answer.arrayBuffer()
  return answer.status === 404
}

const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { Authorization: `Bearer ${token}` }
