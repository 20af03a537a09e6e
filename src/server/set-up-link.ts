// For the operator: a new one-time link for someone who lost their password and has nobody left to ask for one.
import { auditRecord } from '#service/sign-in/signed-in.ts'
import { newSetUpLink } from '#service/sign-in/set-up.ts'
import { readConfig } from './config.ts'
import { open } from './open.ts'
import { orRefuse, say } from './run.ts'
import { StartError } from './start-error.ts'

const OPERATOR = { id: null, name: 'Operator', remoteAddress: null }

await orRefuse(async () => {
  const config = readConfig(process.env)
  const { deps, close } = await open(config)
  const email = process.argv[2] ?? ''
  const user = await deps.stores.users.findByEmail(email.toLowerCase())
  if (!user) throw new StartError(`There is no user with the e-mail "${email}".`)

  const origin = config.account.publicUrl ?? `http://localhost:${config.port}`
  const { url, link } = await newSetUpLink({ ...deps, batchAccepted: () => {} }, user.id, origin)
  await deps.stores.setUpLinks.replace(link, auditRecord(deps, OPERATOR, 'user.set-up-link-made', user.id))
  await close()
  say(`Start the service, then ${user.name} chooses a new password here, once: ${url}`)
})
