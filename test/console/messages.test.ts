import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Language } from '#console/messages/language.ts'
import { negotiateLanguage } from '#console/messages/languages.ts'
import { pluralsOf } from '#console/messages/plurals.ts'
import { mailFormats } from '#service/notices/mail/formats.ts'
import { TEXTS } from '#service/notices/mail/mail-of.ts'
import { catalogs, type Catalog } from '../support/catalogs.ts'

const { en, es, fr, 'pt-BR': ptBR, sv } = catalogs

const translations = { es, fr, 'pt-BR': ptBR, sv }
type Translation = keyof typeof translations

const NAME = 'The name of the product, which is the same everywhere'
const KEY = 'Keyboards of the language have the same on the key'
const SAME_WORD = 'The language has the same word'

/** What may read as in English, and why. */
const SAME_AS_ENGLISH: Record<Translation, Record<string, string>> = {
  es: {
    product: NAME,
    'docs.keyboard.names.escape': KEY,
    'docs.names.roles': SAME_WORD,
    'docs.reference.no': SAME_WORD,
    'rotation.token': SAME_WORD,
    'shell.roles.editor': SAME_WORD,
    'implementation.token': SAME_WORD,
    'tones.error': SAME_WORD,
    'users.columns.roles': SAME_WORD,
    'users.roles': SAME_WORD,
  },
  fr: {
    product: NAME,
    'account.sessions': SAME_WORD,
    'docs.reference.type': SAME_WORD,
    'docs.title': SAME_WORD,
    'shell.documentation': SAME_WORD,
    'notices.columns.acts': SAME_WORD,
    'notices.notices.test': SAME_WORD,
    'notices.secret': SAME_WORD,
    'shell.client': SAME_WORD,
    'shell.navigation': SAME_WORD,
    'shell.groups.administration': SAME_WORD,
    'users.kinds.active': SAME_WORD,
  },
  'pt-BR': {
    product: NAME,
    'docs.keyboard.names.enter': KEY,
    'docs.keyboard.names.escape': KEY,
    'docs.keyboard.names.name': KEY,
    'docs.keyboard.names.tab': KEY,
    'rotation.token': SAME_WORD,
    'shell.roles.editor': SAME_WORD,
    'implementation.token': SAME_WORD,
    'signIn.email': SAME_WORD,
    'setUp.email': SAME_WORD,
  },
  sv: {
    product: NAME,
    'account.program': SAME_WORD,
    'auditLog.person': SAME_WORD,
    'batches.oneBatch': SAME_WORD,
    'docs.keyboard.names.escape': KEY,
    'notices.notices.test': SAME_WORD,
    'rotation.token': SAME_WORD,
    'shell.groups.administration': SAME_WORD,
    'panels.themes.system': SAME_WORD,
    'implementation.token': SAME_WORD,
    'users.columns.person': SAME_WORD,
  },
}

/** Every text of a catalog under its dotted path; one that takes arguments with samples that no word holds. */
function textsOf(
  node: unknown,
  sample: (index: number) => unknown = (index) => 7 + index,
  path = '',
): Text[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') {
    const samples = Array.from({ length: node.length }, (_, index) => sample(index))
    return [[path, String(Reflect.apply(node, undefined, samples))]]
  }
  return Object.entries(node ?? {}).flatMap(([key, value]) =>
    textsOf(value, sample, path === '' ? key : `${path}.${key}`),
  )
}

type Text = [path: string, text: string]

/** What e-mails say, with samples that are number, name and list of names at once. */
const mailTextsIn = (language: Language) =>
  textsOf(TEXTS[language](mailFormats(language)), (index) => String(7 + index))

const english = new Map(textsOf(en))
const eachTranslation = (['es', 'fr', 'pt-BR', 'sv'] as const).map(
  (language) => [language, translations[language]] as const,
)

describe.each(eachTranslation)('the catalog %s', (language, messages) => {
  const texts = textsOf(messages)

  it('has a text of its own for everything, but for what is allowed with a reason', () => {
    const same = texts.filter(([path, text]) => text === english.get(path)).map(([path]) => path)

    // An allowance that is no longer used is to be removed.
    expect(same.toSorted()).toEqual(Object.keys(SAME_AS_ENGLISH[language]).toSorted())
  })

  it('says everything that English says, with all that is put in', () => {
    const incomplete = texts.filter(([path, text]) => {
      const numbersIn = (words = '') => (words.match(/\d+/g) ?? []).toSorted()
      return text.trim() === '' || String(numbersIn(text)) !== String(numbersIn(english.get(path)))
    })

    expect(incomplete).toEqual([])
    expect(texts.map(([path]) => path).toSorted()).toEqual([...english.keys()].toSorted())
  })

  it('names itself', () => {
    expect(messages.language).toBe(language)
  })
})

it('has the words of every page and part', async () => {
  const pages = join(import.meta.dirname, '../../src/console/pages')
  const objectsIn = (node: object): object[] => [
    node,
    ...Object.values(node).filter(isObject).flatMap(objectsIn),
  ]
  const known = new Set(objectsIn(en))

  const files = globSync('**/words/en.ts', { cwd: pages })
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ join(pages, file))
    expect(known, file).toContain(Object.values(module).find(isObject))
  }
})

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** All that is said in a language, on pages and in e-mails. */
const sentences = (messages: Catalog) =>
  [...textsOf(messages), ...mailTextsIn(messages.language)].map(([, text]) => text)

describe('the way of writing', () => {
  it('keeps French punctuation on the line of its word', () => {
    const astray = sentences(fr).filter((text) =>
      /[ \p{L}\d][:;?!»]|« /u.test(text.replaceAll(/\w+:\/\/|Authorization:/g, '')),
    )

    expect(astray).toEqual([])
  })

  it('opens Spanish questions and exclamations', () => {
    const unopened = sentences(es).filter(
      (text) => /\?/.test(text) !== text.includes('¿') || /!/.test(text) !== text.includes('¡'),
    )

    expect(unopened).toEqual([])
  })

  it.each<[Translation, Catalog, RegExp]>([
    ['es', es, /(?<!\p{L})(?:tú|tu|tus|ti|vuestr[oa]s?)(?!\p{L})/iu],
    ['fr', fr, /(?<!\p{L})(?:tu|ton|ta|tes|toi)(?!\p{L})/iu],
    ['pt-BR', ptBR, /(?<!\p{L})(?:tu|teu|teus|tua|tuas|vós)(?!\p{L})/iu],
    ['sv', sv, /(?<!\p{L})(?:ni|er|ert|era)(?!\p{L})/iu],
  ])('keeps one form of address in %s', (_language, messages, other) => {
    expect(sentences(messages).filter((text) => other.test(text))).toEqual([])
  })

  it.each<[keyof typeof catalogs, Catalog, RegExp]>([
    ['en', en, /\b(?:Client Code|Organization ID)\b|\p{L}'\p{L}/u],
    [
      'es',
      es,
      /(?<!\p{L})funci[oó]n(?:es)?(?!\p{L})|vínculo|reemplaz|API de perfiles|(?<!\p{L})(?:de|a) el token/iu,
    ],
    ['es', es, /^(?:Introduce|Descubre|Escribe|Guarda|Corrige|Elige)(?!\p{L})/u],
    ['fr', fr, /\p{L}'\p{L}|(?<!\p{L})(?:de le|à le) jeton|en masse|mis fin/u],
    ['pt-BR', ptBR, /(?<!\p{L})logins?(?!\p{L})|API de perfis/iu],
    ['sv', sv, /(?<!\p{L})(?:in)?aktiver|aktuell token|avvisa|verkställ|batchar|återställ(?!ningskod)/iu],
  ])('has one word for one thing in %s, and none that was taken over', (_language, messages, other) => {
    expect(sentences(messages).filter((text) => other.test(text))).toEqual([])
  })

  it.each([
    ['es', es],
    ['fr', fr],
    ['pt-BR', ptBR],
  ] as const)('joins prepositions with the token in %s', (_language, { refused }) => {
    const token = refused.tokenEndingIn('8t6s')
    const said = [
      ...Object.values(refused.title).map((title) => title(7, '7', token)),
      ...Object.values(refused.happened).map((happened) => happened('Ana', token)),
    ]

    expect(
      said.filter((text) => /(?<!\p{L})(?:(?:de|a) el|(?:de|à) le|(?:de|em|a) o) /iu.test(text)),
    ).toEqual([])
  })

  it.each(eachTranslation)('writes no title in capitals in %s', (_language, messages) => {
    const capitals = sentences(messages).filter((text) =>
      /^\p{Lu}[\p{L}'’]* (?:\p{Ll}+ )?\p{Lu}\p{Ll}/u.test(
        text.replaceAll(/Profile API Console|API Profile|Implement\S+|Implémentation|Authorization|\d+/g, ''),
      ),
    )

    expect(capitals).toEqual([])
  })

  it.each(eachTranslation)('leaves the name of the header alone in %s', (_language, messages) => {
    expect(messages.testToken.causes.form).toContain('Authorization: Bearer')
  })
})

it('counts in the plural of the language', () => {
  const counted = pluralsOf('es')
  const forms = { one: 'día', many: 'de días', other: 'días' }

  expect([1, 2, 1_000_000].map((count) => counted(count, forms))).toEqual(['día', 'días', 'de días'])
  expect(pluralsOf('fr')(0, { one: 'jour', other: 'jours' })).toBe('jour')
  expect(es.setUp.passwordAdvice(1)).toContain('1 carácter.')
  expect(fr.setUp.passwordAdvice(15)).toContain('15 caractères.')
})

describe('the language of a browser', () => {
  it.each<[string[], Language]>([
    [['sv'], 'sv'],
    [['sv-FI', 'en'], 'sv'],
    [['es-MX'], 'es'],
    [['pt-PT'], 'pt-BR'],
    [['FR-ca'], 'fr'],
    [['de-AT', 'nl', 'fr-CH', 'en'], 'fr'],
    [['en-US@posix'], 'en'],
    [['es_ES.UTF-8'], 'es'],
    [['C', '', '*'], 'en'],
    [['svx', 'ja'], 'en'],
    [[], 'en'],
  ])('%j reads %s', (preferred, language) => {
    expect(negotiateLanguage(preferred)).toBe(language)
  })
})
