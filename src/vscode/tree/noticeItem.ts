import { type Command, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import { describeFailure } from '../../core/failureText.ts'
import type { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { formatTime } from '../dates.ts'
import { type CommandId, commandIds } from '../ids.ts'
import type { Notice, TreeElement } from './treeElements.ts'

interface NoticeRow {
  readonly label: string
  readonly description?: string
  readonly tooltip?: string
  readonly icon: ThemeIcon
  /** What a click or Enter does. */
  readonly command?: { readonly id: CommandId; readonly title: string }
  readonly context: string
}

/** A row that tells the state of an account's list and offers what to do about it. */
export function noticeItem(
  element: TreeElement & { readonly kind: 'notice' },
  entry: AccountInventory,
  provider: string,
): TreeItem {
  const row = describeNotice(element.notice, entry, provider)
  const item = new TreeItem(row.label, TreeItemCollapsibleState.None)
  item.id = element.id
  item.iconPath = row.icon
  item.contextValue = row.context
  if (row.description !== undefined) item.description = row.description
  if (row.tooltip !== undefined) item.tooltip = row.tooltip
  if (row.command !== undefined) item.command = toCommand(row.command, element)
  const spoken = [row.label, row.description, row.command?.title].filter((part) => part !== undefined)
  item.accessibilityInformation = { label: spoken.join(', ') }
  return item
}

function toCommand(command: { readonly id: CommandId; readonly title: string }, element: TreeElement): Command {
  return { command: command.id, title: command.title, arguments: [element] }
}

const warning = () => new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
const failure = () => new ThemeIcon('error', new ThemeColor('list.errorForeground'))

function describeNotice(notice: Notice, entry: AccountInventory, provider: string): NoticeRow {
  switch (notice) {
    case 'loading':
      return { label: t('Loading numbers…'), icon: new ThemeIcon('loading~spin'), context: 'notice' }
    case 'empty':
      return emptyRow
    case 'failed':
    case 'incomplete':
      return problemRow(notice, entry, provider)
    case 'unreadable':
      return unreadableRow(entry.unreadable.length)
    case 'signedOut':
    case 'endpointChanged':
      return signInRow(notice, entry.account.label, provider)
    case 'paused':
      return pausedRow
    case 'unknownProvider':
      return {
        label: t('This version does not know the provider'),
        description: entry.account.provider,
        icon: warning(),
        context: 'notice',
      }
    default:
      return notice satisfies never
  }
}

const emptyRow: NoticeRow = {
  label: t('No numbers yet'),
  description: t('search for one to rent'),
  icon: new ThemeIcon('search'),
  command: { id: commandIds.search, title: t('Search numbers') },
  context: 'notice;searchable',
}

const pausedRow: NoticeRow = {
  label: t('Paused while the sandbox runs'),
  description: t('stop the sandbox to continue'),
  icon: new ThemeIcon('debug-pause'),
  command: { id: commandIds.stopSandbox, title: t('Stop the sandbox') },
  context: 'notice',
}

function unreadableRow(count: number): NoticeRow {
  return {
    label: count === 1 ? t('1 row could not be read') : t('{0} rows could not be read', count),
    description: t('show why'),
    icon: warning(),
    command: { id: commandIds.showProblem, title: t('Show the problem') },
    context: 'notice;retryable',
  }
}

const signInReasons = {
  signedOut: {
    description: t('credentials are gone'),
    tooltip: (label: string, provider: string) =>
      t(
        'The credentials of “{0}” are not in this editor’s secret storage any more. The account at {1} is untouched.',
        label,
        provider,
      ),
  },
  endpointChanged: {
    description: t('endpoint changed'),
    tooltip: (label: string) =>
      t(
        'The credentials of “{0}” were entered for another address. They are not sent to the new one until you enter them again.',
        label,
      ),
  },
} as const

function signInRow(reason: keyof typeof signInReasons, label: string, provider: string): NoticeRow {
  const { description, tooltip } = signInReasons[reason]
  return {
    label: t('Sign in again'),
    description,
    tooltip: tooltip(label, provider),
    icon: new ThemeIcon('key'),
    command: { id: commandIds.editAccount, title: t('Sign in again') },
    context: 'notice;signIn',
  }
}

function problemRow(notice: 'failed' | 'incomplete', entry: AccountInventory, provider: string): NoticeRow {
  const { status, account } = entry
  const error: ProviderError | undefined = 'error' in status ? status.error : undefined
  const text = error && describeFailure(error, { provider, account: account.label })
  const at = 'at' in status ? `, ${formatTime(status.at)}` : ''
  const problem = { id: commandIds.showProblem, title: t('Show the problem') }
  const isSignIn = error?.kind === 'auth'
  return {
    label: notice === 'failed' ? t('Could not load') : t('Incomplete list'),
    description: `${text?.short ?? t('unknown problem')}${at}`,
    ...(text === undefined ? {} : { tooltip: text.message }),
    icon: notice === 'failed' ? failure() : warning(),
    command: isSignIn ? { id: commandIds.editAccount, title: t('Edit the account') } : problem,
    context: isSignIn ? 'notice;retryable;signIn' : 'notice;retryable',
  }
}
