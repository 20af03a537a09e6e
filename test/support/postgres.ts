import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'

/** Databases that no test of this file has at the moment: to make one copies 300 files, to empty one none. */
const free: string[] = []

/** An empty PostgreSQL database, this test's own until it is over. @returns its address */
export async function emptyDatabase(): Promise<string> {
  const url = free.pop() ?? (await newDatabase())
  onTestFinished(async () => {
    await query(url, EMPTY)
    free.push(url)
  })
  return url
}

const OTHERS = 'datname = current_database() and pid <> pg_backend_pid()'
const EMPTY = `
  select pg_terminate_backend(pid, 10000) from pg_stat_activity where ${OTHERS};
  drop schema public cascade;
  create schema public`

async function newDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await query(serverUrl(), `create database ${name}`)
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
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Holds what the SQL locks, until the returned function is called. */
export async function heldBack(connectionString: string, sql: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query(`begin; ${sql}`)
  return () => client.end()
}
