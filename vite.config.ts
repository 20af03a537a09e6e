import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { type ESTree, Visitor } from 'rolldown/utils'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Writes a `.br` and a `.gz` beside each file of text, so that the server compresses nothing while it answers. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    // Once all is on disk: until then Vite still writes into the code.
    writeBundle({ dir = 'dist' }, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (!/\.(?:js|css|html|svg)$/.test(fileName)) continue
        const path = join(dir, fileName)
        const source = readFileSync(path)
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(`${path}.br`, brotliCompressSync(source, { params }))
        writeFileSync(`${path}.gz`, gzipSync(source, { level: 9 }))
      }
    },
  }
}

/**
 * Takes React Router without its warnings for developers, which it gives to everyone who imports it, and marks what it
 * makes at load as free of effects, so that what the console does not use of it is left out: 4.5 kB in all.
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
      handler: (code) => ({
        code: code
          .replaceAll(/\bReact\d*\.(?:forwardRef|memo|createContext)\(/g, '/* @__PURE__ */ $&')
          .replaceAll(/^\w+\.displayName = "\w+";$/gm, ''),
        map: null,
      }),
    },
  }
}

/** The part that asks for the console's first words, and what it needs; nothing else may be in it. */
const FIRST_MESSAGES = /\/messages\/(?:first-messages|languages|plurals)\.ts$|preload-helper/

/** Everything else that a first visit loads, in one file: apart from what lazy pages share with it, 0.5 kB smaller. */
const CONSOLE = /\/console\/main\.tsx$/

/** The pages before sign-in share their fields; apart, the fields would be asked for only after a page had come. */
const ENTRANCE = /\/pages\/(?:set-up|sign-in)\//

/** Runs that part as soon as it is there, where the browser would wait for the style sheet. */
function firstMessagesAtOnce(): Plugin {
  return {
    name: 'first-messages-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          /<script type="module" crossorigin (src="\/assets\/first-messages-[^"]+")>/,
          '<script type="module" async fetchpriority="high" crossorigin $1>',
        ),
    },
  }
}

/** Lazy parts come by a plain import(): Vite's helper links style sheets of theirs first, and has none. 0.8 kB. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
  }
}

/** What a caller does not need of an operation; it is there for the service and for the OpenAPI document. */
const NOT_FOR_CALLERS =
  'id summary description query formerNames headers body permission status mediaType answerHeaders refusals'.split(
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
        const dropped: { start: number; end: number }[] = []
        new Visitor({
          ObjectExpression({ properties }) {
            const named = new Map(properties.map((property) => [nameOf(property), property]))
            if (!named.has('family') && !named.has('summary')) return
            for (const name of NOT_FOR_CALLERS) dropped.push(...[named.get(name) ?? []].flat())
          },
        }).visit(this.parse(code))
        const withoutOne = (text: string, { start, end }: { start: number; end: number }) =>
          text.slice(0, start) + text.slice(end).replace(/^,/, '')
        const rest = dropped.toSorted((one, other) => other.start - one.start).reduce(withoutOne, code)
        return { code: rest.replaceAll(/\bv\.\w+\(/g, '/* @__PURE__ */ $&'), map: null }
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

export default defineConfig({
  plugins: [
    react(),
    msw(),
    layerOrder(),
    shakenRouter(),
    firstMessagesAtOnce(),
    plainImports(),
    operationsAsCalled(),
    precompressed(),
  ],
  build: {
    // The content security policy lets no `data:` address in.
    assetsInlineLimit: 0,
    // All in one sheet: what the lazy pages add to it is 0.4 kB.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first-messages', test: FIRST_MESSAGES, priority: 2 },
            { name: 'console', test: CONSOLE, priority: 1 },
            { name: 'entrance', test: ENTRANCE },
          ],
        },
      },
    },
    // The first browsers with `light-dark()`; for older ones it would be rewritten into twice the size.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  test: {
    reporters: ['default', './test/support/totals-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/console/**', 'test/e2e/**'],
          globalSetup: ['test/support/postgres-server.ts'],
          setupFiles: ['test/support/declared-answers-setup.ts'],
          // Processes and databases are started beside each other on few cores.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'console',
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost/' } },
          include: ['test/console/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/console-setup.ts', 'test/support/declared-answers-setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: ['test/support/declared-answers-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
