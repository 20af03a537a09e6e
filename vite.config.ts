import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { type ESTree, Visitor } from 'rolldown/utils'
import { lexer, type Token, type Tokens } from 'marked'
import project from './package.json' with { type: 'json' }
import type { Plugin, Rollup } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** What is left to do once all is on disk, for until then Vite still writes into the code. */
function finished(): Plugin {
  return {
    name: 'finished',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      const fileNames = Object.keys(bundle)
      addIntegrity(dir, fileNames)
      precompress(dir, fileNames)
    },
  }
}

/** What index.html names itself. */
const NAMED_FILE = /<(?:script|link)\b[^>]*\s(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g

/**
 * Has browsers run and apply only what was built here: index.html says of each script and style sheet what it must hash
 * to, and of those that others import in an import map, which must stand before all of them.
 */
function addIntegrity(dir: string, fileNames: string[]): void {
  const integrityOf = (fileName: string) =>
    `sha384-${createHash('sha384')
      .update(readFileSync(join(dir, fileName)))
      .digest('base64')}`
  const scripts = fileNames.filter((name) => name.endsWith('.js'))
  const integrity = Object.fromEntries(scripts.map((name) => [`/${name}`, integrityOf(name)]))
  const importMap = `<script type="importmap">${JSON.stringify({ integrity })}</script>`

  const path = join(dir, 'index.html')
  const html = readFileSync(path, 'utf8')
    .replaceAll(NAMED_FILE, (tag, name: string) => `${tag} integrity="${integrityOf(name)}"`)
    .replace('<meta charset="utf-8" />', `$&\n    ${importMap}`)
  writeFileSync(path, html)
}

/** Writes a `.br` and a `.gz` beside each file of text, so that the server compresses nothing while it answers. */
function precompress(dir: string, fileNames: string[]): void {
  for (const fileName of fileNames) {
    if (!/\.(?:js|css|html|svg)$/.test(fileName)) continue
    const path = join(dir, fileName)
    const source = readFileSync(path)
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(`${path}.br`, brotliCompressSync(source, { params }))
    writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }))
  }
}

/** How React Router tells whether it has a data router, which the console has none of, and warns developers. */
const OF_A_DATA_ROUTER = 'return isDataRoute ? useNavigateStable() : useNavigateUnstable();'
const WARNING = /(?<!function )\bwarning\(/g

/**
 * Takes React Router without its warnings for developers, which it gives to everyone who imports it, and without data
 * routers, and marks what it makes at load as free of effects, so that what the console does not use of it is left out.
 */
function shakenRouter(): Plugin {
  return {
    name: 'shaken-router',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!/^react-router(?:\/dom)?$/.test(source)) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found && { ...found, id: found.id.replace('/dist/development/', '/dist/production/') }
    },
    transform: {
      filter: { id: /\/react-router\/dist\// },
      handler(code) {
        if (code.includes('function useNavigate(') && !code.includes(OF_A_DATA_ROUTER))
          throw new Error('React Router chooses its useNavigate in another way now.')
        return {
          code: code
            .replaceAll(/\bReact\d*\.(?:forwardRef|memo|createContext)\(/g, '/* @__PURE__ */ $&')
            .replaceAll(/^\w+\.(?:displayName = "\w+"|contextType = \w+);$/gm, '')
            .replace(OF_A_DATA_ROUTER, 'return useNavigateUnstable();')
            .replaceAll(WARNING, 'void ('),
          map: null,
        }
      },
    },
  }
}

/** The part that asks for what a first visit shows, and what it needs; nothing else may be in it. */
const FIRST_MESSAGES =
  /\/console\/(?:first-(?:call|fonts|messages)|pages|lazy-words\/files|language-choice|stored-choice|messages\/(?:languages?|plurals))\.ts$|\.woff2\?url$|preload-helper/

/** The words that a first visit shows, the shell's and those of Implementation: one file a language. */
const FIRST_WORDS = /\/(?:console\/messages|implementation\/words)\/(en|es|fr|pt-BR|sv)\.ts$/

/** The words of all other pages and parts, in one file a language too. */
const LAZY_WORDS = /\/(?:lazy-)?words\/(en|es|fr|pt-BR|sv)\.ts$/

/** Everything else that a first visit loads, in one file, which is smaller than two that share words. */
const CONSOLE = /\/console\/main\.tsx$/

/** Has Chromium compile a part while it comes, not each function when it is first called, which a first visit would wait for. */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad'

/** One file a language of the modules whose path the expression takes the language from. */
const perLanguage = (name: string, test: RegExp) => ({
  name: (id: string) => `${name}-${test.exec(id)?.[1]}`,
  debugName: name,
  test,
})

/** The pages before sign-in share their fields; apart, the fields would be asked for only after a page had come. */
const ENTRANCE = /\/(?:pages\/(?:set-up|sign-in)|shell\/provider)\/[\w-]+\.tsx?$/

/** What several pages are made of and a first visit does without until it is shown. */
const SHARED = /\/src\/(?:contract|console\/(?:failures|ui))\/(?!lazy-)[\w-]+\.tsx?$/

/** What the bar opens. */
const BAR = /\/console\/shell\/[\w-]+\.tsx?$/

/** What Implementation asks for once it is shown: one file in place of a dozen, of which some would ask for others only then. */
const PARTS = /\/implementation\/(?:callers|example-calls|rotation|test-token)\/[\w-]+\.tsx?$/

/** The parts that run in the page, by the name that others find them under; the second may need the first. */
const PARTS_IN_PAGE = { bundled: 'rolldown-runtime', first: 'first-messages' }

/** What a part ends with. */
const EXPORTS = /export\{([^}]*)\};?\s*$/

/** `a as b,c` as the properties of an object, or of a pattern. */
const renamed = (names: string, to: (from: string, name: string) => string) =>
  names.replaceAll(/([\w$]+)(?: as ([\w$]+))?/g, (_all, from: string, name: string = from) => to(from, name))

/** Has those parts run in the page itself, where they would come one way later than the page; the others find there what they export. */
function partsInPage(): Plugin {
  return {
    name: 'parts-in-page',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [key, name] of Object.entries(PARTS_IN_PAGE)) putInPage(bundle, key, name)
      },
    },
  }
}

function putInPage(bundle: Rollup.OutputBundle, key: string, name: string): void {
  const asVitePutsIt = new RegExp(`<script type="module" crossorigin src="/assets/(${name}-[^"]+)"></script>`)
  const page = bundle['index.html']
  const html = String(sourceIn(bundle, 'index.html'))
  const part = bundle[`assets/${asVitePutsIt.exec(html)?.[1]}`]
  if (page?.type !== 'asset' || part?.type !== 'chunk')
    throw new Error(`index.html asks for no part ${name}.`)
  const code = part.code
    .replaceAll('`./', '`/assets/')
    .replace(
      EXPORTS,
      (_all, names: string) => `window.${key}={${renamed(names, (from, to) => `${to}:${from}`)}}`,
    )
  page.source = html.replace(asVitePutsIt, () => `<script>(()=>{${code}})()</script>`)
  delete bundle[part.fileName]
  const imports = new RegExp(`import\\{([^}]*)\\}from"\\./${name}-[^"]+";`, 'g')
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue
    chunk.code = chunk.code.replaceAll(
      imports,
      (_all, names: string) => `const{${renamed(names, (from, to) => `${from}:${to}`)}}=window.${key};`,
    )
    if (chunk.code.includes(name))
      throw new Error(`${chunk.fileName} asks for the part ${name} in another way.`)
  }
}

type Span = { start: number; end: number }

/** Code without some of it, and without the comma behind each. */
const withoutSpans = (spans: Span[], code: string) =>
  spans
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^,/, ''), code)

/** What React has, in one piece with the rest of it, and nothing that the console loads uses. */
const UNUSED_OF_REACT =
  'Activity Children Profiler PureComponent ViewTransition addTransitionType cacheSignal cloneElement createRef forwardRef hydrateRoot isValidElement preconnect prefetchDNS preinit preinitModule preloadModule requestFormReset unstable_batchedUpdates unstable_forceFrameRate unstable_next unstable_runWithPriority unstable_useCacheRefresh useActionState useDebugValue useDeferredValue useFormState useFormStatus useImperativeHandle useInsertionEffect useOptimistic __COMPILER_RUNTIME'.split(
    ' ',
  )

/** What TanStack Query's client does and nothing that the console loads asks of it. */
const UNUSED_OF_QUERY_CLIENT =
  'isFetching ensureQueryData getQueriesData getQueryState resetQueries cancelQueries infiniteQuery fetchInfiniteQuery prefetchInfiniteQuery ensureInfiniteQueryData getDefaultOptions setDefaultOptions setQueryDefaults setMutationDefaults'.split(
    ' ',
  )

/** Functions of React's that only what is left out leads to, or what the console does not do: hydrating, and lists of Suspense. */
const UNREACHED_OF_REACT =
  'startViewTransition updateActivityComponent updateSuspenseListComponent updateDehydratedSuspenseComponent prepareToHydrateHostInstance canHydrateInstance attemptExplicitHydrationTarget'.split(
    ' ',
  )
const BODY_OF_UNREACHED = new RegExp(`^function (${UNREACHED_OF_REACT.join('|')})\\([^]*?^}$`, 'gm')

/** What hears of files that are asked for ahead by React, which the console leaves to the page. */
const HINTS = /^ {2}r: requestFormReset,\n[^}]*/m

/** How attributes are written whose names are others in React, as `['strokeWidth', 'stroke-width']`; each stands on a line. */
const ALIAS = /^ +\["([\w-]+)", "[\w:-]+"\],?\n/gm

/** @throws Error where React has not what is left out of it */
function withoutUnreached(code: string): string {
  const parts = globSync('src/console/**/*.tsx', { cwd: import.meta.dirname })
  const written = parts.map((path) => readFileSync(join(import.meta.dirname, path), 'utf8')).join('')
  const left = code
    .replaceAll(BODY_OF_UNREACHED, "function $1() { throw Error('left out') }")
    .replace(HINTS, '')
    .replaceAll(ALIAS, (alias, name: string) => (new RegExp(`\\b${name}\\b`).test(written) ? alias : ''))
  const count = (left.match(/'left out'/g) ?? []).length
  if (count !== UNREACHED_OF_REACT.length || !left.includes('  f: flushSyncWork,\n}'))
    throw new Error('React has not all that shakenLibraries leaves out.')
  return left
}

const NO_INFINITE_QUERIES = `
  const none = () => { throw new Error('This build has no infinite queries.') }
  export { none as infiniteQueryBehavior, none as hasNextPage, none as hasPreviousPage }`

function withoutUnused(code: string, program: ESTree.Program): string {
  const unused: Span[] = []
  new Visitor({
    MethodDefinition(method) {
      if (method.key.type === 'Identifier' && UNUSED_OF_QUERY_CLIENT.includes(method.key.name))
        unused.push(method)
    },
  }).visit(program)
  return withoutSpans(unused, code)
}

const TIMERS_OF_THE_BROWSER = `
  export const timeoutManager = window
  export const systemSetTimeoutZero = (callback) => setTimeout(callback, 0)`

/**
 * Takes React and TanStack Query without those, whose use fails the build, and the latter without infinite queries, which
 * throw, and without a choice of timers.
 */
function shakenLibraries(): Plugin {
  let isShaken = false
  const unused = new RegExp(`^exports\\.(?:${UNUSED_OF_REACT.join('|')}) =[^]*?;$(?=\\nexports)`, 'gm')
  const used = new RegExp(
    `\\.(?:(?:${UNUSED_OF_REACT.join('|')})\\b|(?:${UNUSED_OF_QUERY_CLIENT.join('|')})\\()`,
  )
  return {
    name: 'shaken-libraries',
    apply: 'build',
    transform: {
      filter: {
        id: [
          /\/cjs\/(?:react|react-dom|react-dom-client|scheduler)\.production\.js$/,
          /\/infiniteQueryBehavior\.js$/,
          /\/timeoutManager\.js$/,
          /\/queryClient\.js$/,
        ],
      },
      handler(code, id) {
        if (id.endsWith('infiniteQueryBehavior.js')) return { code: NO_INFINITE_QUERIES, map: null }
        if (id.endsWith('timeoutManager.js')) return { code: TIMERS_OF_THE_BROWSER, map: null }
        if (id.endsWith('queryClient.js')) return { code: withoutUnused(code, this.parse(code)), map: null }
        isShaken = true
        if (id.endsWith('react-dom-client.production.js'))
          return { code: withoutUnreached(code.replaceAll(unused, '')), map: null }
        return { code: code.replaceAll(unused, ''), map: null }
      },
    },
    generateBundle(_options, bundle) {
      // Under a test runner React comes as it is made for development, and whole.
      if (!isShaken) return
      for (const { fileName, ...chunk } of Object.values(bundle)) {
        const found = 'code' in chunk ? used.exec(chunk.code) : null
        if (found) this.error(`${fileName} uses ${found[0]}, which shakenLibraries leaves out.`)
      }
    },
  }
}

const ONLY_THAT_IT_IS_WRONG = `function _addIssue({ kind }, dataset) {
  if (kind === 'schema') dataset.typed = false
  ;(dataset.issues ??= []).push({})
}`

/** Where valibot notes what is wrong and where, and says what a schema expects, and what stands there without. */
const WORDS_OF_SCHEMAS: readonly [RegExp, string][] = [
  [/function _addIssue\([^]*?^}$/gm, ONLY_THAT_IT_IS_WRONG],
  [/(_addIssue\(this), "\w+"(, dataset), config\$1(?:, \{[^;]*\})?\);/g, '$1$2);'],
  [
    /const pathItem = \{[^}]*\};\s*(for \(const issue of \w+\.issues\)) \{\s*if [^;]*;\s*else [^;]*;\s*(dataset.*;)\s*\}/g,
    '$1 $2',
  ],
  [/^\t+(?:expects|reference|message): .*,$/gm, ''],
  [/_standardSchema\((?=\{)/g, '('],
]

/** Takes valibot without the words of what is wrong: the console asks it only whether something is as it should be. */
function wordlessSchemas(): Plugin {
  return {
    name: 'wordless-schemas',
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'mock',
    transform: {
      filter: { id: /\/valibot\/dist\/index\.mjs$/ },
      handler(code) {
        for (const [words] of WORDS_OF_SCHEMAS)
          if (code.search(words) === -1) throw new Error(`valibot has no ${words} any more.`)
        const wordless = WORDS_OF_SCHEMAS.reduce(
          (rest, [words, without]) => rest.replaceAll(words, without),
          code,
        )
        return { code: wordless, map: null }
      },
    },
  }
}

/** The style sheets of a lazy part, as Vite has its helper link them first. */
const SHEETS_OF_PART = /,__vite__mapDeps\(\[[\d,]*\]\)/g

/** Lazy parts come by a plain import(), for their styles are in them. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          chunk.code = chunk.code.replaceAll(SHEETS_OF_PART, '').replace(/const __vite__mapDeps=.*\n/, '')
          if (chunk.code.includes('__vite__mapDeps'))
            throw new Error(`${chunk.fileName} asks for style sheets that are in its parts.`)
        }
      },
    },
  }
}

/**
 * Has each lazy part bring its styles in its own script, so that a first visit loads its own alone and a browser holds
 * them to the integrity that it holds scripts to. The content security policy lets scripts adopt sheets.
 */
function lazyStyles(): Plugin {
  const sheetsOf = (chunk: Rollup.RenderedChunk) => [...(chunk.viteMetadata?.importedCss ?? [])]
  return {
    name: 'lazy-styles',
    apply: 'build',
    // A part whose styles alone have changed has another name too.
    augmentChunkHash: (chunk) => sheetsOf(chunk).join(),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const html = String(sourceIn(bundle, 'index.html'))
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          for (const sheet of sheetsOf(chunk).filter((name) => !html.includes(name))) {
            const css = JSON.stringify(String(sourceIn(bundle, sheet)).trim())
            chunk.code = `{const sheet=new CSSStyleSheet;sheet.replaceSync(${css});document.adoptedStyleSheets.push(sheet)}${chunk.code}`
            delete bundle[sheet]
          }
        }
      },
    },
  }
}

function sourceIn(bundle: Rollup.OutputBundle, name: string) {
  const file = bundle[name]
  if (file?.type !== 'asset') throw new Error(`The build has no ${name}.`)
  return file.source
}

/** What a caller does not need of an operation; it is there for the service and for the OpenAPI document. */
const NOT_FOR_CALLERS =
  'id summary description query formerNames headers body bodyMediaTypes permission status mediaType answerHeaders refusals'.split(
    ' ',
  )

/**
 * Leaves of each operation what a caller needs, and marks schemas as free of effects, which the bundler does not see of
 * what a lazy page uses: so the schemas of what is only sent go.
 */
function operationsAsCalled(): Plugin {
  return {
    name: 'operations-as-called',
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'mock',
    enforce: 'post',
    transform: {
      filter: { id: /\/src\/contract\/[\w-]+\.ts$/ },
      handler(code) {
        const dropped: Span[] = []
        new Visitor({
          ObjectExpression({ properties }) {
            const named = new Map(properties.map((property) => [nameOf(property), property]))
            if (!named.has('family') && !named.has('summary')) return
            for (const name of NOT_FOR_CALLERS) dropped.push(...[named.get(name) ?? []].flat())
          },
        }).visit(this.parse(code))
        return {
          code: withoutSpans(dropped, code).replaceAll(/\bv\.\w+\(/g, '/* @__PURE__ */ $&'),
          map: null,
        }
      },
    },
  }
}

const nameOf = (property: ESTree.ObjectPropertyKind) =>
  property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : undefined

/** Says the order of layers first in every style sheet, because the bundler decides which of them is read first. */
function layerOrder(): Plugin {
  return {
    name: 'layer-order',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/console\/.*\.css$/ },
      handler: (code) => ({ code: `@layer tokens, base, ui, page;\n${code}`, map: null }),
    },
  }
}

/** Every class of a style sheet by its name, instead of an object that holds them all. */
const CLASSES = /^import (\w+) from (?=["'].*\.module\.css["'];?$)/gm

/**
 * Has the classes of style sheets counted through, for names with a hash are a tenth of what is sent of the sheet, and has
 * them written where they are used.
 */
function shortClassNames(): Plugin {
  const sheets = globSync('src/console/**/*.module.css', { cwd: import.meta.dirname }).toSorted()
  const classes = sheets.flatMap((path) => {
    const css = readFileSync(join(import.meta.dirname, path), 'utf8')
    const names = [...css.matchAll(/(?:\.|@keyframes )([a-z]\w*)/gi)].map(([, name]) => name)
    return [...new Set(names)].map((name) => `${path} ${name}`)
  })
  const numberOf = new Map(classes.map((key, index) => [key, index]))
  const generateScopedName = (name: string, path: string) => {
    const number = numberOf.get(`${relative(import.meta.dirname, path)} ${name}`)
    if (number === undefined) throw new Error(`${path}: ${name} is no name for a class here.`)
    return `_${number.toString(36)}`
  }
  return {
    name: 'short-class-names',
    apply: 'build',
    enforce: 'post',
    config: () => ({ css: { modules: { generateScopedName } } }),
    transform: {
      filter: { id: /\/src\/console\/.*\.(?:tsx|module\.css)$/ },
      handler: (code, id) =>
        id.endsWith('.css')
          ? // Else the sheet goes with the object.
            { code: code.replace(/export default \{[^]*$/, ''), map: null, moduleSideEffects: 'no-treeshake' }
          : { code: code.replaceAll(CLASSES, 'import * as $1 from '), map: null },
    },
  }
}

/** How a document is asked for: `virtual:document/api` is `docs/api.md`. */
const DOCUMENT = /^virtual:document\/([\w-]+)$/

/** Makes what the console shows of documents, so that it needs neither a parser nor HTML in strings, which its policy forbids. */
function documents(): Plugin {
  return {
    name: 'documents',
    enforce: 'pre',
    resolveId: {
      filter: { id: DOCUMENT },
      handler: (id) => join(import.meta.dirname, id.replace(DOCUMENT, 'docs/$1.md')),
    },
    load: {
      filter: { id: /\/docs\/[\w-]+\.md$/ },
      handler: (path) => ({
        code: `export default ${JSON.stringify(piecesOf(lexer(readFileSync(path, 'utf8'))))}`,
        moduleType: 'js',
      }),
    },
  }
}

/** As the console's `Piece` has it. */
const element = (tag: string, of: Token[] | undefined, more = {}) => ({ tag, ...more, of: piecesOf(of) })

const piecesOf = (tokens: Token[] = []): unknown[] => tokens.flatMap(pieceOf)

/** @throws Error for what documents do not have */
function pieceOf(token: Token): unknown {
  switch (token.type) {
    case 'space':
      return []
    case 'text':
    case 'escape':
      return 'tokens' in token ? piecesOf(token.tokens) : token.text
    case 'heading':
      return element(`h${token.depth}`, token.tokens, { id: anchorOf(token.text) })
    case 'paragraph':
      return element('p', token.tokens)
    case 'strong':
    case 'em':
      return element(token.type, token.tokens)
    case 'link':
      return element('a', token.tokens, { href: token.href })
    case 'codespan':
      return { tag: 'code', of: [token.text] }
    case 'code':
      return { tag: 'pre', of: [token.text] }
    case 'list':
      return {
        tag: token.ordered ? 'ol' : 'ul',
        of: token.items.map((item: Tokens.ListItem) => element('li', item.tokens)),
      }
    case 'table':
      return {
        tag: 'table',
        titles: token.header.map(({ text }: Tokens.TableCell) => text),
        rows: token.rows.map((row: Tokens.TableCell[]) => row.map(({ tokens }) => piecesOf(tokens))),
      }
    default:
      throw new Error(`Documents have no ${token.type}: ${token.raw}`)
  }
}

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** What runs the service as it is built. */
const BUILT = 'test/support/built.ts'

/** The tests by what they cost, cheapest first; each tier ends before the next begins. */
const tiers: TestProjectInlineConfiguration['test'][] = [
  {
    name: 'unit',
    include: ['test/**/*.test.ts'],
    exclude: ['test/{console,process,crash,e2e,engines}/**'],
  },
  {
    name: 'console',
    include: ['test/console/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost/' } },
    setupFiles: ['test/support/console-setup.ts'],
  },
  { name: 'process', include: ['test/process/**/*.test.ts'], globalSetup: BUILT },
  { name: 'crash', include: ['test/crash/**/*.test.ts'], testTimeout: 900_000, globalSetup: BUILT },
  { name: 'e2e', include: ['test/e2e/**/*.test.ts'], fileParallelism: false, globalSetup: BUILT },
  // Not among those that `npm test` runs.
  { name: 'engines', include: ['test/engines/**/*.test.ts'], fileParallelism: false, globalSetup: BUILT },
]

/** Fails a test in which the service answered what the contract does not declare. */
const DECLARED_ANSWERS = 'test/support/declared-answers-setup.ts'

export default defineConfig({
  plugins: [
    react(),
    msw(),
    layerOrder(),
    shortClassNames(),
    shakenRouter(),
    shakenLibraries(),
    wordlessSchemas(),
    plainImports(),
    lazyStyles(),
    partsInPage(),
    operationsAsCalled(),
    documents(),
    finished(),
  ],
  define: { 'import.meta.env.VERSION': JSON.stringify(project.version) },
  build: {
    // The content security policy lets no `data:` address in.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A lazy part asks for what it needs itself.
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      // A slow machine is no fault that whoever starts the service could mend.
      checks: { bundlerTimings: false },
      // Nothing here reads a property in order to bring something about.
      treeshake: { propertyReadSideEffects: false },
      output: {
        postBanner: ({ name }) => (name === 'console' ? COMPILED_AHEAD : ''),
        codeSplitting: {
          groups: [
            // Before the words, which share a part of it: else each language would wait for English.
            { name: 'first-messages', test: FIRST_MESSAGES, priority: 5 },
            { ...perLanguage('words', FIRST_WORDS), priority: 4 },
            { ...perLanguage('lazy-words', LAZY_WORDS), priority: 3 },
            { name: 'console', test: CONSOLE, priority: 1 },
            { name: 'entrance', test: ENTRANCE },
            { name: 'shared', test: SHARED },
            { name: 'bar', test: BAR },
            { name: 'parts', test: PARTS },
          ],
        },
      },
    },
    // The first browsers with `light-dark()`; for older ones it would be rewritten into twice the size.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  test: {
    reporters: ['default', './test/support/totals-reporter.ts'],
    globalSetup: ['test/support/postgres-server.ts'],
    maxWorkers: '100%',
    // Only what hangs takes as long, however busy the machine is.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // From 1 on, because Vitest runs a group 0 last where there is one core.
    projects: tiers.map((test, index) => ({
      test: {
        ...test,
        setupFiles: [DECLARED_ANSWERS, test?.setupFiles ?? []].flat(),
        sequence: { groupOrder: index + 1 },
      },
    })),
  },
})
