import type { EmulatorRequest } from '../emulator.ts'
import { Refusal } from './refusal.ts'
import type { TryvoxWorld } from './tryvoxWorld.ts'

/** Demands the account's key as Bearer. @throws Refusal 401 for another key, 403 for another account's id. */
export function checkAccess(world: TryvoxWorld, request: EmulatorRequest, accountId: string): void {
  const header = request.headers['authorization']
  const key = /^bearer +(\S+)$/i.exec(typeof header === 'string' ? header : '')?.[1]
  if (key !== world.apiKey) throw new Refusal(401, 'UNAUTHORIZED', 'The API key is missing or not valid')
  if (accountId !== world.accountId) {
    throw new Refusal(403, 'FORBIDDEN', 'The API key does not belong to this account')
  }
}
