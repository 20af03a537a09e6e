import type { Cipher } from '#service/ports.ts'

const IV_BYTES = 12
const FINGERPRINT_BYTES = 16
export const KEY_BYTES = 32

/** The 32 bytes that a text holds in base64 or hex and nothing beside; null when it does not. */
export function encryptionKeyFrom(text: string): Uint8Array<ArrayBuffer> | null {
  const isHex = /^[0-9a-f]{64}$/i.test(text)
  const bytes = Buffer.from(text, isHex ? 'hex' : 'base64')
  if (bytes.length !== KEY_BYTES) return null
  // What Node does not understand of base64 it passes over: a key with a letter too many would be another one elsewhere.
  const isWhole = isHex || text.replace(/=$/, '') === bytes.toString('base64').replace(/=$/, '')
  return isWhole ? new Uint8Array(bytes) : null
}

/**
 * AES-256-GCM; sealed bytes are a random IV, the ciphertext and the 16 bytes of the tag. Fingerprints are HMAC-SHA-256 under a
 * key of their own, which HKDF makes of the same bytes.
 */
export async function aesCipher(keyBytes: Uint8Array<ArrayBuffer>): Promise<Cipher> {
  const key = await crypto.subtle.importKey('raw', keyBytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const fingerprintKey = await fingerprintKeyOf(keyBytes)
  const parameters = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(context),
  })
  return {
    async seal(plaintext, context) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const encrypted = await crypto.subtle.encrypt(
        parameters(iv, context),
        key,
        new TextEncoder().encode(plaintext),
      )
      return new Uint8Array([...iv, ...new Uint8Array(encrypted)])
    },

    async open(sealed, context) {
      const bytes = new Uint8Array(sealed)
      const iv = bytes.slice(0, IV_BYTES)
      const decrypted = await crypto.subtle.decrypt(parameters(iv, context), key, bytes.slice(IV_BYTES))
      return new TextDecoder().decode(decrypted)
    },

    async fingerprint(text, context) {
      const signed = new TextEncoder().encode(JSON.stringify([context, text]))
      const whole = await crypto.subtle.sign('HMAC', fingerprintKey, signed)
      return Buffer.from(whole, 0, FINGERPRINT_BYTES).toString('hex')
    },
  }
}

async function fingerprintKeyOf(keyBytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', keyBytes, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('fingerprint')
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    material,
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
}
