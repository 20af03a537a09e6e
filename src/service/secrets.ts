import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_BYTES = 32
/** 62^43 > 2^256 and 62^6 > 2^32. */
const RANDOM_LENGTH = 43
const CHECKSUM_LENGTH = 6

/**
 * The kinds of secret that leave this service, told apart wherever one turns up: profile authentication token,
 * debugger token, session, set-up link.
 */
const PREFIXES = ['tpa', 'tdb', 'tse', 'tsu'] as const
export type SecretPrefix = (typeof PREFIXES)[number]

/**
 * A new secret such as `tpa_…`: prefix, 256 random bits and a CRC-32, the last two in base 62. The prefix and the
 * checksum let scanners find it in a repository and let a half-copied one be told from an unknown one.
 */
export function newSecret(prefix: SecretPrefix, random: (byteCount: number) => Uint8Array): string {
  let bits = 0n
  for (const byte of random(SECRET_BYTES)) bits = (bits << 8n) | BigInt(byte)
  const body = `${prefix}_${base62(bits, RANDOM_LENGTH)}`
  return body + checksumOf(body)
}

/** The prefix of a whole secret of ours; null for anything else, a half-copied one included. */
export function prefixOf(secret: string): SecretPrefix | null {
  const [given, rest = ''] = secret.split('_')
  const prefix = PREFIXES.find((known) => known === given)
  if (prefix === undefined || !/^[0-9A-Za-z]{49}$/.test(rest)) return null
  const checksum = numberIn(secret.slice(-CHECKSUM_LENGTH))
  return checksum === crc32(utf8ToBytes(secret.slice(0, -CHECKSUM_LENGTH))) ? prefix : null
}

/** Bytes as text that a cookie or an address can hold. */
export const textOfBytes = (bytes: Uint8Array): string => bytesToHex(bytes)

/** And back. @throws when the text is of no bytes */
export const bytesOfText = (text: string): Uint8Array => hexToBytes(text)

/** A value that nobody can guess, for one use within minutes: 256 random bits in hex. */
export const newOneTimeValue = (random: (byteCount: number) => Uint8Array): string =>
  bytesToHex(random(SECRET_BYTES))

/** An identifier that is no secret: 96 random bits in hex. */
export function newId(random: (byteCount: number) => Uint8Array): string {
  return bytesToHex(random(12))
}

function checksumOf(text: string): string {
  return base62(BigInt(crc32(utf8ToBytes(text))), CHECKSUM_LENGTH)
}

function base62(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest /= 62n) text = ALPHABET.charAt(Number(rest % 62n)) + text
  return text
}

/** What `base62` has written; not more than 2^53. */
function numberIn(text: string): number {
  let value = 0
  for (const digit of text) value = value * ALPHABET.length + ALPHABET.indexOf(digit)
  return value
}

/** CRC-32 as zlib and PNG compute it: reflected polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_OF_BYTES[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

const CRC_OF_BYTES = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  return crc
})
