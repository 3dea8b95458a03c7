import { createContiguityEmulator } from './contiguity/contiguityEmulator.ts'
import type { CreateEmulator } from './emulator.ts'
import { createPlivoEmulator } from './plivo/plivoEmulator.ts'
import { createSinchEmulator } from './sinch/sinchEmulator.ts'
import { createTryvoxEmulator } from './tryvox/tryvoxEmulator.ts'

/** Every provider the sandbox pretends to be, in the order of their ports. A new provider is one line here. */
export const EMULATORS: Readonly<Record<string, CreateEmulator>> = {
  sinch: createSinchEmulator,
  plivo: createPlivoEmulator,
  tryvox: createTryvoxEmulator,
  contiguity: createContiguityEmulator,
}
