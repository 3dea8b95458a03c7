import { readdirSync, readFileSync } from 'node:fs'

interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

function readProcess(pid: number): ProcessEntry | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets, which may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { pid, parent: Number(fields[1]), command }
  } catch {
    // It ended while we looked.
    return undefined
  }
}

/** The ids of the extension hosts among the descendants of a server. Reads /proc, so Linux only. */
export function extensionHostsOf(serverPid: number): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((entry) => entry !== undefined)
  const family = new Set([serverPid])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const entry of all) if (family.has(entry.parent)) family.add(entry.pid)
  }
  return all.filter((entry) => family.has(entry.pid) && isExtensionHost(entry)).map((entry) => entry.pid)
}

function isExtensionHost(entry: ProcessEntry): boolean {
  return entry.command.includes('--type=extensionHost')
}

/** Kills the one extension host of a server without a chance to clean up. Throws when there is not exactly one. */
export async function killExtensionHost(serverPid: number): Promise<number> {
  const [pid, ...others] = extensionHostsOf(serverPid)
  if (pid === undefined || others.length > 0) {
    throw new Error(`Expected one extension host, found ${pid === undefined ? 0 : others.length + 1}`)
  }
  process.kill(pid, 'SIGKILL')
  return pid
}
