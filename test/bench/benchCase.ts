import type { BenchSandbox, SandboxWish } from './benchSandbox.ts'
import type { SideName, SideResult, SideTask } from './sideTask.ts'

/** One thing that is measured. A new one is a file in `cases` and a line in `cases.ts`. */
export interface BenchCase {
  /** A word or two; `npm run bench -- <part of it>` runs this case alone. */
  readonly name: string
  run(tools: BenchTools): Promise<Section>
}

export interface BenchTools {
  /** A sandbox in its own process; the same wish gets the same one. It ends with the run. */
  sandbox(wish: SandboxWish): Promise<BenchSandbox>
  /** Runs one side in a process of its own. */
  side(name: SideName, task: SideTask): Promise<SideResult>
}

/** What came out: a table for people, the same figures for programs. */
export interface Section {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes?: readonly string[]
  readonly targets: readonly Target[]
  /** Goes into the JSON file as it is. */
  readonly figures: unknown
}

/** Something promised: `measured` is at most `atMost`, or at least `atLeast`. */
export type Target = { readonly what: string; readonly measured: number } & (
  | { readonly atMost: number }
  | { readonly atLeast: number }
)

export function isMet(target: Target): boolean {
  return 'atMost' in target ? target.measured <= target.atMost : target.measured >= target.atLeast
}
