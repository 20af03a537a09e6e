import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers'
import type {
  AuthenticationCredential,
  CreationOptions,
  RegistrationCredential,
  RequestOptions,
} from '#contract/webauthn.ts'
import { ORIGIN } from './service.ts'

/** How an authenticator is to behave. */
type Behaviour = {
  /** Of the page that asks. */
  origin: string
  /** Whether it made sure who is there. */
  isUserVerified: boolean
  isBackupEligible: boolean
  isBackedUp: boolean
  /** Added to the count at each use; 0 for one that does not count. */
  countsBy: number
}

const WELL_BEHAVED: Behaviour = {
  origin: ORIGIN,
  isUserVerified: true,
  isBackupEligible: false,
  isBackedUp: false,
  countsBy: 1,
}

type Credential = { id: string; key: CryptoKey; userHandle: string; rpId: string; signCount: number }

/**
 * An authenticator as WebAuthn Level 3 describes one, with real keys and signatures (ES256), and the browser in front of it.
 * Its behaviour can be changed, as no real one's can.
 */
export function makeAuthenticator(behaviour: Partial<Behaviour> = {}) {
  const held: Credential[] = []
  const of = (changes: Partial<Behaviour>): Behaviour => ({ ...WELL_BEHAVED, ...behaviour, ...changes })

  return {
    /** What it holds; to copy one is to clone it. */
    held,

    async create(
      options: CreationOptions,
      changes: Partial<Behaviour> = {},
    ): Promise<RegistrationCredential> {
      const how = of(changes)
      const { publicKey, privateKey } = await crypto.subtle.generateKey(ES256, false, ['sign', 'verify'])
      const rawId = crypto.getRandomValues(new Uint8Array(16))
      const credential = {
        id: isoBase64URL.fromBuffer(rawId),
        key: privateKey,
        userHandle: options.user.id,
        rpId: options.rp.id,
        signCount: 0,
      }
      held.push(credential)
      const attested = concat(
        new Uint8Array(16),
        new Uint8Array([0, rawId.length]),
        rawId,
        await coseOf(publicKey),
      )
      const authData = concat(await authenticatorData(credential, how, ATTESTED), attested)
      return {
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, how),
          attestationObject: isoBase64URL.fromBuffer(
            isoCBOR.encode(
              new Map<string, string | Map<string, string> | Uint8Array>([
                ['fmt', 'none'],
                ['attStmt', new Map()],
                ['authData', authData],
              ]),
            ),
          ),
          transports: ['internal'],
        },
      }
    },

    /** Uses the last passkey that it has for the host, or one of those that are allowed. */
    async get(options: RequestOptions, changes: Partial<Behaviour> = {}): Promise<AuthenticationCredential> {
      const how = of(changes)
      const allowed = options.allowCredentials.map(({ id }) => id)
      const credential = held.findLast(
        ({ id, rpId }) => rpId === options.rpId && (allowed.length === 0 || allowed.includes(id)),
      )
      if (credential === undefined) throw new Error('The authenticator has no such passkey.')
      credential.signCount += how.countsBy
      const authData = await authenticatorData(credential, how, 0)
      const clientDataJSON = clientData('webauthn.get', options.challenge, how)
      const hash = await sha256(isoBase64URL.toBuffer(clientDataJSON))
      const signature = new Uint8Array(
        await crypto.subtle.sign(ES256, credential.key, concat(authData, hash)),
      )
      return {
        id: credential.id,
        rawId: credential.id,
        type: 'public-key',
        response: {
          clientDataJSON,
          authenticatorData: isoBase64URL.fromBuffer(authData),
          signature: isoBase64URL.fromBuffer(derOf(signature)),
          userHandle: credential.userHandle,
        },
      }
    },
  }
}

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Flags of authenticator data. Source: WebAuthn Level 3, section 6.1. */
const PRESENT = 0x01
const VERIFIED = 0x04
const BACKUP_ELIGIBLE = 0x08
const BACKED_UP = 0x10
const ATTESTED = 0x40

const clientData = (type: string, challenge: string, { origin }: Behaviour) =>
  isoBase64URL.fromUTF8String(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

async function authenticatorData({ rpId, signCount }: Credential, how: Behaviour, flags: number) {
  const count = new DataView(new ArrayBuffer(4))
  count.setUint32(0, signCount)
  const said =
    PRESENT |
    flags |
    (how.isUserVerified ? VERIFIED : 0) |
    (how.isBackupEligible ? BACKUP_ELIGIBLE : 0) |
    (how.isBackedUp ? BACKED_UP : 0)
  const rpIdHash = await sha256(new TextEncoder().encode(rpId))
  return concat(rpIdHash, new Uint8Array([said]), new Uint8Array(count.buffer))
}

/** A public key as COSE writes it: kind EC2, algorithm ES256, curve P-256, and the point. Source: RFC 9053, section 7.1. */
async function coseOf(key: CryptoKey) {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, isoBase64URL.toBuffer(x)],
      [-3, isoBase64URL.toBuffer(y)],
    ]),
  )
}

/** A signature as ASN.1 writes it, of the two numbers that Web Crypto writes one behind the other. */
function derOf(signature: Uint8Array) {
  const [r, s] = [signature.slice(0, 32), signature.slice(32)].map(integer)
  if (!r || !s) throw new Error('not a signature')
  return concat(new Uint8Array([0x30, r.length + s.length]), r, s)
}

function integer(bytes: Uint8Array) {
  const first = bytes.findIndex((byte) => byte !== 0)
  const significant = bytes.slice(first === -1 ? bytes.length - 1 : first)
  const isNegative = (significant[0] ?? 0) >= 0x80
  const value = isNegative ? concat(new Uint8Array([0]), significant) : significant
  return concat(new Uint8Array([0x02, value.length]), value)
}

async function sha256(bytes: Uint8Array<ArrayBuffer>) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
