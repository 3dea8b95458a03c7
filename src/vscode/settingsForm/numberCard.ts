import type { CardAction, CardGroup, CardRow, CardState, NumberCard } from '../../contract/numberCard.ts'
import type { Account } from '../../core/account.ts'
import { countryName } from '../../core/country.ts'
import { capabilityLabels, numberTypeLabel } from '../../core/numberKind.ts'
import type { NumberState, OwnedNumber } from '../../core/ownedNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { describePrice } from '../../core/price.ts'
import type { ProviderDefinition } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import { accountNotices, type FormatDay, stateNotices } from './cardNotices.ts'
import { displayText } from './displayText.ts'

/** What the form shows of an owned number. Rows without a value are left out; an unknown price is said, never hidden. */
export function numberCard(
  owned: OwnedNumber,
  account: Account,
  provider: ProviderDefinition,
  numbering: PhoneNumbering,
  day: FormatDay,
): NumberCard {
  const groups = [
    group('number', t('Number'), numberRows(owned, numbering)),
    group('billing', t('Billing'), billingRows(owned, day)),
    group('facts', t('Details from {0}', provider.label), factRows(owned)),
  ]
  return {
    title: numbering.format(owned.number),
    providerLabel: provider.label,
    accountLabel: displayText(account.label),
    sandbox: account.sandbox,
    state: cardState(owned.state),
    notices: [...stateNotices(owned.state, provider, day), ...accountNotices(account, provider)],
    groups: groups.filter((candidate) => candidate.rows.length > 0),
    actions: cardActions(account, provider),
  }
}

/** What can be done from the form, in the order of the buttons. A sandbox has no console. */
export function cardActions({ sandbox }: Account, provider: ProviderDefinition): CardAction[] {
  return [
    { id: 'copy', label: t('Copy number') },
    refreshAction,
    ...(sandbox ? [] : [{ id: 'openConsole', label: t('Open {0} console', provider.label) } as const]),
  ]
}

export const refreshAction: CardAction = { id: 'refresh', label: t('Refresh'), doing: t('Refreshing…') }

function group(id: string, heading: string, rows: CardRow[]): CardGroup {
  return { id, heading, rows }
}

function numberRows(owned: OwnedNumber, numbering: PhoneNumbering): CardRow[] {
  const country = owned.country ?? numbering.countryOf(owned.number)
  return rows([
    [t('Name'), owned.name],
    ['E.164', owned.number, 'code'],
    [t('Country'), country === undefined ? undefined : countryName(country)],
    [t('Type'), owned.type === undefined ? undefined : capitalised(numberTypeLabel(owned.type))],
    [t('Capabilities'), capitalised(capabilityLabels(owned.capabilities).join(', '))],
    [t('Routes to'), owned.routing],
  ])
}

function billingRows(owned: OwnedNumber, day: FormatDay): CardRow[] {
  const leaving = owned.state.kind === 'releasing' || owned.state.kind === 'released'
  return rows([
    [t('Price'), capitalised(describePrice(owned.price))],
    // A number that was given up is not renewed, whatever date the provider still carries.
    [t('Renews'), owned.renewsAt === undefined || leaving ? undefined : day(owned.renewsAt)],
    [t('Rented'), owned.rentedAt === undefined ? undefined : day(owned.rentedAt)],
  ])
}

function factRows(owned: OwnedNumber): CardRow[] {
  return rows(owned.facts.map((fact) => [displayText(fact.label), fact.value]))
}

type RowDraft = readonly [label: string, value: string | undefined, kind?: CardRow['kind']]

function rows(drafts: readonly RowDraft[]): CardRow[] {
  return drafts.flatMap(([label, text, kind = 'text']) => {
    const value = displayText(text ?? '')
    return value === '' ? [] : [{ label, value, kind }]
  })
}

function cardState(state: NumberState): CardState {
  switch (state.kind) {
    case 'active':
      return { label: t('Active'), tone: 'good' }
    case 'pending':
      return { label: t('Being set up'), tone: 'waiting' }
    case 'suspended':
      return { label: t('Suspended'), tone: 'bad' }
    case 'releasing':
      return { label: t('Releasing'), tone: 'waiting' }
    case 'released':
      return { label: t('Released'), tone: 'neutral' }
    case 'other':
      return { label: displayText(state.word), tone: 'neutral' }
    default:
      return state satisfies never
  }
}

/** "local" → "Local"; words with their own capitals, such as iMessage, stay as they are. */
function capitalised(text: string): string {
  return /^[a-z]+(?![A-Za-z])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
