import type { DatabaseSync } from 'node:sqlite'

/**
 * Has all that is asked in one turn of the event loop read in one transaction, because to begin one and to end it takes as long as a
 * small query does. Nobody who asks in a turn can know of what was written since it began: who was told of it asks in a later one.
 */
export function readingTurns(database: DatabaseSync) {
  const begin = database.prepare('begin')
  const commit = database.prepare('commit')
  let hasBegun = false
  const end = () => {
    if (!hasBegun) return
    hasBegun = false
    // Closed meanwhile, or ended by SQLite itself because of a failure.
    if (!database.isOpen || !database.isTransaction) return
    try {
      commit.run()
    } catch {
      // Nothing was written that could be lost, and whoever asks next is told of what is wrong.
    }
  }
  return {
    begin() {
      if (hasBegun) return
      if (!database.isTransaction) begin.run()
      hasBegun = true
      setImmediate(end)
    },
    /** What is read from now on is as it has been written by now. */
    end,
  }
}
