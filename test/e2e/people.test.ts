import { it } from 'vitest'
import { accept, invite, makeWorkspace, openConsole, PERSON, setUp } from '../support/console-driver.ts'
import { startService } from '../support/running-service.ts'
import { sharedBrowser } from '../support/shared.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const { password } = PERSON

const browser = sharedBrowser()

it('lets someone who is known elsewhere accept by signing in', async () => {
  const { url, setUpUrl } = await startService({ DATA_DIR: temporaryFolder() })
  const [{ page: admin }, { page: chioma }, { page: bo }] = [
    await openConsole(browser(), url),
    await openConsole(browser(), url),
    await openConsole(browser(), url),
  ]
  await setUp(admin, setUpUrl ?? '')
  await makeWorkspace(admin, 'Nordics')
  const chiomasLink = await invite(admin, 'chioma@example.com', 'Administrator', 'Nordics')
  const bosLink = await invite(admin, 'bo@example.com', 'Observer', 'Default')
  await accept(chioma, chiomasLink, { name: 'Chioma Obi', password })
  await accept(bo, bosLink, { name: 'Bo Ek', password })
  const second = await invite(chioma, 'bo@example.com', 'Editor')

  await bo.goto(second)
  await bo.getByLabel('Name', { exact: true }).fill('Bo Ek')
  await bo.getByLabel('Password', { exact: true }).fill(password)
  await bo.getByRole('button', { name: 'Finish set-up' }).click()
  await bo.getByText('You have an account here already').waitFor()
  await bo.getByRole('button', { name: 'Accept' }).click()
  await bo.getByRole('switch').waitFor()

  await admin.reload()
  await admin.getByRole('row', { name: /Bo Ek.*Observer in Default.*Editor in Nordics/ }).waitFor()
  await Promise.all([admin, chioma, bo].map((page) => page.context().close()))
})
