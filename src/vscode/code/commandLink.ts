import type { CommandId } from '../ids.ts'

/** An address that runs one of our commands. Arguments are our own keys, never a provider's text. */
export function commandLink(id: CommandId, ...args: readonly unknown[]): string {
  return args.length === 0 ? `command:${id}` : `command:${id}?${encodeURIComponent(JSON.stringify(args))}`
}
