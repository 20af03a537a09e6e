import * as v from 'valibot'
import { pathOf } from '#contract/operation.ts'
import { type RoleAssignment, suspendUser } from '#contract/users.ts'
import { setUp } from '#contract/set-up.ts'
import { addWorkspace, Workspace } from '#contract/workspaces.ts'
import type { ServiceEnv } from '#service/http/env.ts'
import { codeOf, inviteOne } from './bring-about.ts'
import { browserSession, type BrowserSession } from './browser-session.ts'
import { type MockProvider, signInAtProvider } from './provider.ts'

type Stage = {
  operator: BrowserSession
  /** By which one of them comes; null where there is none. */
  provider: MockProvider | null
  /** Moves the service's clock. */
  clock: { offsetMs: number }
  origin: string
  answer: (request: Request, bindings: ServiceEnv['Bindings']) => Promise<Response>
}

const DAY_MS = 86_400_000
const PASSWORD = 'staple of the people'

/** As long as a name and an address can be. */
export const LONGEST = {
  name: `Konstantinos ${'Papadopoulos-Christodoulou '.repeat(4)}`.slice(0, 100).trim(),
  email:
    `${'konstantinos.papadopoulos'.repeat(2)}@${'northwind-retail.'.repeat(12)}`.slice(0, 246) + '.example',
}

/** Adds workspaces, and people who are active, invited, too late and suspended. */
export async function bringPeopleAbout({ operator, provider, clock, origin, answer }: Stage): Promise<void> {
  const at = (daysAgo: number) => {
    clock.offsetMs = -daysAgo * DAY_MS
  }
  const browser = () => browserSession((request, setCookie) => answer(request, { setCookie }), origin)
  const workspace = async (name: string) =>
    v.parse(Workspace, await (await operator.call('POST', addWorkspace.path, { name })).json()).id
  const invite = (name: string, email: string, roles: RoleAssignment[]) =>
    inviteOne(operator, { name, email }, { roles })
  const add = async (name: string, email: string, roles: RoleAssignment[]) => {
    const link = await invite(name, email, roles)
    const answered = await browser().call('POST', setUp.path, { code: codeOf(link), password: PASSWORD })
    return v.parse(v.object({ user: v.object({ id: v.string() }) }), await answered.json()).user.id
  }
  at(20)
  const [nordics, iberia] = [await workspace('Nordics'), await workspace('Iberia')]
  await workspace('Benelux')
  const jonas = await add('Jonas Weber', 'jonas.weber@northwind.example', [
    { workspace: 'default', role: 'approver' },
  ])
  await add('Chioma Obi', 'chioma.obi@northwind.example', [{ workspace: nordics, role: 'admin' }])
  at(12)
  await invite('Priya Nair', 'priya.nair@northwind.example', [{ workspace: iberia, role: 'observer' }])
  await operator.call('POST', pathOf(suspendUser, { userId: jonas }))
  at(1)
  await add('Lucía Fernández', 'lucia.fernandez@northwind.example', [
    { workspace: 'default', role: 'editor' },
    { workspace: iberia, role: 'observer' },
  ])
  await invite(LONGEST.name, LONGEST.email, [{ workspace: 'default', role: 'observer' }])
  at(0.01)
  await add('Bo Ek', 'bo.ek@northwind.example', [
    { workspace: 'default', role: 'approver' },
    { workspace: nordics, role: 'editor' },
  ])
  if (provider !== null) await comeByProvider(provider, browser())
  at(0)
}

async function comeByProvider(provider: MockProvider, browser: BrowserSession): Promise<void> {
  const before = provider.account
  const email = 'ingrid.holm@northwind.example'
  provider.account = { subject: 'ingrid', name: 'Ingrid Holm', email, groups: ['editor'] }
  await signInAtProvider(browser)
  provider.account = before
}
