import type { MarkdownString } from 'vscode'
import { countryName } from '../../core/country.ts'
import { capabilityLabels, numberTypeLabel } from '../../core/numberKind.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { describePrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import { formatDay } from '../dates.ts'
import { markdownList } from './markdownList.ts'
import { stateText } from './numberText.ts'

/** What is known of an owned number; `account` names provider and account. */
export function numberTooltip(owned: OwnedNumber, numbering: PhoneNumbering, account: string): MarkdownString {
  return markdownList(numbering.format(owned.number), numberLines(owned, numbering, account))
}

function numberLines(owned: OwnedNumber, numbering: PhoneNumbering, account: string): [string, string][] {
  const lines: [string, string | undefined][] = [
    [t('Account'), account],
    [t('Name'), owned.name],
    [t('State'), stateText(owned.state, formatDay) ?? t('active')],
    [t('Country'), owned.country === undefined ? undefined : countryName(owned.country)],
    [t('National format'), numbering.formatNational(owned.number)],
    [t('Type'), owned.type === undefined ? undefined : numberTypeLabel(owned.type)],
    [t('Capabilities'), capabilityLabels(owned.capabilities).join(', ') || undefined],
    [t('Price'), describePrice(owned.price)],
    [t('Routing'), owned.routing],
    [t('Renews'), owned.renewsAt === undefined ? undefined : formatDay(owned.renewsAt)],
    [t('Rented'), owned.rentedAt === undefined ? undefined : formatDay(owned.rentedAt)],
  ]
  return lines.filter((line): line is [string, string] => line[1] !== undefined && line[1] !== '')
}
