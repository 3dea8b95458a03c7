import type { FormView, NumberCard } from '../../contract/numberCard.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import { accountNotices, type FormatDay } from './cardNotices.ts'
import { displayText } from './displayText.ts'
import { cardActions, numberCard, refreshAction } from './numberCard.ts'
import type { SettingsDesk } from './settingsDesk.ts'
import type { FormTarget, FormWork, FoundNumber } from './settingsFormDeps.ts'

export interface FormViewParts {
  readonly target: FormTarget
  readonly work: Pick<FormWork, 'find' | 'isPastSandbox'>
  readonly numbering: PhoneNumbering
  readonly day: FormatDay
}

/** What a form is called: its number, or how many there are. */
export function targetTitle({ numbers }: FormTarget, numbering: PhoneNumbering): string {
  return numbers.length === 1 ? numbering.format(numbers[0]) : t('{0} numbers', numbers.length)
}

/** Everything the page shows: the number or numbers with their facts, and the settings. */
export function formViewOf(
  { target, work, numbering, day }: FormViewParts,
  desk: Pick<SettingsDesk, 'view' | 'draft'>,
): FormView {
  const found = target.numbers.flatMap((number) => work.find(target.accountId, number) ?? [])
  const [first] = found
  if (first !== undefined) {
    const card =
      target.numbers.length === 1
        ? numberCard(first.owned, first.account, first.provider, numbering, day)
        : severalCard(target, first, found, numbering)
    return { kind: 'number', card, settings: desk.view() }
  }
  const isPast = work.isPastSandbox(target.accountId)
  const text = isPast ? pastSandboxText(target, Object.keys(desk.draft()).length) : missingText(target)
  return {
    kind: 'missing',
    missing: {
      title: targetTitle(target, numbering),
      notices: [{ severity: 'info', text }],
      actions: isPast ? [] : [refreshAction],
    },
  }
}

function missingText({ numbers }: FormTarget): string {
  return numbers.length === 1
    ? t(
        'This number is not in the list of its account now. It may have been released, or the account is not loaded or not signed in.',
      )
    : t(
        'These numbers are not in the list of their account now. They may have been released, or the account is not loaded or not signed in.',
      )
}

/** A reload or a stop ends a sandbox for good: the same number in the next one is another number. */
function pastSandboxText({ numbers }: FormTarget, changes: number): string {
  return [
    t('The sandbox of this form is over: it starts anew with the window and forgets what was in it.'),
    ...(changes === 0 ? [] : [lostText(changes)]),
    numbers.length === 1
      ? t('Close this form and open the number again from the Phone Numbers view.')
      : t('Close this form and open the numbers again from the Phone Numbers view.'),
  ].join(' ')
}

function lostText(changes: number): string {
  return changes === 1 ? t('Your change was not saved and is gone.') : t('Your changes were not saved and are gone.')
}

function severalCard(
  target: FormTarget,
  { account, provider }: FoundNumber,
  found: readonly FoundNumber[],
  numbering: PhoneNumbering,
): NumberCard {
  const nameOf = (number: E164) => found.find(({ owned }) => owned.number === number)?.owned.name
  const rows = target.numbers.map((number) => {
    return { label: numbering.format(number), value: displayText(nameOf(number) ?? '') || '–', kind: 'text' as const }
  })
  return {
    title: targetTitle(target, numbering),
    providerLabel: provider.label,
    accountLabel: displayText(account.label),
    sandbox: account.sandbox,
    notices: accountNotices(account, provider),
    groups: [{ id: 'numbers', heading: t('Numbers'), rows }],
    actions: cardActions(account, provider).map((action) =>
      action.id === 'copy' ? { ...action, label: t('Copy numbers') } : action,
    ),
  }
}
