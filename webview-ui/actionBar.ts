import type { CardAction, FormActionId } from '../src/contract/numberCard.ts'
import { type FormState, isPending } from './formState.ts'
import { icon } from './icon.ts'
import { createButton } from './toolkit.ts'

export interface ActionBar {
  /** Buttons stay the same elements while the actions stay the same, so that the focus stays where it is. */
  render(actions: readonly CardAction[], label: string): void
  /** Marks the buttons whose work is under way. They keep their place and the focus; pressing them again does nothing. */
  markPending(state: FormState): void
}

export function createActionBar(place: HTMLElement, onPress: (action: FormActionId) => void): ActionBar {
  const buttons = new Map<FormActionId, HTMLElement>()
  let shown = ''
  place.setAttribute('role', 'group')
  return {
    render(actions, label) {
      place.setAttribute('aria-label', label)
      const wanted = JSON.stringify(actions)
      if (wanted === shown) return
      shown = wanted
      const focused = [...buttons].find(([, button]) => button === document.activeElement)?.[0]
      buttons.clear()
      for (const action of actions) {
        buttons.set(
          action.id,
          createButton(action.label, () => onPress(action.id), { start: icon(action.id) }),
        )
      }
      place.replaceChildren(...buttons.values())
      if (focused !== undefined) buttons.get(focused)?.focus()
    },
    markPending(state) {
      for (const [action, button] of buttons) button.setAttribute('aria-busy', String(isPending(state, action)))
    },
  }
}
