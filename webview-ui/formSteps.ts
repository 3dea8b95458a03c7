import type { FormActionId } from '../src/contract/numberCard.ts'
import type { FormMessage } from '../src/contract/settingsFormMessages.ts'
import type { FieldValue } from '../src/contract/settingsView.ts'
import { changeCount, fieldsOf, withEdit } from './draftState.ts'
import { actionsOf, asking, type FormState, isLocked, isPending, protocol, type Step } from './formState.ts'

/** A button was pressed. Without a message there is nothing to send: the same is under way already. */
export function pressed(state: FormState, action: FormActionId, id: string): Step {
  if (isPending(state, action)) return { state }
  const doing = actionsOf(state).find((candidate) => candidate.id === action)?.doing
  const status = doing === undefined ? undefined : ({ tone: 'working', text: doing } as const)
  return {
    state: { ...asking(state, id, { type: action }), status },
    message: { v: protocol, type: action, id },
  }
}

/** A field was changed; undefined puts it back to what it was. */
export function edited(state: FormState, key: string, value: FieldValue | null | undefined, id: string): Step {
  const field = fieldsOf(state)?.find((candidate) => candidate.key === key)
  if (field === undefined || isLocked(state)) return { state }
  const { [key]: _, ...problems } = state.problems
  const draft = withEdit(state.draft, field, value)
  return { state: { ...state, draft, problems, status: undefined }, message: { v: protocol, type: 'draft', id, draft } }
}

/** All changes are taken back. */
export function discarded(state: FormState, id: string): Step {
  if (isLocked(state) || Object.keys(state.draft).length === 0) return { state }
  const text = state.shown?.texts.discarded ?? ''
  const next: FormState = { ...state, draft: {}, problems: {}, status: { tone: 'done', text } }
  return { state: next, message: { v: protocol, type: 'draft', id, draft: {} } }
}

/** A field needs its choices; those that are there or on their way are not asked for again. */
export function wantingChoices(state: FormState, field: string, id: string): Step {
  const known = state.choices[field]
  if (known !== undefined && known.kind !== 'failed') return { state }
  const choices = { ...state.choices, [field]: { kind: 'loading' } as const }
  return {
    state: { ...asking(state, id, { type: 'choices', field }), choices },
    message: { v: protocol, type: 'choices', id, field },
  }
}

/** The person wants to save: the host says what that would do. */
export function reviewing(state: FormState, id: string): Step {
  if (changeCount(state) === 0 || isPending(state, 'review') || isLocked(state) || state.review) return { state }
  return {
    state: { ...asking(state, id, { type: 'review' }), problems: {}, status: undefined },
    message: { v: protocol, type: 'review', id, draft: state.draft },
  }
}

/** The person agreed to the question that is open. A second time there is none to agree to. */
export function agreed(state: FormState, id: string): Step {
  if (state.review === undefined || isLocked(state)) return { state }
  const message: FormMessage = { v: protocol, type: 'save', id, review: state.review.id }
  const status = { tone: 'working', text: state.shown?.texts.saving ?? '' } as const
  return { state: { ...asking(state, id, { type: 'save' }), review: undefined, status }, message }
}

export function declined(state: FormState): Step {
  return { state: { ...state, review: undefined } }
}
