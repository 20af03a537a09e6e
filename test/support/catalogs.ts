import { type Language, languages } from '#console/messages/language.ts'
import type { Messages } from '#console/messages/en.ts'
import { loadMessages } from '#console/messages/languages.ts'
import type { Words as AuditLog } from '#console/pages/administration/audit-log/words/en.ts'
import type { HowLongWords as HowLong } from '#console/pages/administration/implementation/how-long/words/en.ts'
import type { Words as Rotation } from '#console/pages/administration/implementation/rotation/words/en.ts'
import type { Words as Refused } from '#console/pages/administration/implementation/refused/words/en.ts'
import type { Words as Callers } from '#console/pages/administration/implementation/callers/words/en.ts'
import type { Words as ExampleCalls } from '#console/pages/administration/implementation/example-calls/words/en.ts'
import type { Words as TestToken } from '#console/pages/administration/implementation/test-token/words/en.ts'
import type { Words as Implementation } from '#console/pages/administration/implementation/words/en.ts'
import type { Words as Notices } from '#console/pages/administration/notices/words/en.ts'
import type { Words as GoingLive } from '#console/pages/going-live/words/en.ts'
import type { Words as NotFound } from '#console/pages/not-found/words/en.ts'
import type { Words as SetUp } from '#console/pages/set-up/words/en.ts'
import type { Words as SignIn } from '#console/pages/sign-in/words/en.ts'

/** The words that pages, and lazy parts of them, bring. */
type PageWords = {
  auditLog: AuditLog
  implementation: Implementation
  howLong: HowLong
  rotation: Rotation
  exampleCalls: ExampleCalls
  testToken: TestToken
  notices: Notices
  goingLive: GoingLive
  callers: Callers
  refused: Refused
  notFound: NotFound
  setUp: SetUp
  signIn: SignIn
}

/** Where they are, below src/console/pages; `test/console/messages.test.ts` says when one is missing. */
export const wordFolders: Record<keyof PageWords, string> = {
  auditLog: 'administration/audit-log',
  goingLive: 'going-live',
  implementation: 'administration/implementation',
  howLong: 'administration/implementation/how-long',
  rotation: 'administration/implementation/rotation',
  callers: 'administration/implementation/callers',
  exampleCalls: 'administration/implementation/example-calls',
  testToken: 'administration/implementation/test-token',
  refused: 'administration/implementation/refused',
  notices: 'administration/notices',
  notFound: 'not-found',
  setUp: 'set-up',
  signIn: 'sign-in',
}

export type Catalog = Messages & PageWords

async function catalogOf(language: Language): Promise<Catalog> {
  const words = Object.entries(wordFolders).map(async ([name, folder]) => {
    const module: { words: unknown } = await import(
      /* @vite-ignore */ `#console/pages/${folder}/words/${language}.ts`
    )
    return [name, module.words]
  })
  return { ...(await loadMessages(language)), ...Object.fromEntries(await Promise.all(words)) }
}

/** Every text of the console in each language: the shell's, and those that the pages bring. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of all languages
export const catalogs = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await catalogOf(language)])),
) as Record<Language, Catalog>
