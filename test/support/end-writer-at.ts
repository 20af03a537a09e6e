// Loaded into a service before its own code: the thread that writes ends by itself at the SQL that WRITER_ENDS_AT begins.
import { DatabaseSync } from 'node:sqlite'
import { isMainThread } from 'node:worker_threads'

const at = process.env['WRITER_ENDS_AT'] ?? ''
const statements = DatabaseSync.prototype

if (!isMainThread) {
  const prepare = new Proxy(Reflect.get(statements, 'prepare'), {
    apply(target, database, given: [sql: string]) {
      if (given[0].startsWith(at)) process.exit(7)
      return Reflect.apply(target, database, given)
    },
  })
  Reflect.set(statements, 'prepare', prepare)
}
