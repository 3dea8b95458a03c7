import type { SettingsChange } from '../../core/numberSettings.ts'
import type { FormReply } from './formReply.ts'
import type { FormSession } from './formSession.ts'
import type { SettingsFormDeps } from './settingsFormDeps.ts'

export interface ClosedForm {
  readonly title: string
  readonly session: Pick<FormSession, 'draft' | 'saving' | 'unsavedLabels'>
}

/**
 * The editor lets nobody keep a panel open, so what was not saved is asked for when it is gone: the form opens again with it, unless the
 * person wants to discard it. A save that is under way ends first, and how it ended is told.
 */
export async function afterClosing(
  deps: Pick<SettingsFormDeps, 'askDiscard' | 'tell'>,
  { title, session }: ClosedForm,
  reopen: (draft: SettingsChange) => void,
): Promise<void> {
  const reply = await session.saving()?.catch(() => undefined)
  const told = reply && howItEnded(reply)
  if (told !== undefined) deps.tell(told.severity, `${title}: ${told.sentence}`)
  const draft = session.draft()
  if (Object.keys(draft).length === 0) return
  const labels = session.unsavedLabels().join(', ')
  const discard = await deps.askDiscard(
    `Open ${title} again to save your changes?`,
    `The form was closed before they were saved: ${labels}. They are kept unless you discard them.`,
  )
  if (!discard) reopen(draft)
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
      return { severity: 'warning', sentence: 'Not saved, because it changed at the provider meanwhile.' } as const
    case 'choices':
      return undefined
    default:
      return reply satisfies never
  }
}
