import type { FormActionId } from '../src/contract/numberCard.ts'
import type { FormMessage, HostMessage } from '../src/contract/settingsFormMessages.ts'
import type { ChoiceView, Draft, ReviewView } from '../src/contract/settingsView.ts'

export type ViewMessage = Extract<HostMessage, { type: 'view' }>

/** The line at the end of the page: what is going on or what came of it. */
export interface FormStatus {
  readonly tone: 'working' | 'done' | 'failed'
  readonly text: string
}

/** The choices of one field. */
export type ChoicesState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'loaded'; readonly choices: readonly ChoiceView[] }

/** What was asked of the host. */
export type Asked =
  | { readonly type: FormActionId }
  | { readonly type: 'choices'; readonly field: string }
  | { readonly type: 'review' }
  | { readonly type: 'save' }

/** Everything the page shows. */
export interface FormState {
  /** Undefined until the host has answered for the first time. */
  readonly shown: ViewMessage | undefined
  /** What the person changed and did not save. */
  readonly draft: Draft
  /** What is wrong with a field, by its key. */
  readonly problems: Readonly<Record<string, string>>
  /** Raised when problems arrive: then the first bad field gets the focus. */
  readonly attention: number
  readonly choices: Readonly<Record<string, ChoicesState>>
  /** The question that is open. */
  readonly review: ReviewView | undefined
  /** Requests without an answer, by their ids. */
  readonly pending: ReadonlyMap<string, Asked>
  readonly status: FormStatus | undefined
}

export const initialState: FormState = {
  shown: undefined,
  draft: {},
  problems: {},
  attention: 0,
  choices: {},
  review: undefined,
  pending: new Map(),
  status: undefined,
}

/** The contract's value cannot be imported here; its type makes sure that this is the same number. */
export const protocol: FormMessage['v'] = 4

/** A state and what the host has to be told because of it. */
export interface Step {
  readonly state: FormState
  readonly message?: FormMessage
}

export function isPending({ pending }: FormState, type: Asked['type']): boolean {
  return [...pending.values()].some((asked) => asked.type === type)
}

/** True while the fields must stay as they are. */
export function isLocked(state: FormState): boolean {
  return isPending(state, 'save')
}

/** True while something is under way that was announced as taking a while. */
export function isWorking(state: FormState): boolean {
  const { view } = state.shown ?? {}
  const reading = view?.kind === 'number' && view.settings.kind === 'reading'
  return (
    reading || isLocked(state) || actionsOf(state).some(({ id, doing }) => doing !== undefined && isPending(state, id))
  )
}

export function actionsOf({ shown }: FormState) {
  if (shown === undefined) return []
  const { view } = shown
  return view.kind === 'number' ? view.card.actions : view.missing.actions
}

/** The same state with one more request under way. */
export function asking(state: FormState, id: string, asked: Asked): FormState {
  return { ...state, pending: new Map(state.pending).set(id, asked) }
}
