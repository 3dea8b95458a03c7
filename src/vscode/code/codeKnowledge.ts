import { type Disposable, type Event, EventEmitter } from 'vscode'
import type { Account } from '../../core/account.ts'
import { type FoundNumber, findNumbers } from '../../core/code/findNumbers.ts'
import { type NumberEvidence, numberEvidence } from '../../core/code/numberEvidence.ts'
import { numberLookup } from '../../core/code/numberLookup.ts'
import type { Inventory } from '../../core/inventory.ts'
import { oneLine } from '../../core/oneLine.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { Records } from '../../core/records.ts'
import { findProvider } from '../../providers/registry.ts'

/** A number that an account has now, and that account. */
export interface OwnedHere {
  readonly owned: OwnedNumber
  readonly account: Account
}

/** What is known of numbers at one moment. */
export interface KnownNumbers {
  readonly numbering: PhoneNumbering
  readonly owned: ReadonlyMap<E164, OwnedHere>
  readonly evidence: ReadonlyMap<E164, NumberEvidence>
  /** "Plivo · Production" in few words: the provider alone where it has one account only. */
  place(account: Account): string
  /** The places of known numbers in a text. */
  find(text: string, nationalForms: boolean): readonly FoundNumber[]
}

export interface CodeKnowledge extends Disposable {
  /** From inventory and history as they are; asks no provider. */
  known(): Promise<KnownNumbers>
  /** Told a moment after something changed, once for many changes. */
  readonly onDidChange: Event<void>
}

export interface CodeKnowledgeOptions {
  readonly inventory: Inventory
  readonly records: Records
  readonly numbering: () => Promise<PhoneNumbering>
  /** Fills the inventory with what is on disk of these accounts. Never rejects. */
  readonly recall: (accountIds: readonly string[]) => Promise<void>
  readonly now: () => Date
}

const settleMs = 200

export function createCodeKnowledge({
  inventory,
  records,
  numbering,
  recall,
  now,
}: CodeKnowledgeOptions): CodeKnowledge {
  const changed = new EventEmitter<void>()
  let current: Promise<KnownNumbers> | undefined
  let timer: NodeJS.Timeout | undefined
  let loaded: Promise<unknown> | undefined
  const recalled = new Set<string>()
  const forget = () => {
    current = undefined
    clearTimeout(timer)
    timer = setTimeout(() => changed.fire(), settleMs)
  }
  const build = async () => {
    loaded ??= records.load()
    await loaded
    const waiting = accountsToRecall(inventory, recalled)
    if (waiting.length > 0) await recall(waiting)
    return knownNumbers(inventory, records, await numbering(), now().getTime())
  }
  const stops = [inventory.onDidChange(forget), records.onDidChange(forget)]
  return {
    known() {
      if (current !== undefined) return current
      const building = build()
      current = building
      // What failed once is tried again.
      building.catch(() => {
        loaded = undefined
        if (current === building) current = undefined
      })
      return building
    },
    onDidChange: changed.event,
    dispose() {
      for (const stop of stops) stop()
      clearTimeout(timer)
      changed.dispose()
    },
  }
}

/** Those of which nothing is in memory yet, each once. */
function accountsToRecall(inventory: Inventory, recalled: Set<string>): readonly string[] {
  const empty = inventory.accounts().filter(({ status }) => status.kind === 'notLoaded')
  const waiting = empty.map(({ account }) => account.id).filter((id) => !recalled.has(id))
  for (const id of waiting) recalled.add(id)
  return waiting
}

function knownNumbers(inventory: Inventory, records: Records, numbering: PhoneNumbering, now: number): KnownNumbers {
  const accounts = inventory.accounts()
  const evidence = numberEvidence({ deeds: records.deeds(), sightings: records.sightings(), accounts }, now)
  const owned = new Map<E164, OwnedHere>()
  for (const entry of accounts) {
    for (const one of entry.numbers)
      if (!owned.has(one.number)) owned.set(one.number, { owned: one, account: entry.account })
  }
  const has = (number: E164) => owned.has(number) || evidence.has(number)
  const countries = [
    ...[...owned.values()].map((here) => here.owned.country),
    ...[...evidence.keys()].map(numbering.countryOf),
  ]
  const anyForm = numberLookup(has, countries, numbering)
  return {
    ...{ numbering, owned, evidence },
    place: ({ provider, label }) => {
      const name = findProvider(provider)?.label ?? provider
      const several = accounts.filter(({ account }) => account.provider === provider).length > 1
      return several ? `${name} · ${oneLine(label)}` : name
    },
    find: (text, nationalForms) => findNumbers(text, nationalForms ? anyForm : { ...anyForm, countries: [] }),
  }
}
