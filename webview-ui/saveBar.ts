import type { FormTexts } from '../src/contract/formTexts.ts'
import { changeCount, fieldsOf } from './draftState.ts'
import { pageLanguage } from './element.ts'
import { countText } from './fillText.ts'
import { type FormState, isLocked, isPending } from './formState.ts'
import { createButton } from './toolkit.ts'

export interface SaveBar {
  render(state: FormState): void
}

/** At the end of the page, always there, so that nothing moves: how much is not saved, and what to do with it. */
export function createSaveBar(place: HTMLElement, onReview: () => void, onDiscard: () => void): SaveBar {
  let buttons: { readonly review: HTMLElement; readonly discard: HTMLElement; readonly count: HTMLElement } | undefined
  const build = (texts: FormTexts) => {
    const count = document.createElement('span')
    count.className = 'count'
    const review = createButton(texts.review, onReview, { appearance: 'primary' })
    const discard = createButton(texts.discard, onDiscard)
    place.replaceChildren(count, discard, review)
    return { count, review, discard }
  }
  return {
    render(state) {
      const texts = state.shown?.texts
      const isThere = texts !== undefined && (fieldsOf(state)?.length ?? 0) > 0
      place.hidden = !isThere
      if (!isThere) return
      buttons ??= build(texts)
      const changes = changeCount(state)
      const idle = changes === 0 || isLocked(state)
      buttons.count.textContent = countText(texts.changes, changes, pageLanguage())
      for (const button of [buttons.review, buttons.discard]) button.setAttribute('aria-disabled', String(idle))
      buttons.review.setAttribute('aria-busy', String(isPending(state, 'review') || isLocked(state)))
    },
  }
}
