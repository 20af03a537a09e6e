import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'

/** An empty PostgreSQL database of this test's own, gone when the test is. @returns its address */
export async function emptyDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await query(serverUrl(), `create database ${name}`)
  onTestFinished(() => query(serverUrl(), `drop database ${name} with (force)`))
  return serverUrl().replace('/postgres?', `/${name}?`)
}

/** Address of the server, and not of a test's own database. */
export const serverUrl = () => inject('postgresUrl')

/** Runs SQL beside the service. */
export async function query(connectionString: string, sql: string): Promise<void> {
  await select(connectionString, sql)
}

/** Asks beside the service. @returns the rows by column */
export async function select(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return rows
}

/** Holds what the SQL locks, until the returned function is called. */
export async function heldBack(connectionString: string, sql: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query(`begin; ${sql}`)
  return () => client.end()
}
