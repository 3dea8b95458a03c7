import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CardGroup, formView, type NumberCard } from '../../../../src/contract/numberCard.ts'
import type { Account } from '../../../../src/core/account.ts'
import type { NumberState, OwnedNumber } from '../../../../src/core/ownedNumber.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../../src/core/price.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { numberCard } from '../../../../src/vscode/settingsForm/numberCard.ts'
import { e164, sampleAccount, sampleNumber, sampleProvider } from '../../../support/settingsForm/sampleNumbers.ts'

const numbering = createPhoneNumbering()
const card = (owned: Partial<OwnedNumber> = {}, account: Partial<Account> = {}) =>
  numberCard(sampleNumber(owned), sampleAccount(account), sampleProvider, numbering, (iso) => `day ${iso}`)

function shownValue(shown: NumberCard, label: string): string | undefined {
  return shown.groups.flatMap((group) => group.rows).find((row) => row.label === label)?.value
}

const everyGroup: CardGroup[] = [
  {
    id: 'number',
    heading: 'Number',
    rows: [
      { label: 'Name', value: 'support-ivr', kind: 'text' },
      { label: 'E.164', value: '+13125550142', kind: 'code' },
      { label: 'Country', value: 'United States', kind: 'text' },
      { label: 'Type', value: 'Toll-free', kind: 'text' },
      { label: 'Capabilities', value: 'SMS, MMS, voice', kind: 'text' },
      { label: 'Routes to', value: 'app support-ivr', kind: 'text' },
    ],
  },
  {
    id: 'billing',
    heading: 'Billing',
    rows: [
      { label: 'Price', value: 'USD 0.80 per month', kind: 'text' },
      { label: 'Renews', value: 'day 2026-12-01', kind: 'text' },
      { label: 'Rented', value: 'day 2025-03-14T09:30:00Z', kind: 'text' },
    ],
  },
  {
    id: 'facts',
    heading: 'Details from Telefonia',
    rows: [
      { label: 'Region', value: 'Chicago, ILLINOIS', kind: 'text' },
      { label: 'Compliance application', value: '5b1f3a52-7a9e-4a7b-8f77-6b8f1f0c2d11', kind: 'text' },
    ],
  },
]

describe('the card of an owned number', () => {
  it('shows the number, where it lives, and every group that has something to say', () => {
    assert.deepEqual(card(), {
      title: '+1 312 555 0142',
      providerLabel: 'Telefonia',
      accountLabel: 'Production',
      sandbox: false,
      state: { label: 'Active', tone: 'good' },
      notices: [],
      groups: everyGroup,
      actions: [
        { id: 'copy', label: 'Copy number' },
        { id: 'refresh', label: 'Refresh', doing: 'Refreshing…' },
        { id: 'openConsole', label: 'Open Telefonia console' },
      ],
    })
  })

  it('leaves out what is not known, groups without rows included, but never hides that a price is unknown', () => {
    const { accountId, number } = sampleNumber()
    const bare: OwnedNumber = {
      accountId,
      number,
      capabilities: [],
      state: { kind: 'active' },
      price: unknownPrice,
      facts: [{ label: 'Tags', value: '  ' }],
    }
    const shown = numberCard(
      bare,
      sampleAccount(),
      sampleProvider,
      { ...numbering, countryOf: () => undefined },
      (iso) => iso,
    )
    assert.deepEqual(
      shown.groups.map((group) => [group.id, group.rows.map((row) => `${row.label}: ${row.value}`)]),
      [
        ['number', ['E.164: +13125550142']],
        ['billing', ['Price: Price unknown']],
      ],
    )
  })

  it('takes the country from the numbering plan when the provider does not tell it', () => {
    const { country: _, ...rest } = sampleNumber({ number: e164('+442079460958') })
    const shown = numberCard(rest, sampleAccount(), sampleProvider, numbering, (iso) => iso)
    assert.equal(shownValue(shown, 'Country'), 'United Kingdom')
  })

  it('writes prices with currency and period', () => {
    assert.equal(shownValue(card({ price: recurringPrice('3', 'EUR', 3) }), 'Price'), 'EUR 3.00 every 3 months')
    assert.equal(shownValue(card({ price: oncePrice('1.5', 'USD') }), 'Price'), 'USD 1.50 once')
  })

  it('keeps words with capitals of their own', () => {
    assert.equal(shownValue(card({ capabilities: ['imessage'] }), 'Capabilities'), 'iMessage')
    assert.equal(shownValue(card({ capabilities: ['fax', 'voice'] }), 'Capabilities'), 'Voice, fax')
    assert.equal(shownValue(card({ type: 'PREMIUM_RATE' }), 'Type'), 'PREMIUM_RATE')
  })
})

describe('the card of a number in another state', () => {
  const states: [NumberState, string, string | undefined][] = [
    [{ kind: 'pending' }, 'Being set up', 'Telefonia is still setting this number up. It may not work yet.'],
    [{ kind: 'suspended' }, 'Suspended', 'Telefonia has suspended this number. Its console may say why.'],
    [
      { kind: 'releasing', until: '2026-12-01' },
      'Releasing',
      'This number has been released. It is yours until day 2026-12-01.',
    ],
    [{ kind: 'releasing' }, 'Releasing', 'This number has been released and will leave the account.'],
    [
      { kind: 'released', cancellableUntil: '2026-12-01' },
      'Released',
      'This number has been released. The release can be taken back until day 2026-12-01.',
    ],
    [{ kind: 'released' }, 'Released', 'This number has been released.'],
    [{ kind: 'other', word: 'PARKED' }, 'PARKED', 'Telefonia calls the state of this number “PARKED”.'],
  ]
  for (const [state, label, sentence] of states)
    it(`says what ${JSON.stringify(state)} means`, () => {
      const shown = card({ state })
      assert.equal(shown.state?.label, label)
      assert.deepEqual(
        shown.notices.map((notice) => notice.text),
        [sentence],
      )
    })

  it('speaks of no renewal once the number was given up', () => {
    assert.equal(shownValue(card({ state: { kind: 'releasing' } }), 'Renews'), undefined)
    assert.equal(shownValue(card({ state: { kind: 'released' } }), 'Renews'), undefined)
  })

  it('names the servers when a setting sends the account elsewhere', () => {
    const endpoints = { api: 'https://gateway.example:8443', auth: 'https://auth.telefonia.example' }
    assert.deepEqual(card({}, { endpoints, endpointsOverridden: true }).notices, [
      { severity: 'info', text: 'Requests of this account go to gateway.example:8443, as your settings say.' },
    ])
    const both = { api: 'https://a.example', auth: 'https://b.example' }
    assert.match(
      card({}, { endpoints: both, endpointsOverridden: true }).notices[0]?.text ?? '',
      /a\.example and b\.example/,
    )
  })

  it('marks a sandbox number instead of naming its server', () => {
    const shown = card({}, { sandbox: true, endpoints: { api: 'http://127.0.0.1:4001' }, endpointsOverridden: true })
    assert.equal(shown.sandbox, true)
    assert.deepEqual(shown.notices, [])
  })

  it('shows text of the provider as text, without direction marks, control characters and excess', () => {
    const shown = card({
      name: '<b>x</b>\u202Egnp.exe\u0007',
      routing: '👩‍💻'.repeat(3000),
      facts: [{ label: 'Note\u2066', value: 'line one\nline two' }],
    })
    assert.equal(shownValue(shown, 'Name'), '<b>x</b>gnp.exe')
    assert.equal([...(shownValue(shown, 'Routes to') ?? '')].length, 2000)
    assert.ok(shownValue(shown, 'Routes to')?.endsWith('…'))
    assert.equal(shownValue(shown, 'Note'), 'line one\nline two')
  })

  it('fits the message that carries it', () => {
    const view = { kind: 'number', card: card(), settings: { kind: 'reading', text: '' } }
    assert.deepEqual(formView.parse(view), view)
  })
})
