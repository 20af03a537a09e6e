import * as v from 'valibot'
import { AddedPasskey, PasskeyList } from '#contract/passkeys.ts'
import { SecondStepAsked } from '#contract/second-step.ts'
import { CreationOptions, RequestOptions } from '#contract/webauthn.ts'
import { browserSession, type BrowserSession } from '#mock/browser-session.ts'
import { createApp, type Ports } from '#service/app.ts'
import type { makeAuthenticator } from './authenticator.ts'
import { ORIGIN } from './service.ts'

export const PASSWORD = 'correct horse battery staple'

/** Where people look after their passkeys, and sign in. */
export const PASSKEYS = '/console/v1/account/passkeys'
export const RECOVERY_CODES = '/console/v1/account/recovery-codes'
export const SESSION = '/console/v1/session'

/** A browser of somebody's at the service, with its cookies. */
export function browserAt(ports: Ports, remoteAddress = '203.0.113.7'): BrowserSession {
  const app = createApp(ports)
  return browserSession(
    (request, setCookie) => Promise.resolve(app.fetch(request, { remoteAddress, setCookie })),
    ORIGIN,
  )
}

export const signInByPassword = (browser: BrowserSession, email: string, password = PASSWORD) =>
  browser.call('POST', SESSION, { email, password })

export const creationOptionsIn = async (response: Response) => v.parse(CreationOptions, await response.json())
export const requestOptionsIn = async (response: Response) => v.parse(RequestOptions, await response.json())

/** What is asked for after the password: a passkey, or to make one. */
export async function askedIn(response: Response) {
  return v.parse(SecondStepAsked, await response.json()).secondStep
}

/** The options of a passkey that is asked for after the password. */
export async function secondStepOptionsIn(response: Response): Promise<RequestOptions> {
  const asked = await askedIn(response)
  if (asked.kind !== 'passkey') throw new Error(`A ${asked.kind} was asked for.`)
  return asked.options
}

/** The options of a first passkey that someone without one is asked to make. */
export async function firstPasskeyIn(response: Response): Promise<CreationOptions> {
  const asked = await askedIn(response)
  if (asked.kind !== 'first-passkey') throw new Error(`A ${asked.kind} was asked for.`)
  return asked.options
}

export const finishWithFirst = (browser: BrowserSession, credential: unknown) =>
  browser.call('POST', `${SESSION}/first-passkey`, { name: 'Phone', credential })

export const startAdding = async (browser: BrowserSession) =>
  creationOptionsIn(await browser.call('POST', `${PASSKEYS}/options`))

export const add = (browser: BrowserSession, name: string, credential: unknown) =>
  browser.call('POST', PASSKEYS, { name, credential })

/** Adds a passkey of that name to whoever is signed in at that browser. */
export async function addPasskey(
  browser: BrowserSession,
  authenticator: ReturnType<typeof makeAuthenticator>,
  name = 'Work laptop',
): Promise<AddedPasskey> {
  const response = await add(browser, name, await authenticator.create(await startAdding(browser)))
  return v.parse(AddedPasskey, await response.json())
}

export const startWithPasskey = async (browser: BrowserSession) =>
  requestOptionsIn(await browser.call('POST', `${SESSION}/passkey/options`))

export const signInWith = (browser: BrowserSession, credential: unknown) =>
  browser.call('POST', `${SESSION}/passkey`, { credential })

export const finishWith = (browser: BrowserSession, credential: unknown) =>
  browser.call('POST', `${SESSION}/second-step`, { kind: 'passkey', credential })

export const finishWithCode = (browser: BrowserSession, code: string) =>
  browser.call('POST', `${SESSION}/second-step`, { kind: 'recovery-code', code })

export const passkeysOf = async (browser: BrowserSession) =>
  v.parse(PasskeyList, await (await browser.call('GET', PASSKEYS)).json())
