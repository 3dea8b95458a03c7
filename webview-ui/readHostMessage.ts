import type { HostMessage } from '../src/contract/settingsFormMessages.ts'
import { protocol } from './formState.ts'

const known: Record<HostMessage['type'], true> = {
  view: true,
  draft: true,
  outcome: true,
  progress: true,
  choices: true,
  review: true,
  refused: true,
}

/** A message of the host. The host is trusted and checks what it sends; this keeps out what other frames or versions say. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { v, type } = data as { readonly v?: unknown; readonly type?: unknown }
  return v === protocol && typeof type === 'string' && Object.hasOwn(known, type) ? (data as HostMessage) : undefined
}
