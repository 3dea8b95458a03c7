import type { E164 } from '../../core/phoneNumber.ts'
import { groupsDownTo, groupsHolding, type PrefixGroup } from './prefixGroups.ts'
import type { BucketKind, TreeElement } from './treeElements.ts'
import type { ShapeOptions, TreeShape } from './treeShape.ts'

/** The row above a row; undefined when it is an outermost one, or its place is gone. */
export function rowAbove(
  element: TreeElement,
  options: ShapeOptions,
  acrossAccounts: boolean,
  topOf: TreeShape['topOf'],
): TreeElement | undefined {
  const { inventory, pool } = options
  switch (element.kind) {
    case 'provider':
    case 'group':
    case 'pins':
    case 'nothingPasses':
      return undefined
    case 'account': {
      const entry = inventory.account(element.accountId)
      return entry && pool.provider(entry.account.provider)
    }
    case 'country':
      return acrossAccounts ? pool.group('country', element.country ?? '') : topOf(element.accountId)
    case 'bucket':
      return pool.group(element.by, element.key)
    case 'deed':
    case 'notice':
      return topOf(element.accountId)
    case 'prefix': {
      const { accountId, by, key } = element
      return groupRow(
        options,
        { accountId, by, key },
        groupsDownTo(groupsIn(options, accountId, key), element.prefix).at(-2),
      )
    }
    case 'number':
      return element.pinned ? pool.pins() : aboveNumber(options, element.accountId, element.number)
    default:
      return element satisfies never
  }
}

function aboveNumber(options: ShapeOptions, accountId: string, number: E164): TreeElement {
  const { inventory, arrangement } = options
  const key = arrangement.keyOf(number, inventory.find(accountId, number))
  const place = { accountId, by: arrangement.by(), key }
  return groupRow(options, place, groupsHolding(groupsIn(options, accountId, key), number).at(-1))
}

function groupsIn({ inventory, arrangement }: ShapeOptions, accountId: string, key: string) {
  const entry = inventory.account(accountId)
  return entry && arrangement.bucketOf(entry, key)?.groups()
}

function groupRow(
  { pool }: ShapeOptions,
  { accountId, by, key }: { readonly accountId: string; readonly by: BucketKind; readonly key: string },
  group: PrefixGroup | undefined,
): TreeElement {
  return group === undefined ? pool.bucket(accountId, by, key) : pool.prefix(accountId, by, key, group.prefix)
}
