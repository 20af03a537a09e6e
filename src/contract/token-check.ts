import * as v from 'valibot'
import { VerdictKind } from './caller-outline.ts'
import { operation } from './operation.ts'
import { ChangedToken } from './rotation.ts'

/** Most that is looked at in one go, in UTF-16 units: a long curl command fits. */
export const MAX_PASTED_LENGTH = 10_000

/** Characters of a whole secret of this service: its prefix and 49 letters and digits. */
export const SECRET_LENGTH = 53

export const CheckTokenInput = v.strictObject({
  text: v.pipe(
    v.string(),
    v.minLength(1, 'paste something'),
    v.maxLength(MAX_PASTED_LENGTH, `at most ${MAX_PASTED_LENGTH} characters`),
  ),
})
export type CheckTokenInput = v.InferOutput<typeof CheckTokenInput>

/**
 * Where in what was pasted, never what stands there. `start` and `end`: UTF-16 units, the last one not included;
 * `character`: the place of the first one as people count, from 1.
 */
const place = { start: v.number(), end: v.number(), character: v.number() }

const finding = <const Kind extends string, Entries extends v.ObjectEntries>(kind: Kind, entries: Entries) =>
  v.object({ kind: v.literal(kind), ...place, ...entries })

/** What a character is that does not belong where it stands. */
export const StrayCharacter = v.picklist(['line-break', 'space', 'invisible', 'other'])
export type StrayCharacter = v.InferOutput<typeof StrayCharacter>

/** What is wrong with the line around a token, or with the token itself. Of what stands there more than once, the first. */
export const Finding = v.variant('kind', [
  finding('stray-character', {
    class: StrayCharacter,
    codePoint: v.number(),
    /** Else beside it. */
    isInToken: v.boolean(),
    count: v.number(),
  }),
  /** A letter of another alphabet. */
  finding('look-alike', { codePoint: v.number(), insteadOf: v.string(), count: v.number() }),
  finding('percent-encoding', { count: v.number() }),
  /** The token is whole with its prefix in lower case. */
  finding('prefix-case', {}),
  /** More that is joined to the end of the token, or stands behind it where nothing may. */
  finding('trailing', { count: v.number() }),
  finding('in-address', {}),
  finding('translated-header', {}),
  finding('other-name', {}),
  finding('repeated-name', {}),
  finding('no-scheme', {}),
  finding('wrong-scheme', {}),
  finding('repeated-scheme', {}),
  /** Between scheme and token stands none, or something else. */
  finding('no-blank', {}),
  /** One without the other. */
  finding('single-quote-mark', {}),
  /** Around the token behind its scheme. */
  finding('quoted-token', {}),
  /** Not those of a programming language. */
  finding('typographic-quotes', {}),
  /** Around all there is: wrong where they are sent, right where a program or a shell reads them. */
  finding('quotes', {}),
  finding('several-tokens', { count: v.number() }),

  /** Without a whole secret, one of the following. All letters are of one case; which they were cannot be known. */
  finding('case-changed', {}),
  /** Too short or too long, or of the right length with another character somewhere. */
  finding('not-whole', { length: v.number() }),
  finding('masked', {}),
  finding('placeholder', {}),
  /** Nothing that could be a secret of this service. */
  finding('no-token', { resembles: v.nullable(v.picklist(['jwt', 'uuid'])) }),
])
export type Finding = v.InferOutput<typeof Finding>

/**
 * What to put in the place of a stretch to mend the line: a word of a header, or the letter that a few characters stand
 * for.
 */
export const Edit = v.object({ start: v.number(), end: v.number(), insert: v.string() })
export type Edit = v.InferOutput<typeof Edit>

/** The secret that stands in what was pasted, as it is once all that was found is mended. */
export const CheckedSecret = v.object({
  /** By its prefix. */
  kind: v.picklist(['profile-token', 'debugger-token', 'access-token', 'set-up-code']),
  lastFour: v.string(),
  /** What a call to the profile API deserves that sends it as it should be sent. */
  verdict: VerdictKind,
  /** What one deserves that sends the line as it was pasted. */
  verdictAsPasted: VerdictKind,
  /** Null where it is none of this client's. */
  token: v.nullable(ChangedToken),
  /** What mends the line, in its order; empty where nothing has to be mended, null where it cannot be. */
  edits: v.nullable(v.array(Edit)),
})
export type CheckedSecret = v.InferOutput<typeof CheckedSecret>

export const TokenCheck = v.object({
  /** What calls are refused over before what may be right, else in the order of the line. */
  findings: v.array(Finding),
  /** Null where there is no whole one; of several the first. */
  secret: v.nullable(CheckedSecret),
})
export type TokenCheck = v.InferOutput<typeof TokenCheck>

export const checkToken = operation({
  id: 'checkToken',
  family: 'console',
  method: 'POST',
  path: '/console/v1/token-check',
  summary: 'What a pasted token is, and what is wrong with the line around it',
  description:
    'Takes whatever a person has: a token, a header, a line of a `.env` file, a curl command, a line of a log. Nothing of it is stored, logged or counted as a use, and of a whole token the answer repeats the last four characters.',
  body: CheckTokenInput,
  permission: 'token.view',
  status: 200,
  output: TokenCheck,
  refusals: ['too-many-requests'],
})
