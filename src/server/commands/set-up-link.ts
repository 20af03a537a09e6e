// For the operator: a new one-time link for someone who lost their password and has nobody left to ask for one.
import { auditRecord } from '#service/audit/record.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { newSetUpLink } from '#service/users/set-up-link.ts'
import { readConfig } from '../config.ts'
import { open } from '../open.ts'
import { linkAfter, orRefuse, say } from '../run.ts'
import { StartError } from '../start-error.ts'

await orRefuse(async () => {
  const config = readConfig(process.env)
  if (!config.hasPasswordSignIn) {
    throw new StartError(
      'PASSWORD_SIGN_IN must be on, here and where the service runs, for a password to be of use.',
    )
  }
  const { ports, close } = await open(config)
  const email = process.argv[2] ?? ''
  const user = await ports.users.findByEmail(email.toLowerCase())
  if (!user) throw new StartError(`There is no user with the e-mail "${email}".`)

  const origin = config.client.publicUrl ?? `http://localhost:${config.port}`
  const context = contextWithoutRequest(ports, 'operator')
  const { url, ...link } = newSetUpLink(ports, origin, context.now)
  const record = auditRecord(ports, context, 'user.set-up-link-made', user.id, { email: user.email })
  const isMade = await ports.setUpLinks.replace({ userId: user.id, madeById: null, ...link }, record)
  if (!isMade)
    throw new StartError(`${user.name} is suspended: another system administrator reinstates them.`)
  await close()
  say(linkAfter(`Start the service, then ${user.name} chooses a new password here, once:`, url))
})
