/** What translations of the documentation, and of browsers, make of `Authorization`, without their accents. */
const TRANSLATED_NAMES = words(
  'autorizacion autorizacao autorisation auktorisering autorisering behorighet autorisierung autorizzazione',
)

/** And of `Bearer`. */
const TRANSLATED_SCHEMES = words(
  'portador porteur titulaire titular barare innehavare trager inhaber portatore',
)

const OTHER_SCHEMES = words('basic token digest apikey negotiate hmac jwt oauth')

/** Names of fields that a profile token is sent in by mistake. */
const OTHER_NAMES = words(
  'access-token x-access-token api-key x-api-key auth-token x-auth-token authentication authorisation x-authorization proxy-authorization',
)

export type NameKind = 'authorization' | 'translated' | 'other' | 'none'

/** What the name of a field or variable is: `other` for one that is taken for the header, `none` for any that is not. */
export function nameKindOf(name: string): NameKind {
  const plain = withoutAccents(name)
  if (plain === 'authorization') return 'authorization'
  if (OTHER_NAMES.has(plain.replaceAll('_', '-'))) return 'other'
  return TRANSLATED_NAMES.has(plain) ? 'translated' : 'none'
}

export type SchemeKind = 'bearer' | 'translated' | 'other' | 'none'

export function schemeKindOf(word: string): SchemeKind {
  const plain = withoutAccents(word)
  if (plain === 'bearer') return 'bearer'
  if (TRANSLATED_SCHEMES.has(plain)) return 'translated'
  return OTHER_SCHEMES.has(plain) ? 'other' : 'none'
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

const withoutAccents = (word: string) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
