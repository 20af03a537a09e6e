import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseSync, Visitor } from 'rolldown/utils'
import { describe, expect, it } from 'vitest'
import { VerdictKind } from '#contract/caller-outline.ts'
import { isDocument } from '#console/pages/docs/documents.ts'
import { type Refused, refusalOf } from '#service/access/refusal.ts'
import { NODE_OPTIONS } from './support/service-process.ts'

const ROOT = resolve(import.meta.dirname, '..')
const DOCUMENTS = ['README.md', ...under('docs')]

function under(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name))
}

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** As GitHub makes them of headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

/** The links of a document that lead nowhere. */
function brokenLinksIn(document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? document : join(dirname(document), path)
    if (!existsSync(join(ROOT, target))) return true
    return anchor !== undefined && !anchorsOf(textOf(target)).includes(anchor)
  })
}

/** The files and folders of ours that a text names in code style and that are not there. */
function missingPathsIn(text: string): string[] {
  const named = [
    ...text.matchAll(/`((?:src|test|docs|contract|service|storage|server|console|client|mock)\/[\w./-]+)`/g),
  ]
  return named
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, 'src', path)))
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to what is there', () => {
    expect(brokenLinksIn(document, textOf(document))).toEqual([])
  })
})

/** Decisions and changes are told as of their day. */
const OF_TODAY = DOCUMENTS.filter((document) => !/decisions|CHANGELOG/.test(document))

describe.each(OF_TODAY)('%s', (document) => {
  it('names files that are there', () => {
    expect(missingPathsIn(textOf(document))).toEqual([])
  })
})

describe('what looks through the documents', () => {
  it.each([
    ['a file that is gone', '[x](gone.md)', 'gone.md'],
    ['a heading that is gone', '[x](api.md#gone)', 'api.md#gone'],
    ['a heading of its own that is gone', '[x](#gone)', '#gone'],
  ])('finds a link to %s', (_, text, link) => {
    expect(brokenLinksIn('docs/roles.md', text)).toEqual([link])
  })

  it('finds a file that is named and gone, and no other', () => {
    expect(missingPathsIn('`service/gone.ts`, `service/app.ts`, `test/e2e`')).toEqual(['service/gone.ts'])
  })
})

describe('what starts the service', () => {
  it.each(['package.json', '.docker/Dockerfile', 'docs/operating.md'])(
    'has in %s the options of Node that tests have',
    (path) => {
      const command = /\bnode[", ]+(--.*)dist\/server\/main\.js/.exec(textOf(path))?.[1] ?? ''

      expect(command.match(/--[\w=-]+/g)).toEqual(NODE_OPTIONS)
    },
  )
})

describe('help beside the titles of the console', () => {
  /** What leaving would lose, or what is gone in a moment. */
  const WITHOUT_HELP: Record<string, string> = {
    'administration/users/InvitePeople.tsx': 'links that are shown once',
    'set-up/NextSteps.tsx': 'it is the help, and leads on',
    'set-up/SetUpByLink.tsx': 'a form of a link that the address no longer has',
    'sign-in/FirstCodes.tsx': 'codes that are shown once',
    'sign-in/FirstPasskey.tsx': 'what has codes made that are shown once',
    'sign-in/return/ReturnPage.tsx': 'what is shown while a session comes',
  }
  const parts = globSync('**/*.tsx', { cwd: join(ROOT, 'src/console/pages') })
  const codeOf = (part: string) => textOf(join('src/console/pages', part))

  it('leads to documents and headings that the console has', () => {
    const links = parts.flatMap((part) =>
      [...codeOf(part).matchAll(/<Help\s+to="([^"]+)"/g)].map(([, to = '']) => to),
    )

    const lost = links.filter((to) => {
      const [name = '', anchor = ''] = to.split('#')
      return !isDocument(name) || !anchorsOf(textOf(`docs/${name}.md`)).includes(anchor)
    })

    expect(links.length).toBeGreaterThan(35)
    expect(lost).toEqual([])
  })

  it('is at every card, but where there is a reason against it', () => {
    const without = parts.filter((part) => {
      let isMissing = false
      new Visitor({
        JSXOpeningElement({ name, attributes }) {
          const isCard = name.type === 'JSXIdentifier' && name.name === 'Card'
          const hasHelp = attributes.some(
            (one) =>
              one.type === 'JSXAttribute' && one.name.type === 'JSXIdentifier' && one.name.name === 'help',
          )
          if (isCard && !hasHelp) isMissing = true
        },
      }).visit(parseSync(part, codeOf(part)).program)
      return isMissing
    })

    // A reason that is no longer needed is to be removed.
    expect(without.toSorted()).toEqual(Object.keys(WITHOUT_HELP).toSorted())
  })
})

describe('docs/security.md', () => {
  const rows = [...textOf('docs/security.md').matchAll(/^\| (\d[\d., ]*?) *\| ([12, ]+?) *\| (.*?) *\|$/gm)]
  const numbers = rows.flatMap(([, listed = '']) => listed.split(', '))

  it('says of each requirement once how it is met', () => {
    expect(numbers.length).toBeGreaterThan(100)
    expect(numbers).toEqual([...new Set(numbers)])
    expect(rows.filter(([, , , metBy]) => metBy === '')).toEqual([])
  })

  it('names code or a test for each requirement on signing in, sessions and the provider', () => {
    const ofSignIn = rows.filter(([, listed = '']) => /^(?:6|7|10)\./.test(listed))

    expect(ofSignIn.length).toBeGreaterThan(35)
    expect(ofSignIn.filter(([, , , metBy = '']) => !/`[\w-]+\/[\w./-]+\.tsx?`/.test(metBy))).toEqual([])
  })
})

describe('docs/going-live.md', () => {
  const rows = [...textOf('docs/going-live.md').matchAll(/^\| (\d{3} .*?) *\|/gm)].map(
    ([, said = '']) => said,
  )
  const refusals = VerdictKind.options
    .filter((kind) => kind !== 'current-token' && kind !== 'overlapping-token')
    .map((kind): Refused => ({ kind, at: 0 }))

  it('says of each reason for which a call is refused what to do', () => {
    const untold = refusals.filter((verdict) => {
      const { status, message } = refusalOf(verdict, 401)
      return !rows.some((row) => `${status} ${message}`.startsWith(row.replace(/ …$/, '')))
    })

    expect(untold).toEqual([])
  })
})
