import type { MarkdownString } from 'vscode'
import { countryName } from '../../core/country.ts'
import { capabilityLabels, numberTypeLabel } from '../../core/numberKind.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { describePrice } from '../../core/price.ts'
import { formatDay } from '../dates.ts'
import { markdownList } from './markdownList.ts'
import { stateText } from './numberText.ts'

/** What is known of an owned number; `account` names provider and account. */
export function numberTooltip(owned: OwnedNumber, numbering: PhoneNumbering, account: string): MarkdownString {
  return markdownList(numbering.format(owned.number), numberLines(owned, numbering, account))
}

function numberLines(owned: OwnedNumber, numbering: PhoneNumbering, account: string): [string, string][] {
  const lines: [string, string | undefined][] = [
    ['Account', account],
    ['Name', owned.name],
    ['State', stateText(owned.state, formatDay) ?? 'active'],
    ['Country', owned.country === undefined ? undefined : countryName(owned.country)],
    ['National format', numbering.formatNational(owned.number)],
    ['Type', owned.type === undefined ? undefined : numberTypeLabel(owned.type)],
    ['Capabilities', capabilityLabels(owned.capabilities).join(', ') || undefined],
    ['Price', describePrice(owned.price)],
    ['Routing', owned.routing],
    ['Renews', owned.renewsAt === undefined ? undefined : formatDay(owned.renewsAt)],
    ['Rented', owned.rentedAt === undefined ? undefined : formatDay(owned.rentedAt)],
  ]
  return lines.filter((line): line is [string, string] => line[1] !== undefined && line[1] !== '')
}
