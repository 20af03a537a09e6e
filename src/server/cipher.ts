import type { Cipher } from '#service/ports.ts'

const IV_BYTES = 12

/** AES-256-GCM; sealed bytes are a random IV, the ciphertext and the 16 bytes of the tag. */
export async function aesCipher(keyBytes: Uint8Array<ArrayBuffer>): Promise<Cipher> {
  const key = await crypto.subtle.importKey('raw', keyBytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
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
  }
}
