import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PreviewedRelease } from '../../../src/core/previewReleases.ts'
import { recurringPrice } from '../../../src/core/price.ts'
import type { ReleasePreview } from '../../../src/core/providerDriver.ts'
import { releaseSeveralQuestion, sortReleases } from '../../../src/core/releaseSeveralQuestion.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const production = buildAccount({ provider: 'Gonephone' })
const euros = recurringPrice('2.5', 'EUR')
const staging = buildAccount({ id: 'staging', provider: 'Leavephone', label: 'Staging' })

describe('the question before several numbers are given up', () => {
  it('groups the numbers by provider and says once what each provider does', () => {
    const { detail } = ask([
      previewed('+13125550100'),
      previewed('+13125550101'),
      previewed('+441632960100', { consequences: ['Paid until the end.'] }, staging),
    ])
    assert.equal(detail.split('Gone at once.').length, 2)
    const order = [
      'Gonephone · Production:',
      '+13125550100',
      '+13125550101',
      'Gone at once.',
      'Leavephone · Staging:',
      '+441632960100',
      'Paid until',
    ]
    const places = order.map((part) => detail.indexOf(part))
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    )
    assert.ok(!places.includes(-1))
  })

  it('names the numbers where a consequence is not the same for all of a provider', () => {
    const { detail } = ask([
      previewed('+13125550100', { consequences: ['Yours until 3 December.'] }),
      previewed('+13125550101', { consequences: ['Yours until 9 December.'] }),
    ])
    assert.match(detail, /^\+13125550100: Yours until 3 December\.$/m)
    assert.match(detail, /^\+13125550101: Yours until 9 December\.$/m)
  })

  it('says the fee of every number, and totals fees without hiding unknown ones', () => {
    const { detail } = ask([
      previewed('+13125550100', { fee: { kind: 'fee', money: { amount: '25', currency: 'USD' } } }),
      previewed('+13125550101', { fee: { kind: 'fee', money: { amount: '0.5', currency: 'USD' } } }),
      previewed('+13125550102', { fee: { kind: 'unknown', reason: 'not said' } }),
      previewed('+13125550103'),
    ])
    assert.match(detail, /\+13125550100.*fee: USD 25\.00/)
    assert.match(detail, /\+13125550102.*fee: unknown \(not said\)/)
    assert.match(detail, /\+13125550103.*fee: none/)
    assert.match(detail, /^Fees together: USD 25\.50 once, 1 with unknown fee$/m)
  })

  it('says what every number costs until now, and what all together end to cost', () => {
    const euro = { ...itemOf('+441632960100', staging), owned: buildOwnedNumber('+441632960100', { price: euros }) }
    const { detail } = ask([
      previewed('+13125550100'),
      previewed('+13125550101'),
      { ...previewed('+441632960100', {}, staging), item: euro },
    ])
    assert.match(detail, /^\+13125550100 · USD 1\.00\/mo · fee: none$/m)
    assert.match(detail, /^Ends: USD 2\.00 per month, EUR 2\.50 per month$/m)
  })

  it('repeats the provider’s warnings as its own words', () => {
    const { detail } = ask([previewed('+13125550100', { warnings: ['In use by a trunk'] }), previewed('+13125550101')])
    assert.match(detail, /^Gonephone warns: \+13125550100: In use by a trunk$/m)
  })

  it('lists what cannot be released and leaves it out', () => {
    const impossible = previewed('+13125550108', { possible: false, consequences: ['Released already.'] })
    const failed: PreviewedRelease = {
      ...{ kind: 'failed', item: itemOf('+13125550109', production) },
      error: buildError('timeout', { operation: 'previewRelease' }),
    }
    const { title, detail, action } = ask([previewed('+13125550100'), impossible, failed])
    assert.equal(title, 'Release 1 number at Gonephone?')
    assert.equal(action, 'Release 1 number')
    const [, left] = detail.split('Not released:')
    assert.match(left ?? '', /\+13125550108: Released already\./)
    assert.match(left ?? '', /\+13125550109: .*no answer in time/)
  })
})

function itemOf(number: string, account = production) {
  return { account, driver: stubDriver({}), owned: buildOwnedNumber(number) }
}

function previewed(number: string, differences: Partial<ReleasePreview> = {}, account = production): PreviewedRelease {
  const preview: ReleasePreview = {
    ...{ possible: true, consequences: ['Gone at once.'], warnings: [], fee: { kind: 'none' } },
    ...differences,
  }
  return { kind: 'previewed', item: itemOf(number, account), preview }
}

function ask(list: readonly PreviewedRelease[]) {
  const providerOf = ({ provider }: { readonly provider: string }) => provider
  return releaseSeveralQuestion({ ...sortReleases(list, providerOf), providerOf, format: (number) => number })
}
