import type { HostMessage } from '../src/contract/settingsFormMessages.ts'
import { fieldsOf, prunedDraft, sameDraft } from './draftState.ts'
import { type Asked, type FormState, isLocked, protocol, type Step, type ViewMessage } from './formState.ts'

type Answering = Extract<HostMessage, { replyTo: string }>

/** What the host said. An answer to nothing that was asked changes nothing. `id` is for what has to be told in return. */
export function received(state: FormState, message: HostMessage, id: string): Step {
  switch (message.type) {
    case 'view':
      return viewed(state, message, id)
    case 'draft':
      return kept({ ...state, draft: message.draft }, id)
    case 'outcome':
    case 'progress':
    case 'choices':
    case 'review':
    case 'refused': {
      const asked = state.pending.get(message.replyTo)
      if (asked === undefined) return { state }
      const next = answered(state, message, asked)
      return isLocked(state) && !isLocked(next) ? kept(next, id) : { state: next }
    }
    default:
      return message satisfies never
  }
}

function viewed(state: FormState, shown: ViewMessage, id: string): Step {
  const news = newsOf(shown)
  const isNew = news !== undefined && JSON.stringify(news) !== JSON.stringify(state.shown && newsOf(state.shown))
  return kept({ ...state, shown, status: isNew && state.status?.tone !== 'working' ? news : state.status }, id)
}

function newsOf({ view }: ViewMessage) {
  return view.kind === 'number' && view.settings.kind === 'ready' ? view.settings.news : undefined
}

/**
 * What is in a draft and is true now needs no saving any more; the host hears of it. While a save is under way the host alone decides what
 * is left, and nothing is told before it has answered: what was told too late would bring a draft back that was saved.
 */
function kept(state: FormState, id: string): Step {
  const fields = fieldsOf(state)
  if (fields === undefined || isLocked(state)) return { state }
  const draft = prunedDraft(state.draft, fields)
  if (sameDraft(draft, state.draft)) return { state }
  return { state: { ...state, draft }, message: { v: protocol, type: 'draft', id, draft } }
}

function answered(state: FormState, message: Answering, asked: Asked): FormState {
  if (message.type === 'progress') return { ...state, status: { tone: 'working', text: message.message } }
  const pending = new Map(state.pending)
  pending.delete(message.replyTo)
  const next = { ...state, pending }
  if (asked.type === 'choices') return { ...next, choices: { ...state.choices, [asked.field]: choicesFrom(message) } }
  switch (message.type) {
    case 'outcome': {
      const { outcome, message: text } = message
      return { ...next, status: text === undefined ? undefined : { tone: outcome, text } }
    }
    case 'review':
      return { ...next, review: message.review, status: undefined }
    case 'refused':
      return refused(next, message)
    case 'choices':
      return next
    default:
      return message satisfies never
  }
}

function choicesFrom(message: Exclude<Answering, { type: 'progress' }>): FormState['choices'][string] {
  if (message.type === 'choices') return { kind: 'loaded', choices: message.choices }
  return { kind: 'failed', text: message.type === 'review' ? '' : (message.message ?? '') }
}

function refused(state: FormState, { message, problems }: Extract<Answering, { type: 'refused' }>): FormState {
  const count = problems.length
  const words = state.shown?.texts.problems
  const needLook = count === 0 ? '' : ((count === 1 ? words?.one : words?.many.replace('{n}', String(count))) ?? '')
  const text = [message, needLook].filter((sentence) => sentence !== '').join(' ')
  return {
    ...state,
    problems: Object.fromEntries(problems.map(({ field, problem }) => [field, problem])),
    attention: count === 0 ? state.attention : state.attention + 1,
    status: { tone: 'failed', text },
  }
}
