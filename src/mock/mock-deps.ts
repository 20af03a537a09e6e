import type { Cipher, Deps, Passwords } from '#service/deps.ts'
import { memoryStores } from '#storage/memory/memory-stores.ts'

const CLIENT_CODE = 'northwindretail'

/** What the service needs, where nothing outlives the page: no cipher worth the name, and a clock that can be set. */
export function mockDeps() {
  const clock = { offsetMs: 0 }
  const stores = memoryStores()
  const now = () => Date.now() + clock.offsetMs
  const applyBatches = async () => {
    while (await stores.batches.applyNextChunk(CLIENT_CODE, now())) {
      // each turn applies one chunk
    }
  }
  const deps: Deps = {
    account: {
      clientCode: CLIENT_CODE,
      tenant: 'northwindretail',
      imsOrgId: '6B3A1F2C5D7E9A010A495E2C@AdobeOrg',
      publicUrl: null,
    },
    stores,
    cipher: readableCipher,
    passwords: readablePasswords,
    signInAttempts: { consume: async () => 0, giveBack: async () => {} },
    calls: { consume: async () => 0 },
    now,
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    rejectStatus: 401,
    log: () => {},
    batchAccepted: () => void applyBatches(),
  }
  return { deps, clock }
}

const readableCipher: Cipher = {
  seal: async (plaintext, context) => new TextEncoder().encode(`${context}\n${plaintext}`),
  open: async (sealed, context) => {
    const [sealedContext, plaintext] = new TextDecoder().decode(sealed).split('\n')
    if (sealedContext !== context || plaintext === undefined) throw new Error('sealed for another row')
    return plaintext
  },
}

const readablePasswords: Passwords = {
  hash: async (password) => `readable:${password}`,
  verify: async (password, hash) => hash === `readable:${password}`,
}
