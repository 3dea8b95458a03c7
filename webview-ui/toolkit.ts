import {
  Checkbox,
  Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
} from '@vscode/webview-ui-toolkit'

/** Makes the components known to the page. Only those that are used: each adds to the script. */
export function registerComponents(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption())
  // The toolkit waits for the page to load before it takes the theme's colours. This script comes after that.
  if (document.readyState === 'complete') window.dispatchEvent(new Event('load'))
}

/** A button of the toolkit. `start` stands before its label. */
export function createButton(
  label: string,
  onPress: () => void,
  look: { readonly appearance?: 'primary' | 'secondary'; readonly start?: Element } = {},
): HTMLElement {
  const button = document.createElement('vscode-button')
  button.setAttribute('appearance', look.appearance ?? 'secondary')
  look.start?.setAttribute('slot', 'start')
  button.append(...(look.start === undefined ? [] : [look.start]), label)
  button.addEventListener('click', onPress)
  return button
}

export interface CheckboxControl {
  readonly element: HTMLElement
  set(checked: boolean): void
}

/** `onChange` is called for what a person does, not for `set`. */
export function createCheckbox(onChange: (checked: boolean) => void): CheckboxControl {
  const element = document.createElement('vscode-checkbox')
  let shown = false
  element.addEventListener('change', () => {
    if (!(element instanceof Checkbox) || element.checked === shown) return
    shown = element.checked
    onChange(shown)
  })
  return {
    element,
    set(checked) {
      shown = checked
      if (element instanceof Checkbox) element.checked = checked
    },
  }
}

export interface DropdownControl {
  readonly element: HTMLElement
  /** Shows the option at this place. */
  set(index: number): void
}

/**
 * A list of options by their places. The toolkit loses a value that is set before its options are ready, and reports changes
 * that nobody made: both are made good for here. `onChange` is called for what a person does, not for `set`.
 */
export function createDropdown(labels: readonly string[], onChange: (index: number) => void): DropdownControl {
  const element = document.createElement('vscode-dropdown')
  let shown = -1
  for (const [index, label] of labels.entries()) {
    const option = document.createElement('vscode-option')
    option.setAttribute('value', `option-${index}`)
    option.textContent = label
    element.append(option)
  }
  const apply = () => {
    if (element instanceof Dropdown && element.selectedIndex !== shown) element.selectedIndex = shown
  }
  element.addEventListener('change', () => {
    if (!(element instanceof Dropdown) || element.selectedIndex === shown || element.selectedIndex < 0) return
    shown = element.selectedIndex
    onChange(shown)
  })
  return {
    element,
    set(index) {
      shown = index
      element.querySelectorAll('vscode-option').forEach((option, place) => {
        option.toggleAttribute('selected', place === index)
      })
      void customElements.whenDefined('vscode-option').then(() => requestAnimationFrame(apply))
    },
  }
}
