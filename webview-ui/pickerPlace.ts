const leastRoom = 120
/** What the style sheet gives a list at most. */
const longestList = 250
const foot = 40
const gap = 2

/**
 * Puts an open list where there is room for it: below the box, else above the field, whose label stays to be read. `listHeight`: what its
 * lines take; undefined while they are not known.
 */
export function placePopup(input: HTMLElement, popup: HTMLElement, listHeight = 2 * leastRoom): void {
  const box = input.getBoundingClientRect()
  const fieldTop = (input.closest('.field') ?? input).getBoundingClientRect().top
  const bar = document.getElementById('bar')?.getBoundingClientRect().top ?? window.innerHeight
  const below = Math.min(bar, window.innerHeight) - box.bottom - gap
  const above = fieldTop - gap
  const isAbove = below < Math.min(listHeight, longestList) + foot && above > below
  popup.classList.toggle('above', isAbove)
  popup.style.bottom = isAbove ? `${box.bottom - fieldTop + gap}px` : ''
  popup.style.setProperty('--room', `${Math.max(leastRoom, (isAbove ? above : below) - foot)}px`)
}
