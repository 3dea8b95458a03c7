import assert from 'node:assert/strict'
import { cancelRelease } from '../../../src/core/cancelRelease.ts'
import type { E164 } from '../../../src/core/phoneNumber.ts'
import type { ProviderError } from '../../../src/core/providerError.ts'
import { releaseNumber } from '../../../src/core/releaseNumber.ts'
import { rentNumber } from '../../../src/core/rentNumber.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { localUs, orderOf } from '../rules/openBench.ts'
import type { Desk } from './moneyDesk.ts'
import type { MoneyOperation } from './moneyTable.ts'

/** What every use case about money ends with. */
export interface DealOutcome {
  readonly kind: string
  readonly error?: ProviderError
}

/** Something a person agreed to, ready to be carried out once. */
export interface Deal {
  readonly operation: MoneyOperation
  readonly number: E164
  /** The emulator's name for the one request that may leave. */
  readonly route: string
  carryOut(): Promise<DealOutcome>
}

/** The deals that a provider declares, each prepared just before it is carried out. */
export function dealsOf({ subject }: Desk): readonly ((desk: Desk) => Promise<Deal>)[] {
  const cancellable = subject.definition.features.release.kind === 'coolingOff'
  return [prepareRent, prepareRelease, ...(cancellable ? [prepareCancelRelease] : [])]
}

async function prepareRent({ driver, tools, account, subject }: Desk): Promise<Deal> {
  const { offers } = await driver.searchOffers(localUs(subject.definition), noCancel())
  const direct = offers.filter(({ rentable }) => rentable.kind === 'direct')
  const offer = direct.find(({ requirements }) => requirements.length === 0) ?? direct[0]
  assert.ok(offer, 'nothing can be rented')
  const agreed = { account, offer, order: orderOf(offer) }
  return {
    operation: 'rent',
    number: offer.number,
    route: subject.witness.routes.rent,
    carryOut: async () => asOutcome(await rentNumber(tools, agreed, noCancel()), 'rented'),
  }
}

async function prepareRelease(desk: Desk): Promise<Deal> {
  const owned = await releasable(desk)
  return {
    operation: 'release',
    number: owned.number,
    route: desk.subject.witness.routes.release,
    carryOut: async () => await releaseNumber(desk.tools, { account: desk.account, owned }, noCancel()),
  }
}

async function prepareCancelRelease(desk: Desk): Promise<Deal> {
  const { tools, account, driver, subject } = desk
  const owned = await releasable(desk)
  const released = await releaseNumber({ ...tools, driver }, { account, owned }, noCancel())
  assert.ok(released.kind === 'done' && released.receipt.kind === 'released', JSON.stringify(released))
  const route = subject.witness.routes.cancelRelease
  assert.ok(route !== undefined)
  return {
    operation: 'cancelRelease',
    number: owned.number,
    route,
    carryOut: async () => await cancelRelease(tools, account, owned.number, noCancel()),
  }
}

async function releasable({ inventory, account, driver }: Desk) {
  for (const owned of inventory.account(account.id)?.numbers ?? []) {
    if (owned.state.kind !== 'active') continue
    if ((await driver.previewRelease(owned, noCancel())).possible) return owned
  }
  return assert.fail('no number of the account can be released')
}

function asOutcome(outcome: DealOutcome, done: string): DealOutcome {
  return outcome.kind === done ? { kind: 'done' } : outcome
}
