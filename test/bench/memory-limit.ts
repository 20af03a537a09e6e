import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const MB = 1024 * 1024

/**
 * Has whatever processes `start` starts share so much memory, the pages of their files that the system keeps included.
 *
 * @param limitMB undefined for all that there is
 * @returns what was started, and what takes the limit away once they have ended
 * @throws Error where this system lets nobody set one: it takes root and a control group of memory that can be divided
 */
export async function withinMemory<Started>(limitMB: number | undefined, start: () => Promise<Started>) {
  if (limitMB === undefined) return { started: await start(), remove: async () => {} }
  const { own, setting } = memoryGroup()
  const group = join(own, `bench-${process.pid}`)
  mkdirSync(group)
  writeFileSync(join(group, setting), String(limitMB * MB))
  const enter = (folder: string) => writeFileSync(join(folder, 'cgroup.procs'), String(process.pid))
  enter(group)
  try {
    return { started: await start(), remove: () => removed(group) }
  } finally {
    enter(own)
  }
}

/** The control group that this process is in, of either version. Source: cgroups(7). */
function memoryGroup() {
  const groups = readFileSync('/proc/self/cgroup', 'utf8')
  const [, first] = /^\d+:(?:.*,)?memory(?:,.*)?:(.*)$/m.exec(groups) ?? []
  if (first !== undefined) {
    return { own: join('/sys/fs/cgroup/memory', first), setting: 'memory.limit_in_bytes' }
  }
  const [, second = '/'] = /^0::(.*)$/m.exec(groups) ?? []
  return { own: join('/sys/fs/cgroup', second), setting: 'memory.max' }
}

/** A group can be removed some time after its last process has ended. */
async function removed(group: string) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      rmdirSync(group)
      return
    } catch (error) {
      if (attempt === 50) throw error
      await delay(100)
    }
  }
}
