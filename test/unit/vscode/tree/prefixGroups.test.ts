import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { E164 } from '../../../../src/core/phoneNumber.ts'
import {
  groupsDownTo,
  groupsHolding,
  type PrefixGroup,
  splitByPrefix,
} from '../../../../src/vscode/tree/prefixGroups.ts'
import { e164 } from '../../../support/builders.ts'

const numbersOf = (area: string, count: number) =>
  Array.from({ length: count }, (_, n) => e164(`+1${area}${String(5_550_000 + n)}`))

describe('a group that is too large', () => {
  it('is split by area code where the calling code is 1', () => {
    const groups = splitByPrefix([...numbersOf('312', 30), ...numbersOf('415', 40)], '1', 50)
    assert.deepEqual(
      groups?.map(({ prefix, numbers }) => [prefix, numbers.length]),
      [
        ['1312', 30],
        ['1415', 40],
      ],
    )
  })

  it('is left as it is when it is not larger than the setting, or when the setting is 0', () => {
    assert.equal(splitByPrefix(numbersOf('312', 50), '1', 50), undefined)
    assert.equal(splitByPrefix(numbersOf('312', 5_000), '1', 0), undefined)
  })

  it('is split by as few digits as make enough groups, and what is still too large once more', () => {
    const crowded = Array.from({ length: 900 }, (_, n) => e164(`+4420${String(70_000_000 + n)}`))
    const others = Array.from({ length: 100 }, (_, n) => e164(`+4411${String(70_000_000 + n)}`))
    const groups = splitByPrefix([...crowded, ...others], '44', 500)
    const [few, many] = groups ?? []
    assert.deepEqual([groups?.length, few?.prefix, few?.groups, many?.prefix], [2, '441', undefined, '442'])
    assert.ok(leaves(groups).every(({ numbers }) => numbers.length <= 500))
  })

  it('holds every number in exactly one group of allowed size that it starts with, whatever the numbers are', () => {
    const numbers = fc
      .uniqueArray(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 300 })
      .map((all) => all.map((digits) => e164(`+49${digits}`)))
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 40 }), (all, most) => {
        const groups = splitByPrefix(all, '49', most)
        if (all.length <= most) return assert.equal(groups, undefined)
        const small = leaves(groups)
        assert.deepEqual(small.flatMap((group) => group.numbers).sort(), [...all].sort())
        for (const group of small) {
          assert.ok(group.numbers.length <= most)
          for (const number of group.numbers) assert.ok(number.startsWith(`+${group.prefix}`))
        }
        return undefined
      }),
    )
  })

  it('knows the way down to a number and to a group', () => {
    const all = [...numbersOf('312', 200), ...numbersOf('415', 20)]
    const groups = splitByPrefix(all, '1', 50)
    for (const number of all) {
      const way = groupsHolding(groups, number)
      assert.ok(way.at(-1)?.numbers.includes(number as E164))
      assert.deepEqual(groupsDownTo(groups, way.at(-1)?.prefix ?? ''), way)
    }
    assert.deepEqual(groupsDownTo(groups, '1999'), [])
  })
})

function leaves(groups: readonly PrefixGroup[] | undefined): PrefixGroup[] {
  return (groups ?? []).flatMap((group) => (group.groups === undefined ? [group] : leaves(group.groups)))
}
