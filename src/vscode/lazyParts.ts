import type { PhoneNumbering } from '../core/phoneNumbering.ts'

export type NetworkPart = typeof import('../providers/drivers.ts')
export type NetworkSettings = ReturnType<Parameters<NetworkPart['createTransport']>[0]>
export type CommandsPart = typeof import('./commands/allCommands.ts')
export type CodePart = typeof import('./code/numbersInCode.ts')
export type RowsPart = typeof import('./tree/treeRows.ts')
export type UpkeepPart = typeof import('./upkeep/upkeep.ts')
export type HelpPart = typeof import('./help/helpCommands.ts')
export type SandboxPart = typeof import('../sandbox/sandbox.ts')

/** The parts that are loaded when they are first needed, each its own bundle, each loaded once. */
export interface LazyParts {
  commands(): Promise<CommandsPart>
  code(): Promise<CodePart>
  /** What the view looks like. */
  rows(): Promise<RowsPart>
  /** What happens to lists besides being shown. */
  upkeep(): Promise<UpkeepPart>
  network(): Promise<NetworkPart>
  help(): Promise<HelpPart>
  sandbox(): Promise<SandboxPart>
  numbering(): Promise<PhoneNumbering>
}

export function createLazyParts(): LazyParts {
  return {
    commands: once(() => import('./commands/allCommands.ts')),
    code: once(() => import('./code/numbersInCode.ts')),
    rows: once(() => import('./tree/treeRows.ts')),
    upkeep: once(() => import('./upkeep/upkeep.ts')),
    network: once(() => leavingGlobalDispatcher(() => import('../providers/drivers.ts'))),
    help: once(() => import('./help/helpCommands.ts')),
    sandbox: once(() => import('../sandbox/sandbox.ts')),
    numbering: once(async () => (await import('../numbering/phoneFormat.ts')).createPhoneNumbering()),
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => {
    loaded ??= load()
    return loaded
  }
}

const dispatcherSlot = Symbol.for('undici.globalDispatcher.2')

/**
 * Importing undici fills the dispatchers of the whole process, which other extensions use, for good when nobody did before. It leaves them
 * alone when this one is taken, so it is taken for that moment.
 */
async function leavingGlobalDispatcher<T>(load: () => Promise<T>): Promise<T> {
  const read = (): unknown => Reflect.get(globalThis, dispatcherSlot)
  if (read() !== undefined) return await load()
  const placeholder = {}
  Object.defineProperty(globalThis, dispatcherSlot, { value: placeholder, writable: true, configurable: true })
  try {
    return await load()
  } finally {
    if (read() === placeholder) Reflect.deleteProperty(globalThis, dispatcherSlot)
  }
}
