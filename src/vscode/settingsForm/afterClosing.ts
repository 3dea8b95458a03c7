import { counted, t } from '../../core/words.ts'
import { displayText } from './displayText.ts'
import type { FormReply } from './formReply.ts'
import type { FormSession } from './formSession.ts'
import type { SettingsFormDeps, UnsavedChange } from './settingsFormDeps.ts'

export interface ClosedForm {
  readonly title: string
  readonly session: Pick<FormSession, 'saving' | 'unsaved'>
}

/**
 * The editor lets nobody keep a panel open, so what was not saved is asked for when it is gone: the form opens again with it, unless the
 * person wants to discard it. A save that is under way ends first, and how it ended is told.
 */
export async function afterClosing(
  deps: Pick<SettingsFormDeps, 'askDiscard' | 'tell'>,
  { title, session }: ClosedForm,
  reopen: (unsaved: UnsavedChange) => void,
): Promise<void> {
  const reply = await session.saving()?.catch(() => undefined)
  const told = reply && howItEnded(reply)
  if (told !== undefined) deps.tell(told.severity, `${title}: ${told.sentence}`)
  const unsaved = session.unsaved()
  if (Object.keys(unsaved.draft).length === 0) return
  const discard = await deps.askDiscard(
    t('Open {0} again to save your changes?', title),
    t('The form was closed before they were saved: {0}. They are kept unless you discard them.', inWords(unsaved)),
  )
  if (!discard) reopen(unsaved)
}

/** Fields by their labels; changes of fields that have none are counted. */
function inWords({ draft, labels }: UnsavedChange): string {
  const named = Object.keys(draft).flatMap((key) => displayText(labels[key] ?? '') || [])
  const others = Object.keys(draft).length - named.length
  if (others === 0) return named.join(', ')
  const counting =
    named.length === 0
      ? counted(others, t('1 change'), t('{0} changes'))
      : counted(others, t('1 more change'), t('{0} more changes'))
  return [...named, counting].join(', ')
}

function howItEnded(reply: FormReply) {
  switch (reply.type) {
    case 'outcome': {
      const severity = reply.outcome === 'done' ? 'information' : 'warning'
      return { severity, sentence: reply.message ?? '' } as const
    }
    case 'refused':
      return { severity: 'warning', sentence: reply.message } as const
    case 'review':
      return { severity: 'warning', sentence: t('Not saved, because it changed at the provider meanwhile.') } as const
    case 'choices':
      return undefined
    default:
      return reply satisfies never
  }
}
