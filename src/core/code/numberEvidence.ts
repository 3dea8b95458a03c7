import type { AccountInventory } from '../accountBook.ts'
import type { Deed } from '../journal.ts'
import type { NumberState, OwnedNumber } from '../ownedNumber.ts'
import type { E164 } from '../phoneNumber.ts'
import type { Sighting } from '../sighting.ts'
import { lastTurns, type NumberTurn } from './numberTurns.ts'

/** Who had a number, in the words of that time. */
export interface FormerOwner {
  readonly provider: string
  readonly account: string
}

/** What we know that speaks against using a number. Instants are ISO 8601. Without such evidence nothing is said of a number. */
export type NumberEvidence =
  /** It was given up and is nobody's of ours. */
  | { readonly kind: 'released'; readonly from: FormerOwner; readonly at?: string; readonly cancellableUntil?: string }
  /** It was given up and works until then. */
  | { readonly kind: 'releasing'; readonly from: FormerOwner; readonly until?: string }
  /** A complete list did not have it any more, and nobody released it from here. */
  | { readonly kind: 'gone'; readonly from: FormerOwner; readonly at: string }
  /** Another account has it now. */
  | { readonly kind: 'moved'; readonly from: FormerOwner; readonly to: FormerOwner }

export interface EvidenceSources {
  readonly deeds: readonly Deed[]
  readonly sightings: readonly Sighting[]
  readonly accounts: readonly AccountInventory[]
}

/**
 * What history and inventory say against numbers. A later rent takes an earlier release back. What happened in a sandbox that ran earlier, or runs
 * in another window, counts for nothing: its numbers were never real. `now`: epoch milliseconds.
 */
export function numberEvidence(
  { deeds, sightings, accounts }: EvidenceSources,
  now: number,
): Map<E164, NumberEvidence> {
  const evidence = new Map<E164, NumberEvidence>()
  const owners = ownersOf(accounts)
  const known = new Set(accounts.map(({ account }) => account.id))
  const counts = ({ sandbox, accountId }: { readonly sandbox: boolean; readonly accountId: string }) =>
    !sandbox || known.has(accountId)
  const turns = lastTurns(
    deeds.filter(({ intent }) => counts(intent)),
    sightings.filter(counts),
  )
  for (const [number, turn] of turns) {
    const found = fromTurn(turn, owners.get(number), accounts, now)
    if (found !== undefined) evidence.set(number, found)
  }
  for (const [number, { owned, entry }] of owners) {
    const found = fromState(owned.state, ownerOf(entry), now)
    if (found !== undefined) evidence.set(number, found)
  }
  return evidence
}

interface Owner {
  readonly owned: OwnedNumber
  readonly entry: AccountInventory
}

/** Who has each number; one account that really has it counts more than one that is giving it up. */
function ownersOf(accounts: readonly AccountInventory[]): Map<E164, Owner> {
  const owners = new Map<E164, Owner>()
  for (const entry of accounts) {
    for (const owned of entry.numbers) {
      const other = owners.get(owned.number)
      if (other === undefined || isLeaving(other.owned.state)) owners.set(owned.number, { owned, entry })
    }
  }
  return owners
}

function isLeaving({ kind }: NumberState): boolean {
  return kind === 'releasing' || kind === 'released'
}

function fromTurn(
  turn: NumberTurn,
  owner: Owner | undefined,
  accounts: readonly AccountInventory[],
  now: number,
): NumberEvidence | undefined {
  const from = { provider: turn.provider, account: turn.account }
  if (owner !== undefined) {
    const stays = owner.entry.account.id === turn.accountId || !hasLost(turn, accounts)
    return stays ? undefined : { kind: 'moved', from, to: ownerOf(owner.entry) }
  }
  if (turn.kind === 'came') return undefined
  if (turn.kind === 'vanished') return { kind: 'gone', from, at: turn.at }
  const { at, until, cancellableUntil } = turn
  if (until !== undefined && isAhead(until, now)) return { kind: 'releasing', from, until }
  const back = isAhead(cancellableUntil, now) ? cancellableUntil : undefined
  return { kind: 'released', from, at, ...(back === undefined ? {} : { cancellableUntil: back }) }
}

/** An account that was removed here may well have the number still, and one whose list is not complete too. */
function hasLost({ kind, accountId }: NumberTurn, accounts: readonly AccountInventory[]): boolean {
  return (
    kind !== 'came' || accounts.some(({ account, status }) => account.id === accountId && status.kind === 'complete')
  )
}

function fromState(state: NumberState, from: FormerOwner, now: number): NumberEvidence | undefined {
  if (state.kind === 'released') {
    const { cancellableUntil } = state
    return { kind: 'released', from, ...(cancellableUntil === undefined ? {} : { cancellableUntil }) }
  }
  if (state.kind !== 'releasing') return undefined
  const { until } = state
  if (until === undefined) return { kind: 'releasing', from }
  return isAhead(until, now) ? { kind: 'releasing', from, until } : { kind: 'released', from, at: until }
}

function ownerOf({ account }: AccountInventory): FormerOwner {
  return { provider: account.provider, account: account.label }
}

function isAhead(iso: string | undefined, now: number): boolean {
  return iso !== undefined && Date.parse(iso) > now
}
