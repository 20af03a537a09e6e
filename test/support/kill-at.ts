// Loaded into a service before its own code: kills the process at the call of `node:fs` that KILL_AT names, as
// `function of-which-file when`; `half-way` leaves a file half written.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [name, file = '', when] = (process.env['KILL_AT'] ?? '').split(' ')
const die = () => process.kill(process.pid, 'SIGKILL')

const { writeFileSync, renameSync } = fs
fs.writeFileSync = (path, text, options) => {
  const isIt = name === 'writeFileSync' && String(path).endsWith(file)
  if (isIt && when === 'before') die()
  if (isIt && when === 'half-way') writeFileSync(path, 'half a key', options)
  if (isIt && when === 'half-way') die()
  writeFileSync(path, text, options)
  if (isIt) die()
}
fs.renameSync = (from, to) => {
  const isIt = name === 'renameSync' && String(to).endsWith(file)
  if (isIt && when === 'before') die()
  renameSync(from, to)
  if (isIt) die()
}
syncBuiltinESMExports()
