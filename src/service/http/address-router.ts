import type { Result, Router } from 'hono/router'
import { PatternRouter } from 'hono/router/pattern-router'
import { TrieRouter } from 'hono/router/trie-router'

const isOfProfileApi = (address: string) => /^\/(?:rest|m2)(?:\/|$)/.test(address)
const isOfAll = (address: string) => address === '*' || address === '/*'

/**
 * Finds what is mounted at an address. The profile API's few addresses are looked through by themselves, because jobs call them more often
 * than all others are called; Hono's fastest router takes none of them beside `/rest/v1/profiles/:pcId`.
 */
export class AddressRouter<Mounted> implements Router<Mounted> {
  readonly name = 'AddressRouter'
  readonly #profileApi = new PatternRouter<Mounted>()
  readonly #others = new TrieRouter<Mounted>()

  add(method: string, address: string, mounted: Mounted): void {
    if (isOfProfileApi(address) || isOfAll(address)) this.#profileApi.add(method, address, mounted)
    if (!isOfProfileApi(address)) this.#others.add(method, address, mounted)
  }

  match(method: string, address: string): Result<Mounted> {
    return (isOfProfileApi(address) ? this.#profileApi : this.#others).match(method, address)
  }
}
