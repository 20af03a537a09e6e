import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords, WhoWaits } from '#service/ports.ts'
import { waitingLine } from './line.ts'

const derive = promisify(argon2)

/** OWASP's choice for argon2id: memory in KiB, rounds, lanes; about 35 ms of one core. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

/** At 19 MB each, more at once would let a flood of sign-ins take the memory; a hundred wait for about two seconds. */
const LINE = { atOnce: 2, places: 100 }

/** argon2id in the PHC form, so that a later change of cost leaves older hashes readable. */
export function argon2Passwords(): Passwords {
  const inTurn = waitingLine(LINE)
  const argon2id = (password: string, { salt, cost, length }: Recipe, who: WhoWaits) =>
    inTurn(who, () => derive('argon2id', { message: password, nonce: salt, ...cost, tagLength: length }))
  return {
    async hash(password, who) {
      const salt = randomBytes(SALT_BYTES)
      return written(salt, await argon2id(password, { salt, cost: COST, length: HASH_BYTES }, who))
    },

    async verify(password, stored, who) {
      const { cost, salt, hash } = parsed(stored)
      return timingSafeEqual(hash, await argon2id(password, { salt, cost, length: hash.length }, who))
    },

    decoy: written(randomBytes(SALT_BYTES), randomBytes(HASH_BYTES)),
  }
}

type Recipe = { salt: Buffer; cost: typeof COST; length: number }

function written(salt: Buffer, hash: Buffer): string {
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
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
