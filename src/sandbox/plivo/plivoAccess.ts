import type { EmulatorRequest } from '../emulator.ts'
import type { PlivoWorld } from './plivoWorld.ts'
import { Refusal } from './refusal.ts'

/** Whose credentials came with a request. */
export interface Caller {
  readonly authId: string
  /** Set when they belong to a subaccount, which sees its own numbers only and cannot rent. */
  readonly subaccountId: string | undefined
}

/**
 * HTTP Basic with the id that is also in the path. Disabled subaccounts are refused.
 * @throws Refusal 401 for a wrong pair and for the path of another account.
 */
export function identify(world: PlivoWorld, request: EmulatorRequest, pathAuthId: string): Caller {
  const header = request.headers['authorization']
  const encoded = /^basic +(\S+)$/i.exec(typeof header === 'string' ? header : '')?.[1] ?? ''
  const [authId = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const authToken = rest.join(':')
  if (authId === pathAuthId && authToken !== '') {
    if (authId === world.authId && authToken === world.authToken) return { authId, subaccountId: undefined }
    const subaccount = world.subaccounts.find((one) => one.enabled && one.authId === authId)
    if (subaccount?.authToken === authToken) return { authId, subaccountId: authId }
  }
  throw new Refusal(401, 'Could not verify the auth id and auth token of this request')
}
