import type { Compilable } from 'kysely'
import type { SqlEngine } from './engine.ts'

/** Stands in a query for a value that is given each time; nothing that is stored is one. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A query that is built and compiled once, for what every call of the profile API asks: that takes longer than the
 * database does for its answer.
 *
 * @param names of the values that differ from time to time
 * @param build given a stand-in for each of them, of whatever type the query takes there
 * @returns what asks it for its first row, and takes those values
 */
export function askedOften<const Name extends string, Row extends object>(
  { prepared }: SqlEngine,
  names: readonly Name[],
  build: (standIns: Record<Name, never>) => Compilable<Row>,
): (values: Record<Name, string | null>) => Row | undefined | Promise<Row | undefined> {
  const standIns = names.map((name) => [name, new Placeholder(name)])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the builder passes values on as they are, whatever they are
  const query = build(Object.fromEntries(standIns) as Record<Name, never>).compile()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only who wrote the query knows what it gives
  const ask = prepared(query.sql) as (
    parameters: readonly unknown[],
  ) => Row | undefined | Promise<Row | undefined>
  return (values) => {
    const given: Readonly<Record<string, string | null>> = values
    return ask(query.parameters.map((value) => (value instanceof Placeholder ? given[value.name] : value)))
  }
}

/** The columns of a query as they are called in code. */
export const namesOf = (columns: readonly { name: string }[]): string[] =>
  columns.map(({ name }) => name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()))

/** A row that an engine has given as a list, which takes less than having it name each value. */
export function rowOf(names: readonly string[], values: readonly unknown[]): object {
  const row: Record<string, unknown> = {}
  for (let column = 0; column < names.length; column += 1) row[names[column] ?? ''] = values[column]
  return row
}
