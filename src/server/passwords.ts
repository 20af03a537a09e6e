import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '#service/ports.ts'

const derive = promisify(argon2)

/** OWASP's choice for argon2id: memory in KiB, rounds, lanes; about 35 ms of one core. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

/** At 19 MB each, more at once would let a flood of sign-ins take the memory; the others wait. */
const AT_ONCE = 2

/** argon2id in the PHC form, so that a later change of cost leaves older hashes readable. */
export function argon2Passwords(): Passwords {
  const inTurn = turns(AT_ONCE)
  const argon2id = (password: string, salt: Buffer, cost: typeof COST, tagLength: number) =>
    inTurn(() => derive('argon2id', { message: password, nonce: salt, ...cost, tagLength }))
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES)
      const hash = await argon2id(password, salt, COST, HASH_BYTES)
      const { memory, passes, parallelism } = COST
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
    },

    async verify(password, stored) {
      const { cost, salt, hash } = parsed(stored)
      return timingSafeEqual(hash, await argon2id(password, salt, cost, hash.length))
    },
  }
}

function parsed(stored: string) {
  const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/
  const [, memory, passes, parallelism, salt = '', hash = ''] = form.exec(stored) ?? []
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

/** Lets so many pieces of work run at once; the others wait in the order they came. */
function turns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
