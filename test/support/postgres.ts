import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'

/** An empty PostgreSQL database of this test's own, gone when the test is. @returns its address */
export async function emptyDatabase(): Promise<string> {
  const serverUrl = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await query(serverUrl, `create database ${name}`)
  onTestFinished(() => query(serverUrl, `drop database ${name} with (force)`))
  return serverUrl.replace('/postgres?', `/${name}?`)
}

/** Runs SQL beside the service. */
export async function query(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query(sql)
  await client.end()
}
