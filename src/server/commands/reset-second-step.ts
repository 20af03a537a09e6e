// For the operator: takes away the passkeys of someone who lost them and has nobody left to ask for it.
import { contextWithoutRequest } from '#service/context.ts'
import { resetSecondStep } from '#service/passkeys/rules.ts'
import { readConfig } from '../config.ts'
import { open } from '../open.ts'
import { orRefuse, say } from '../run.ts'
import { StartError } from '../start-error.ts'

await orRefuse(async () => {
  const { ports, close } = await open(readConfig(process.env))
  const email = process.argv[2] ?? ''
  const user = await ports.users.findByEmail(email.toLowerCase())
  if (!user) throw new StartError(`There is no user with the e-mail "${email}".`)

  await resetSecondStep(ports, contextWithoutRequest(ports, 'operator'), user.id)
  await close()
  say(`${user.name} has no passkey and no recovery code any more: the password signs them in.`)
})
