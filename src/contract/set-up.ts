import * as v from 'valibot'
import { operation } from './operation.ts'
import { NewPassword, PasswordWeakness } from './passwords.ts'
import { SignInAnswer } from './second-step.ts'
import { Email } from './email.ts'
import { PersonName } from './users.ts'

/** The page that a set-up link leads to. */
export const SET_UP_PATH = '/set-up'

/** The code of a link, wherever it stands in a text: mail programs and people add dots, brackets and quotes. */
export const SET_UP_CODE = /tsu_[0-9A-Za-z]{49}/

export const SetUpCode = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/**
 * What the one-time set-up link leads to: the first person names themselves; an invited person's e-mail is known, and so
 * is the name unless the invitation has none. What is known is left out.
 */
export const SetUpInput = v.strictObject({
  code: SetUpCode,
  name: v.optional(PersonName),
  email: v.optional(Email),
  password: NewPassword,
})
export type SetUpInput = v.InferOutput<typeof SetUpInput>

/** Asks whom a set-up link is for; in a body, because the code is a secret that no URL should carry. */
export const SetUpLinkInput = v.strictObject({ code: SetUpCode })
export type SetUpLinkInput = v.InferOutput<typeof SetUpLinkInput>

/** `first`: the person says who they are; `invited`: that is known, but for a name that is empty. */
export const SetUpLinkInfo = v.variant('kind', [
  v.object({ kind: v.literal('first') }),
  v.object({ kind: v.literal('invited'), name: v.string(), email: v.string() }),
])
export type SetUpLinkInfo = v.InferOutput<typeof SetUpLinkInfo>

export const describeSetUpLink = operation({
  id: 'describeSetUpLink',
  family: 'console',
  method: 'POST',
  path: '/console/v1/set-up/link',
  summary: 'Whom a set-up link is for',
  description: 'Uses nothing up.',
  body: SetUpLinkInput,
  permission: 'none',
  status: 200,
  output: SetUpLinkInfo,
  refusals: ['not-found'],
})

export const setUp = operation({
  id: 'setUp',
  family: 'console',
  method: 'POST',
  path: '/console/v1/set-up',
  summary: 'Use a set-up link',
  description:
    'At the first start it makes the system administrator; later it gives an invited person a password, and makes them say their name where the invitation has none. Someone who can sign in already with the e-mail that is invited accepts by `acceptInvitation`. One that can be guessed is refused, with why. Signs in by cookie, or asks for the second step as signing in does.',
  body: SetUpInput,
  permission: 'none',
  status: 201,
  output: SignInAnswer,
  answerHeaders: ['Set-Cookie'],
  refusals: [
    'not-found',
    'sign-in-to-accept',
    'password-sign-in-off',
    'provider-sign-in-only',
    ...PasswordWeakness.options,
  ],
})
