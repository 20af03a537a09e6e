import type { Page } from 'playwright-core'
import { pages } from '#console/pages.ts'
import { personCredentials } from '#mock/bring-about.ts'
import { type ScenarioName, scenarioNames } from '#mock/scenarios.ts'
import type { Catalog } from './catalogs.ts'
import { passingStates } from './passing-states.ts'
import { tokenStates } from './token-states.ts'

/** A state of the console worth seeing: the scenario it opens with, and what a person does from there. */
export type ConsoleState = {
  name: string
  scenario: ScenarioName
  /** Whether it is there in a narrow window alone. */
  isNarrow?: true
  /** Whether it is there in a wide window alone. */
  isWide?: true
  /** @param words of the language that the page speaks */
  act: (page: Page, words: Catalog) => Promise<void>
}

/** Opens the audit log, with filters as they stand in the address. */
const openAuditLog =
  (search = '') =>
  async (page: Page, { auditLog }: Catalog) => {
    await page.goto(new URL(pages.auditLog.path + search, page.url()).href)
    await page.getByRole('heading', { name: auditLog.title, level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
  }

async function askToTurnOn(page: Page, { callers }: Catalog) {
  await page.getByRole('switch').click()
  await page.getByText(callers.checking).waitFor({ state: 'hidden' })
}

async function openAccount(page: Page, { account }: Catalog) {
  await page.goto(new URL(pages.account.path, page.url()).href)
  await page.getByRole('table', { name: account.sessions }).waitFor()
}

async function askToSignInAgain(page: Page, { callers, freshSignIn }: Catalog) {
  await page.getByRole('switch').click()
  await page.getByRole('alertdialog').getByRole('button', { name: callers.turnOff }).click()
  await page.getByLabel(freshSignIn.password).waitFor()
}

/** The page of signing in, once the password was right. */
async function givePassword(page: Page, { signIn }: Catalog) {
  await page.getByLabel(signIn.email).fill(personCredentials.email)
  await page.getByLabel(signIn.password, { exact: true }).fill(personCredentials.password)
  await page.getByRole('button', { name: signIn.submit, exact: true }).click()
}

/** As the mock's provider is called. */
const PROVIDER = 'Northwind ID'

/** As a spreadsheet saves a table where the comma parts decimals. */
const FAULTLESS =
  '\uFEFFthirdPartyId;city;loyaltyTier\r\nanna;Oslo;gold\r\nbo;"Malmö; Limhamn";\r\ncarla;;silver\r\n'
const FAULTY = `${FAULTLESS}a/b;Bergen;\r\n;Bergen;\r\ndavid;Bergen;gold;yes\r\n`

const acts: Record<string, Omit<ConsoleState, 'name'>> = {
  'asked whether to turn on': {
    scenario: 'off',
    act: (page) => page.getByRole('switch').click(),
  },
  'asked whether to refuse a caller': {
    scenario: 'prepared',
    act: askToTurnOn,
  },
  'asked to turn on what refuses nobody': {
    scenario: 'all-prepared',
    act: askToTurnOn,
  },
  'asked to turn on with callers of whom nothing is known': {
    scenario: 'prepared-not-seen',
    act: askToTurnOn,
  },
  'asked whether to refuse many callers': {
    scenario: 'many-callers',
    act: askToTurnOn,
  },
  'asked whether to prepare a token': {
    scenario: 'callers',
    act: (page, { implementation }) =>
      page.getByRole('button', { name: implementation.open.prepare }).click(),
  },
  'calls by the hour': {
    scenario: 'prepared',
    async act(page, { callers }) {
      await page.getByRole('radio', { name: callers.periods['24h'] }).check()
      await page.getByRole('slider').focus()
    },
  },
  'calls of 30 days in a table': {
    scenario: 'prepared',
    async act(page, { callers }) {
      await page.getByRole('radio', { name: callers.periods['30d'] }).check()
      await page.getByRole('radio', { name: callers.tableView }).check()
    },
  },
  'a caller about to be named': {
    scenario: 'prepared',
    async act(page, { callers }) {
      await page.getByRole('button', { name: callers.nameThis('192.0.2.44') }).click()
      await page.getByRole('textbox', { name: callers.rename('192.0.2.44') }).waitFor()
    },
  },
  'asked whether to turn off': {
    scenario: 'token-live',
    act: (page) => page.getByRole('switch').click(),
  },
  'your account': { scenario: 'account', act: openAccount },
  'your account, of the provider': { scenario: 'provider-again', act: openAccount },
  'your account with what is wrong': {
    scenario: 'account',
    async act(page, words) {
      await openAccount(page, words)
      await page.getByLabel(words.account.name, { exact: true }).fill('')
      await page.getByRole('button', { name: words.account.saveName }).click()
      await page.getByLabel(words.account.presentPassword, { exact: true }).fill('wrong horse battery')
      await page.getByLabel(words.account.newPassword, { exact: true }).fill('a sentence of my own')
      await page.getByRole('button', { name: words.account.changePassword }).click()
      await page.getByText(words.account.wrongPassword).waitFor()
    },
  },
  'asked whether to end all other sessions': {
    scenario: 'account',
    async act(page, words) {
      await openAccount(page, words)
      await page.getByRole('button', { name: words.account.endOthers }).click()
    },
  },
  'asked to sign in again': {
    scenario: 'signed-in-long-ago',
    act: askToSignInAgain,
  },
  'told that the password is wrong': {
    scenario: 'signed-in-long-ago',
    async act(page, words) {
      await askToSignInAgain(page, words)
      await page.getByLabel(words.freshSignIn.password).fill('wrong horse battery')
      await page.getByRole('button', { name: words.freshSignIn.goOn }).click()
      await page.getByText(words.freshSignIn.wrongPassword).waitFor()
    },
  },
  'asked whether to replace the token': {
    scenario: 'token-live',
    act: (page, { implementation }) => page.getByRole('button', { name: implementation.generate }).click(),
  },
  'asked whether to replace the token now': {
    scenario: 'token-live',
    async act(page, { implementation, rotation }) {
      await page.getByRole('button', { name: implementation.generate }).click()
      await page.getByRole('radio', { name: rotation.now }).check()
      await page.getByRole('radio', { name: rotation.howLong.until }).check()
    },
  },
  'asked how long the first token works': {
    scenario: 'no-token',
    act: (page, { implementation }) =>
      page.getByRole('button', { name: implementation.chooseLifetime }).click(),
  },
  'asked whether to let an old token work longer': {
    scenario: 'overlap',
    async act(page, { rotation }) {
      await page.getByRole('button', { name: rotation.extend }).click()
      await page.getByRole('radio', { name: rotation.other }).check()
    },
  },
  'asked whether to end an old token': {
    scenario: 'overlap',
    act: (page, { rotation }) => page.getByRole('button', { name: rotation.end }).click(),
  },
  'asked whether to end an old token for good': {
    scenario: 'overlap',
    async act(page, { rotation }) {
      await page.getByRole('button', { name: rotation.end }).click()
      await page.getByRole('checkbox', { name: rotation.forGood }).check()
    },
  },
  'asked whether to end the current token': {
    scenario: 'token-live',
    async act(page, { rotation }) {
      await page.getByRole('button', { name: rotation.endCurrentNow }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  'only an old token works': {
    scenario: 'overlap',
    async act(page, { rotation }) {
      await page.getByRole('button', { name: rotation.endCurrentNow }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: rotation.endConfirm }).click()
      await page.getByRole('button', { name: rotation.restore }).waitFor()
    },
  },
  'as many tokens work as may': {
    scenario: 'old-tokens',
    async act(page, { rotation }) {
      const restore = page.getByRole('button', { name: rotation.restore })
      await restore.first().click()
      await restore.nth(2).waitFor({ state: 'detached' })
      await restore.first().click()
      await page.getByRole('alert').filter({ hasText: /./ }).waitFor()
    },
  },
  'asked whether to turn off while calls are refused': {
    scenario: 'refused-after-end',
    act: (page, { refused }) => page.getByRole('button', { name: refused.turnOff }).click(),
  },
  'all refused callers shown': {
    scenario: 'many-refused',
    act: (page, { refused }) => page.getByRole('button', { name: refused.showMore }).click(),
  },
  'old token restored': {
    scenario: 'refused-after-end',
    async act(page, { refused }) {
      await page.getByRole('button', { name: refused.letOldWorkAgain }).click()
      await page
        .getByRole('region')
        .filter({ hasText: refused.worksAgain('') })
        .waitFor()
    },
  },
  'token revealed': {
    scenario: 'token-live',
    act: (page, { implementation }) => page.getByRole('button', { name: implementation.reveal }).click(),
  },
  ...tokenStates,
  ...passingStates,
  'your account with passkeys': { scenario: 'passkeys', act: openAccount },
  'adding a passkey, without a name': {
    scenario: 'passkeys',
    async act(page, words) {
      await openAccount(page, words)
      await page.getByRole('button', { name: words.account.addPasskey }).click()
      await page.getByRole('button', { name: words.passkeys.add, exact: true }).click()
    },
  },
  'asked for another name of a passkey': {
    scenario: 'passkeys',
    async act(page, words) {
      await openAccount(page, words)
      await page.getByRole('button', { name: words.account.renameThis('Phone') }).click()
    },
  },
  'asked whether to remove a passkey': {
    scenario: 'passkeys',
    async act(page, words) {
      await openAccount(page, words)
      await page.getByRole('button', { name: words.account.removeThis('Phone') }).click()
    },
  },
  'new recovery codes': {
    scenario: 'passkeys',
    async act(page, { account, ...words }) {
      await openAccount(page, { account, ...words })
      await page.getByRole('button', { name: account.makeCodes }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: account.makeCodesConfirm }).click()
      await page.getByRole('button', { name: account.codesKept }).waitFor()
    },
  },
  'asked whether to leave recovery codes': {
    scenario: 'passkeys',
    async act(page, words) {
      await acts['new recovery codes']?.act(page, words)
      await page.evaluate(() => history.pushState(null, '', '/'))
      await page.getByRole('alertdialog').waitFor()
    },
  },
  'second step': {
    scenario: 'second-step',
    async act(page, words) {
      await givePassword(page, words)
      await page.getByRole('heading', { name: words.signIn.secondTitle }).waitFor()
    },
  },
  'second step by a wrong recovery code': {
    scenario: 'second-step',
    async act(page, words) {
      await givePassword(page, words)
      await page.getByRole('button', { name: words.signIn.useCode }).click()
      await page.getByLabel(words.signIn.code).fill('no such code')
      await page.getByRole('button', { name: words.signIn.submit, exact: true }).click()
      await page.getByText(words.signIn.codeRefused).waitFor()
    },
  },
  'first passkey': {
    scenario: 'first-passkey',
    async act(page, words) {
      await givePassword(page, words)
      await page.getByRole('heading', { name: words.signIn.firstTitle }).waitFor()
    },
  },
  'asked for the passkey again': {
    scenario: 'passkey-again',
    async act(page, { callers, freshSignIn }) {
      await page.getByRole('switch').click()
      await page.getByRole('alertdialog').getByRole('button', { name: callers.turnOff }).click()
      await page.getByRole('button', { name: freshSignIn.usePasskey }).waitFor()
    },
  },
  'account menu open': {
    scenario: 'token-live',
    act: (page, { shell }) => page.getByRole('button', { name: shell.account('Ana Ortiz') }).click(),
  },
  'account menu open, narrow': {
    scenario: 'token-live',
    isNarrow: true,
    async act(page, { panels, shell }) {
      await page.getByRole('button', { name: shell.account('Ana Ortiz') }).click()
      await page.getByRole('radio', { name: panels.themes.dark }).waitFor()
    },
  },
  'menu while nobody can be known, narrow': {
    scenario: 'unreachable',
    isNarrow: true,
    async act(page, { panels, shell }) {
      await page.getByRole('button', { name: `${shell.language}, ${shell.theme}` }).click()
      await page.getByRole('radio', { name: panels.themes.dark }).waitFor()
    },
  },
  'language choice open': {
    scenario: 'token-live',
    isWide: true,
    act: (page, { shell }) => page.getByRole('button', { name: shell.language, exact: true }).click(),
  },
  'sign-in incomplete': {
    scenario: 'signed-out',
    act: (page, { signIn }) => page.getByRole('button', { name: signIn.submit, exact: true }).click(),
  },
  'the provider is down': {
    scenario: 'provider-down',
    async act(page, words) {
      await goToProvider(page, words)
      await page.getByText(words.provider.refusals['provider-unavailable']).waitFor()
    },
  },
  'back from the provider with less than before': {
    scenario: 'provider-gives-less',
    async act(page, words) {
      await goToProvider(page, words)
      await page.getByRole('heading', { name: words.provider.lostTitle }).waitFor()
    },
  },
  'back from the provider with no role': {
    scenario: 'provider-gives-nothing',
    async act(page, words) {
      await goToProvider(page, words)
      await page.getByText(words.provider.refusals['no-role']).waitFor()
    },
  },
  'back from the provider with an e-mail that is taken': {
    scenario: 'provider-email-taken',
    async act(page, words) {
      await goToProvider(page, words)
      await page.getByText(words.provider.refusals['other-sign-in']).waitFor()
    },
  },
  'asked to sign in again at the provider': {
    scenario: 'provider-again',
    async act(page, { callers, freshSignIn }) {
      await page.getByRole('switch').click()
      await page.getByRole('alertdialog').getByRole('button', { name: callers.turnOff }).click()
      await page.getByRole('button', { name: freshSignIn.signInAgainWith(PROVIDER) }).waitFor()
    },
  },
  'set-up incomplete': {
    scenario: 'set-up',
    act: (page, { setUp }) => page.getByRole('button', { name: setUp.submit }).click(),
  },
  'password refused': {
    scenario: 'signed-out',
    async act(page, { signIn }) {
      await page.getByLabel(signIn.email).fill('ana@example.com')
      await page.getByLabel(signIn.password, { exact: true }).fill('not the right one')
      await page.getByRole('button', { name: signIn.submit, exact: true }).click()
      await page.getByRole('alert').filter({ hasText: /./ }).waitFor()
    },
  },
  users: { scenario: 'people', act: openUsers() },
  'users of a workspace': { scenario: 'people-of-workspace', act: openUsers() },
  'users of the provider': { scenario: 'people-of-provider', act: openUsers() },
  'users, one of the provider': { scenario: 'people-of-provider', act: openPerson('Ingrid Holm') },
  'users, a new link for the provider': {
    scenario: 'people-of-provider',
    async act(page, words) {
      await openPerson('Bo Ek')(page, words)
      await page.getByRole('button', { name: words.users.newLink }).click()
      await page.getByText(words.users.newAccountAdvice(PROVIDER)).waitFor()
    },
  },
  'users, nobody found': { scenario: 'people', act: openUsers('?search=nobody&state=suspended') },
  'users, not permitted': {
    scenario: 'observer',
    async act(page, { failures }) {
      await page.goto(new URL(pages.users.path, page.url()).href)
      await page.getByRole('heading', { name: failures.loadFailed }).waitFor()
    },
  },
  'users, inviting': {
    scenario: 'people',
    async act(page, words) {
      await openUsers()(page, words)
      await page.getByRole('button', { name: words.users.invite }).click()
      await page.getByLabel(words.users.emails).fill('jonatan.berg@northwind.example\nsara')
      await page.getByRole('button', { name: words.users.inviteCount(1) }).click()
      await page.getByRole('button', { name: words.users.addAnotherRole }).click()
    },
  },
  'users, invited': {
    scenario: 'people',
    async act(page, words) {
      await openUsers()(page, words)
      await page.getByRole('button', { name: words.users.invite }).click()
      await page.getByLabel(words.users.emails).fill('jonatan@northwind.example, sara@northwind.example')
      await page.getByRole('button', { name: words.users.inviteCount(2) }).click()
      await page.getByRole('heading', { name: words.users.links(2) }).waitFor()
    },
  },
  'users, one of them': { scenario: 'people', act: openPerson('Bo Ek') },
  'users, taking a role away': {
    scenario: 'people',
    async act(page, words) {
      await openPerson('Bo Ek')(page, words)
      await page.getByRole('dialog').getByLabel(words.users.role).last().selectOption('observer')
      await page.getByRole('button', { name: words.users.saveRoles }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  'users, the last administrator': {
    scenario: 'people',
    async act(page, words) {
      await openPerson('Olivia Park')(page, words)
      await page.getByRole('button', { name: words.users.suspend }).click()
      await page.getByRole('button', { name: words.users.asked.suspend.confirm }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      // The bar covers a part of what it lies over, which is then no target of its size.
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  'users, a new link': {
    scenario: 'people',
    async act(page, words) {
      await openPerson('Bo Ek')(page, words)
      await page.getByRole('button', { name: words.users.newLink }).click()
      await page.getByRole('button', { name: words.users.makeLink }).click()
      await page.getByRole('button', { name: words.users.done }).waitFor()
    },
  },
  workspaces: {
    scenario: 'people',
    async act(page, words) {
      await openUsers()(page, words)
      await page.getByRole('button', { name: words.users.workspaces }).click()
      await page.getByRole('button', { name: words.users.of(words.users.rename, 'Nordics') }).click()
    },
  },
  'audit log': { scenario: 'audit-log', act: openAuditLog() },
  'audit log, filtered, with a record unfolded': {
    scenario: 'audit-log',
    async act(page, words) {
      await openAuditLog('?act=settings.updated')(page, words)
      await page.locator('summary').first().click()
    },
  },
  'audit log, nothing found': {
    scenario: 'audit-log',
    act: openAuditLog('?act=nonsense&from=2026-03-02&to=2026-03-01'),
  },
  'audit log, broken': { scenario: 'audit-log-broken', act: openAuditLog() },
  'audit log, not permitted': {
    scenario: 'observer',
    async act(page, { failures }) {
      await page.goto(new URL(pages.auditLog.path, page.url()).href)
      await page.getByRole('heading', { name: failures.loadFailed }).waitFor()
    },
  },
  batches: { scenario: 'batches', act: openBatches() },
  'batches, none yet': { scenario: 'off', act: openBatches() },
  'batches, more than are shown': { scenario: 'batches-many', act: openBatches() },
  'batches, none that fits': { scenario: 'batches-many', act: openBatches('?only=stuck&period=24h') },
  'batches, asked whether to give up': {
    scenario: 'batches',
    async act(page, words) {
      await openBatches('?only=stuck')(page, words)
      await page.getByRole('button', { name: words.batches.giveUp }).click()
    },
  },
  'batches, one with its failures': {
    scenario: 'batches',
    async act(page, words) {
      await openBatches('?only=with-failures')(page, words)
      await page
        .getByRole('link', { name: words.batches.seeRows(1, '1') })
        .first()
        .click()
      await page.getByRole('table', { name: words.batches.failedRows }).waitFor()
    },
  },
  'batches, one that is not there': {
    scenario: 'batches',
    async act(page, { batches: words }) {
      await page.goto(new URL(`${pages.batches.path}?batch=none`, page.url()).href)
      await page.getByRole('heading', { name: words.oneBatch, level: 2 }).waitFor()
      await page.getByRole('alert').waitFor()
    },
  },
  'look-up': { scenario: 'visitors', act: openLookUp },
  'look-up, found': { scenario: 'visitors', act: lookUp('anna') },
  'look-up, found, as JSON': {
    scenario: 'visitors',
    async act(page, words) {
      await lookUp('anna')(page, words)
      await page.getByRole('radio', { name: 'JSON' }).check()
    },
  },
  'look-up, a long value': { scenario: 'visitors', act: lookUp('long') },
  'look-up, not found, of the other kind': { scenario: 'visitors', act: lookUp('2f1c9d') },
  'look-up, not found yet': { scenario: 'visitors-waiting', act: lookUp('carla') },
  'look-up, no such identifier': {
    scenario: 'visitors',
    async act(page, words) {
      await openLookUp(page, words)
      await page.getByLabel(words.lookUp.identifier).fill('a/b')
      await page.getByRole('button', { name: words.lookUp.lookUp, exact: true }).click()
    },
  },
  'look-up, not permitted': { scenario: 'observer', act: openLookUp },
  'try a file': { scenario: 'visitors', act: openTry },
  'try a file, with faults': { scenario: 'visitors', act: tryFile(FAULTY) },
  'try a file, of a name that is none': {
    scenario: 'visitors',
    act: tryFile('Kund;Ort\r\n1001;Malmö\r\n'),
  },
  'try a file, without fault': { scenario: 'visitors', act: tryFile(FAULTLESS) },
  'try a file, not permitted to send': { scenario: 'observer', act: tryFile(FAULTLESS) },
  'try a file, sent': {
    scenario: 'visitors',
    async act(page, words) {
      await tryFile(FAULTLESS)(page, words)
      await page.getByRole('radio', { name: words.tryFile.passOver }).check()
      await page.getByRole('button', { name: words.tryFile.send(3, '3') }).click()
      await page.getByRole('heading', { name: words.tryFile.failedRows }).waitFor()
    },
  },
  'try a file, being applied': {
    scenario: 'visitors-waiting',
    async act(page, words) {
      await tryFile(FAULTLESS)(page, words)
      await page.getByRole('button', { name: words.tryFile.send(3, '3') }).click()
      await page.getByRole('heading', { name: words.tryFile.takenIn }).waitFor()
    },
  },
  'going live, step by step': {
    scenario: 'token-live',
    async act(page, { goingLive }) {
      await page.goto(new URL(pages.goingLive.path, page.url()).href)
      await page.getByRole('heading', { name: goingLive.title }).waitFor()
    },
  },
  'nobody told yet': {
    scenario: 'token-live',
    act: openNotices,
  },
  'some told': {
    scenario: 'notices',
    act: openNotices,
  },
  'nobody can be told by e-mail': {
    scenario: 'no-mail',
    act: openNotices,
  },
  'asked for a webhook': {
    scenario: 'notices',
    async act(page, words) {
      await openNotices(page, words)
      await page.getByRole('button', { name: words.notices.addWebhook }).click()
      await page.getByRole('button', { name: words.notices.add, exact: true }).click()
    },
  },
  'asked for an e-mail address': {
    scenario: 'notices',
    async act(page, words) {
      await openNotices(page, words)
      await page.getByRole('button', { name: words.notices.addEmail }).click()
    },
  },
  'secret of a webhook shown': {
    scenario: 'notices',
    async act(page, words) {
      const { notices } = words
      await openNotices(page, words)
      await page.getByRole('button', { name: notices.of(notices.change, 'Incident channel') }).click()
      await page.getByRole('button', { name: notices.replaceSecret }).click()
      await page.getByRole('button', { name: notices.replace, exact: true }).click()
      await page.getByRole('textbox', { name: notices.secret }).waitFor()
    },
  },
  'asked whether to remove an address': {
    scenario: 'notices',
    async act(page, words) {
      const { notices } = words
      await openNotices(page, words)
      await page.getByRole('button', { name: notices.of(notices.remove, 'Operations') }).click()
    },
  },
  documentation: { scenario: 'signed-out', act: openDocs('') },
  'documentation, a document': { scenario: 'token-live', act: openDocs('/api') },
  'documentation, the API': {
    scenario: 'signed-out',
    async act(page, words) {
      await openDocs('/reference')(page, words)
      await page.getByText('/{tenant}/target/authentication/token').first().click()
    },
  },
  'documentation, calls found': { scenario: 'signed-out', act: openDocs('/reference?find=post+token') },
  'documentation, no call found': { scenario: 'signed-out', act: openDocs('/reference?find=teapot') },
  'documentation, keys': { scenario: 'signed-out', act: openDocs('/keyboard') },
  'no such page': {
    scenario: 'token-live',
    async act(page, { notFound }) {
      await page.goto(new URL('/no/such/page', page.url()).href)
      await page.getByRole('heading', { name: notFound.title }).waitFor()
    },
  },
}

/** @param below the documentation, which document */
function openDocs(below: string): ConsoleState['act'] {
  return async (page) => {
    await page.goto(new URL(pages.documentation.path + below, page.url()).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
}

/** Signs in at the provider of the mock, which leads back at once. */
async function goToProvider(page: Page, { provider }: Catalog) {
  await page.getByRole('button', { name: provider.signInWith(PROVIDER) }).click()
}

async function openTry(page: Page, { tryFile: words }: Catalog) {
  await page.goto(new URL(pages.tryFile.path, page.url()).href)
  await page.getByRole('heading', { name: words.title, level: 1 }).waitFor()
}

/** Chooses a file with that text. */
function tryFile(text: string): ConsoleState['act'] {
  return async (page, words) => {
    await openTry(page, words)
    const file = { name: 'visitors.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.getByLabel(words.tryFile.choose).setInputFiles(file)
    await page.getByRole('heading', { name: 'visitors.csv', level: 2 }).waitFor()
  }
}

/** Opens the list of batches, with filters as they stand in the address. */
function openBatches(search = ''): ConsoleState['act'] {
  return async (page, { batches: words }) => {
    await page.goto(new URL(pages.batches.path + search, page.url()).href)
    await page.getByRole('heading', { name: words.title, level: 1 }).waitFor()
    await page.getByRole('radio', { name: new RegExp(`^${words.filters.all} [0-9]`) }).waitFor()
  }
}

async function openLookUp(page: Page, { lookUp: words }: Catalog) {
  await page.goto(new URL(pages.lookUp.path, page.url()).href)
  await page.getByRole('heading', { name: words.title, level: 1 }).waitFor()
}

/** Looks a visitor up by their third party id. */
function lookUp(id: string): ConsoleState['act'] {
  return async (page, words) => {
    await openLookUp(page, words)
    await page.getByLabel(words.lookUp.identifier).fill(id)
    await page.getByRole('button', { name: words.lookUp.lookUp, exact: true }).click()
    await page.getByRole('heading', { name: id, level: 2 }).waitFor()
  }
}

async function openNotices(page: Page, { notices }: Catalog) {
  await page.goto(new URL(pages.notices.path, page.url()).href)
  await page.getByRole('heading', { name: notices.sent }).waitFor()
}

/** They open as others do: what tells them apart comes with what a person does. */
const OPEN_ALIKE: readonly ScenarioName[] = [
  'account',
  'audit-log-broken',
  'first-passkey',
  'no-mail',
  'passkey-again',
  'passkeys',
  'people-of-provider',
  'people-of-workspace',
  'provider-again',
  'provider-down',
  'provider-email-taken',
  'provider-gives-less',
  'provider-gives-nothing',
  'second-step',
  'signed-in-long-ago',
  'slow',
]

/** Every scenario as it opens, and what lies behind them. */
export const consoleStates: ConsoleState[] = [
  ...scenarioNames
    .filter((scenario) => !OPEN_ALIKE.includes(scenario))
    .map((scenario) => ({ name: `scenario ${scenario}`, scenario, act: async () => {} })),
  ...Object.entries(acts).map(([name, state]) => ({ name, ...state })),
]

/** Shows the users that an address lets through. */
function openUsers(search = ''): ConsoleState['act'] {
  return async (page) => {
    await page.goto(new URL(pages.users.path + search, page.url()).href)
    await page.getByRole('radio', { name: /\d/ }).first().waitFor()
    await page.waitForLoadState('networkidle')
  }
}

/** And one of them, to be changed. */
function openPerson(name: string): ConsoleState['act'] {
  return async (page, words) => {
    await openUsers()(page, words)
    await page.getByRole('button', { name: words.users.of(words.users.change, name) }).click()
  }
}

/** The same clock and chance each time, so that a picture changes with the console alone. */
const NOW = '2026-11-21T09:00:00Z'
function rollTheSameDice() {
  let last = 1
  const roll = () => (last = (last * 48_271) % 2_147_483_647)
  crypto.getRandomValues = (array) => {
    if (array instanceof Uint8Array) array.forEach((_, index) => (array[index] = roll()))
    return array
  }
}

/** For a page that was not opened yet: what it shows is the same at any time. */
export async function stopTheClock(page: Page): Promise<void> {
  await page.clock.setFixedTime(NOW)
  await page.addInitScript(rollTheSameDice)
}

/** The panel that chooses a scenario is the mock's, and lies over the page. */
export const WITHOUT_PICKER = "aside[aria-label='Mock'] { display: none }"

/** For a page that was not opened yet: that panel, which is no part of the console, is never there to move. */
export async function hidePicker(page: Page): Promise<void> {
  await page.addInitScript((style) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    document.adoptedStyleSheets = [sheet]
  }, WITHOUT_PICKER)
}

/**
 * Brings a page of the mock console into a state.
 *
 * @param url of the mock console, without a slash at the end
 */
export async function openState(page: Page, url: string, state: ConsoleState, words: Catalog) {
  if (state.isNarrow) await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${url}/?scenario=${state.scenario}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await state.act(page, words)
}
