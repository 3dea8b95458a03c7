import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import { countryName } from '../../core/country.ts'
import type { Activity } from '../../core/inventory.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import { formatDay } from '../dates.ts'
import { activityText, kindIcon, numberDescription, spokenNumber } from './numberText.ts'

export interface NumberRow {
  readonly id: string
  readonly number: E164
  /** Undefined while it is being rented. */
  readonly owned: OwnedNumber | undefined
  readonly activity: Activity | undefined
  /** Its provider has a web console where it can be seen. */
  readonly inConsole: boolean
  /** It stands on top of the view too. */
  readonly pinned: boolean
}

/** The row of one number. Cheap: the tooltip is made when it is asked for. */
export function numberItem(row: NumberRow, numbering: PhoneNumbering): TreeItem {
  const formatted = numbering.format(row.number)
  const item = new TreeItem(formatted, TreeItemCollapsibleState.None)
  item.id = row.id
  item.contextValue = row.pinned ? `${numberContext(row)};pinned` : numberContext(row)
  const { owned, activity } = row
  if (activity !== undefined) {
    item.iconPath = new ThemeIcon('loading~spin')
    item.description = activityText(activity)
    item.accessibilityInformation = { label: `${formatted}, ${activityText(activity)}` }
    return item
  }
  if (owned === undefined) return item
  item.iconPath = stateIcon(owned)
  item.description = numberDescription(owned, formatDay)
  const country = owned.country === undefined ? t('country unknown') : countryName(owned.country)
  item.accessibilityInformation = { label: spokenNumber(formatted, owned, country, formatDay) }
  return item
}

/** Tokens that the menus' `when` clauses look for. */
function numberContext(row: NumberRow): string {
  const tokens = row.inConsole ? ['number', 'console'] : ['number']
  if (row.activity !== undefined || row.owned === undefined) return [...tokens, 'busy'].join(';')
  const { kind } = row.owned.state
  if (kind === 'released') return [...tokens, 'cancellable'].join(';')
  return [...tokens, 'settings', ...(kind === 'releasing' ? [] : ['releasable'])].join(';')
}

function stateIcon(owned: OwnedNumber): ThemeIcon {
  switch (owned.state.kind) {
    case 'active':
      return new ThemeIcon(kindIcon(owned))
    case 'pending':
      return new ThemeIcon('watch')
    case 'suspended':
    case 'other':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
    case 'releasing':
    case 'released':
      return new ThemeIcon('history', new ThemeColor('disabledForeground'))
    default:
      return owned.state satisfies never
  }
}
