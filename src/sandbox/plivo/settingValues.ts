import type { PlivoCall } from './plivoCall.ts'
import type { PlivoNumber } from './plivoNumber.ts'
import { fittingRecords, type OwnedNumber } from './plivoWorld.ts'
import { invalid } from './refusal.ts'

/** `enabled` or `disabled`, for numbers of the United States. @throws Refusal 400 */
export function readCnamLookup(value: unknown, number: PlivoNumber): 'enabled' | 'disabled' {
  if (number.country !== 'US') throw invalid('cnam_lookup is available for US numbers only')
  if (value === 'enabled' || value === 'disabled') return value
  throw invalid('cnam_lookup should be enabled or disabled')
}

/** The id of an enabled or disabled subaccount of the main account. @throws Refusal 400 */
export function readSubaccount(call: PlivoCall, value: unknown): string {
  if (call.caller.subaccountId !== undefined) throw invalid('A subaccount cannot move numbers')
  const found = call.world.subaccounts.find(({ authId }) => authId === value)
  if (found === undefined) throw invalid('subaccount is not valid')
  return found.authId
}

/** The id of an accepted record for the number's country and type. @throws Refusal 400 */
export function readCompliance(call: PlivoCall, value: unknown, number: PlivoNumber): string {
  const found = fittingRecords(call.world, number).find(({ id }) => id === value)
  if (found === undefined) throw invalid('compliance_application_id is not an accepted application for this number')
  return found.id
}

/** Plain text. @throws Refusal 400 */
export function readAlias(value: unknown): NonNullable<OwnedNumber['alias']> {
  if (typeof value !== 'string') throw invalid('alias should be a string')
  return value
}
