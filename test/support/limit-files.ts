// Loaded into a service before its own code: no file of it may grow beyond so many bytes, which the system tells as a full disk.
import { execFileSync } from 'node:child_process'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${process.env['FILE_BYTES']}:`])
}
