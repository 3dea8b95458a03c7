import type { Deed } from '../journal.ts'
import type { E164 } from '../phoneNumber.ts'
import type { Sighting } from '../sighting.ts'

/** The moment in which a number came to an account or went from it. Instants are ISO 8601. */
export interface NumberTurn {
  readonly kind: 'came' | 'released' | 'vanished'
  readonly at: string
  readonly provider: string
  /** The account's label at that time. */
  readonly account: string
  readonly accountId: string
  readonly sandbox: boolean
  readonly until?: string | undefined
  readonly cancellableUntil?: string | undefined
}

/** The last that is known of whose each number is: from what was done, and from what lists showed. */
export function lastTurns(deeds: readonly Deed[], sightings: readonly Sighting[]): Map<E164, NumberTurn> {
  const turns = [...deeds.flatMap(fromDeed), ...sightings.flatMap(fromSighting)]
  turns.sort(([, a], [, b]) => Date.parse(a.at) - Date.parse(b.at))
  return new Map(turns)
}

type Entry = readonly [number: E164, turn: NumberTurn]

/** A rent, a release or its taking back that was done; anything else leaves a number where it was. */
function fromDeed({ intent, ending }: Deed): Entry[] {
  if (ending?.outcome !== 'done' || intent.verb === 'changeSettings') return []
  const { provider, account, accountId, sandbox } = intent
  const { at, until, cancellableUntil } = ending
  const kind = intent.verb === 'release' ? 'released' : 'came'
  return [[intent.number, { kind, at, provider, account, accountId, sandbox, until, cancellableUntil }]]
}

function fromSighting({ at, provider, account, accountId, sandbox, appeared, vanished }: Sighting): Entry[] {
  const turn = { at, provider, account, accountId, sandbox }
  return [
    ...appeared.map((number): Entry => [number, { kind: 'came', ...turn }]),
    ...vanished.map((number): Entry => [number, { kind: 'vanished', ...turn }]),
  ]
}
