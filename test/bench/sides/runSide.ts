import type { SideResult, SideTask } from '../sideTask.ts'

/** Calls `found` with every number as it comes. */
export type ListNumbers = (task: SideTask, found: (number: string) => void) => Promise<void>

/** Loads a way of listing, lists once and prints what that took. `load` is the only thing that may import it. */
export async function runSide(load: () => Promise<ListNumbers>): Promise<void> {
  // A pause for a rate limit does not keep a process alive; the editor does, and here this.
  setInterval(() => {}, 1_000)
  const task: SideTask = JSON.parse(process.argv[2] ?? '{"accounts":[]}')
  const begun = performance.now()
  const list = await load()
  const loadMs = performance.now() - begun
  const numbers = new Set<string>()
  let firstAt: number | undefined
  const cpu = process.threadCpuUsage()
  const start = performance.now()
  const failure = await failureOf(
    list(task, (number) => {
      firstAt ??= performance.now()
      numbers.add(number)
    }),
  )
  const end = performance.now()
  const { user, system } = process.threadCpuUsage(cpu)
  const result: SideResult = {
    loadMs,
    firstMs: (firstAt ?? end) - start,
    wallMs: end - start,
    cpuMs: (user + system) / 1000,
    numbers: numbers.size,
    peakMb: process.resourceUsage().maxRSS / 1024,
    ...(failure === undefined ? {} : { failure }),
  }
  // The packages keep connections open that would hold the process for a while.
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0))
}

async function failureOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
