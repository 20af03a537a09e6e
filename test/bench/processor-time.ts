import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Clock ticks in a second, of which Linux tells every program the same. */
const TICKS = 100

/** Processor time that a process and those that it started have taken so far, those that ended included. Source: proc_pid_stat(5). */
export function processorSecondsOf(pid: number): number {
  const [own = 0, ended = 0] = ticksOf(pid)
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n')
  const children = listed.map((line) => line.trim().split(/\s+/).map(Number))
  const live = children.filter(([, parent]) => parent === pid).map(([child = 0]) => child)
  return live.reduce((sum, child) => sum + (ticksOf(child)[0] ?? 0), own + ended) / TICKS
}

/** Its own, and of those that it started and that ended. */
function ticksOf(pid: number): number[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    return [user + system, endedUser + endedSystem]
  } catch {
    return []
  }
}
