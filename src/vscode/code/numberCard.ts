import { MarkdownString } from 'vscode'
import { countryName } from '../../core/country.ts'
import { capabilityLabels, numberTypeLabel } from '../../core/numberKind.ts'
import { oneLine } from '../../core/oneLine.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { describePrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatDay } from '../dates.ts'
import { stateText } from '../tree/numberText.ts'
import type { OwnedHere } from './codeKnowledge.ts'

/** An owned number in a few lines, small enough to be seen without scrolling. Names are data: nothing in it is trusted. */
export function numberCard({ owned, account }: OwnedHere, numbering: PhoneNumbering): MarkdownString {
  const card = new MarkdownString()
  card.appendMarkdown('**').appendText(numbering.format(owned.number)).appendMarkdown('** ')
  card.appendText(oneLine(owned.name ?? ''))
  const label = account.sandbox ? t('{0} (sandbox)', account.label) : account.label
  const lines = [
    [`${findProvider(account.provider)?.label ?? account.provider} · ${label}`],
    [
      owned.country === undefined ? undefined : countryName(owned.country),
      owned.type === undefined ? undefined : numberTypeLabel(owned.type),
      capabilityLabels(owned.capabilities).join(', '),
    ],
    [describePrice(owned.price), owned.renewsAt === undefined ? undefined : t('renews {0}', formatDay(owned.renewsAt))],
    [
      stateText(owned.state, formatDay) ?? t('active'),
      owned.routing === undefined ? t('no routing known') : owned.routing,
    ],
  ]
  for (const parts of lines) {
    const text = parts.filter((part) => part !== undefined && part !== '').join(' · ')
    card.appendMarkdown('  \n').appendText(oneLine(text))
  }
  return card
}
