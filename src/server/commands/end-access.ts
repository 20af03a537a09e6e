// For the operator: ends all tokens, sessions and set-up links, after a restore or a failover that forgot which of them had ended.
import { existsSync } from 'node:fs'
import { auditRecord } from '#service/audit/record.ts'
import { contextWithoutRequest } from '#service/context.ts'
import { readConfig } from '../config.ts'
import { databaseFile, prepareDataFolder } from '../data-folder.ts'
import { openDatabase } from '../database.ts'
import { random } from '../random.ts'
import { orRefuse, say } from '../run.ts'
import { StartError } from '../start-error.ts'

await orRefuse(async () => {
  const config = readConfig(process.env)
  const { client, databaseUrl, dataFolder } = config
  const file = databaseFile(dataFolder)
  if (databaseUrl === null) {
    if (!existsSync(file)) throw new StartError(`There is no ${file}.`)
    prepareDataFolder(dataFolder).forEach(say)
  }
  const storage = await openDatabase(config, ({ message }) => say(message))
  const context = contextWithoutRequest({ client, random, now: () => Date.now() }, 'operator')
  const record = auditRecord({ random }, context, 'access.ended', client.clientCode, {})
  const { tokens, sessions, links } = await storage.endAccess(context.now, record)
  await storage.close()
  say(
    `Ended: tokens ${tokens}, sessions ${sessions}, set-up links ${links}. People sign in anew, and an approver generates a token.`,
  )
})
