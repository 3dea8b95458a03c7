import type { FormMessage } from '../src/contract/settingsFormMessages.ts'
import { keptState } from './draftState.ts'
import { createFormPage } from './formPage.ts'
import { type FormState, initialState, protocol, type Step } from './formState.ts'
import { agreed, declined, discarded, edited, pressed, reviewing, wantingChoices } from './formSteps.ts'
import { readHostMessage } from './readHostMessage.ts'
import { received } from './received.ts'
import { registerComponents } from './toolkit.ts'

/** What the editor gives a page, once. */
interface EditorApi {
  postMessage(message: FormMessage): void
  setState(state: unknown): void
}

declare function acquireVsCodeApi(): EditorApi

registerComponents()
const editor = acquireVsCodeApi()
let state: FormState = initialState

function take(step: (state: FormState, id: string) => Step): void {
  const next = step(state, crypto.randomUUID())
  state = next.state
  render(state)
  if (state.shown !== undefined) editor.setState(keptState(state, state.shown))
  if (next.message !== undefined) editor.postMessage(next.message)
}

const render = createFormPage({
  press: (action) => take((now, id) => pressed(now, action, id)),
  edit: (key, value) => take((now, id) => edited(now, key, value, id)),
  wantChoices: (key) => take((now, id) => wantingChoices(now, key, id)),
  review: () => take(reviewing),
  discard: () => take(discarded),
  agree: () => take(agreed),
  decline: () => take(declined),
})

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = readHostMessage(event.data)
  if (message !== undefined) take((now, id) => received(now, message, id))
})

const painted = new PerformanceObserver((list) => {
  const first = list.getEntriesByName('first-contentful-paint')[0]
  if (first === undefined) return
  painted.disconnect()
  const agoMs = Math.max(0, performance.now() - first.startTime)
  editor.postMessage({ v: protocol, type: 'shown', id: crypto.randomUUID(), agoMs })
})

editor.postMessage({ v: protocol, type: 'ready', id: crypto.randomUUID() })
painted.observe({ type: 'paint', buffered: true })
