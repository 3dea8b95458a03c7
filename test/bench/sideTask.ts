/** The programs in `sides`, each one way to list numbers. */
export type SideName = 'ours' | 'plivoSdk' | 'sinchSdk' | 'contiguitySdk' | 'plainFetch' | 'nothing'

/** What a side is told on its command line, as JSON. */
export interface SideTask {
  readonly accounts: readonly SideAccount[]
  /** Rows to ask for on a page, where a side can choose. */
  readonly pageSize?: number
}

export interface SideAccount {
  readonly provider: string
  readonly endpoint: string
  readonly authEndpoint?: string
  readonly credentials: Readonly<Record<string, string>>
}

/** What a side prints at its end, as JSON on its last line. Times are milliseconds. */
export interface SideResult {
  /** Reading and running the code, before anything is asked for. */
  readonly loadMs: number
  /** From the call until the first number can be shown. */
  readonly firstMs: number
  /** From the call until the last number. */
  readonly wallMs: number
  /** Processor time that the list took, on all threads. Says more than `wallMs` on a busy machine. */
  readonly cpuMs: number
  /** Different numbers of all accounts. */
  readonly numbers: number
  /** The most memory that the process ever held, in MB. */
  readonly peakMb: number
  /** What ended the list too early. */
  readonly failure?: string
}
