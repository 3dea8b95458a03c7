import { errors, type Locator, type Page } from 'playwright-core'
import { appears } from './appears.ts'

export type Text = string | RegExp

/** Runs a piece of work; the window's own way adds a screenshot to what goes wrong. */
export type Act = <T>(work: () => Promise<T>) => Promise<T>

export interface QuickPick {
  /** Clicks the first row that contains the text. */
  choose(text: Text): Promise<void>
  /** Types into the filter without choosing. */
  type(text: string): Promise<void>
  /** Waits for the first row that contains the text. */
  row(text: Text): Promise<Locator>
  title(): Promise<string>
  /** Waits until the pick or input box has this title: the step before may still be fading. */
  titled(text: Text): Promise<void>
  /** Clicks a button of the title bar, for example "Back". */
  button(label: Text): Promise<void>
  /** Presses Escape and waits until the pick is gone. */
  dismiss(): Promise<void>
}

export interface InputBox {
  /** Writes the text and presses Enter. */
  fill(text: string): Promise<void>
}

/** The pick or input box in use; one that is fading out does not count. */
const OPEN = '.quick-input-widget:not(.quick-input-widget-closing)'
const COMMAND_LIMIT_MS = 60_000
const PALETTE_TURN_MS = 3_000

function box(page: Page): Locator {
  return page.locator(`${OPEN} .quick-input-box input`)
}

function rows(page: Page): Locator {
  return page.locator(`${OPEN} .quick-input-list .monaco-list-row`)
}

function rowLabelled(page: Page, label: string): Locator {
  return rows(page)
    .filter({ has: page.getByText(label, { exact: true }) })
    .first()
}

export function createQuickPick(page: () => Page, act: Act): QuickPick {
  // By the accessible name: a row's element is used again and again and keeps the hidden text of earlier ones.
  const row = (text: Text) => rows(page()).and(page().getByLabel(text)).first()
  const title = () => page().locator(`${OPEN} .quick-input-title`)
  return {
    choose: (text) => act(() => row(text).click()),
    type: (text) => act(() => box(page()).fill(text)),
    row: (text) =>
      act(async () => {
        await row(text).waitFor()
        return row(text)
      }),
    title: () => act(async () => (await title().textContent()) ?? ''),
    titled: (text) => act(() => title().filter({ hasText: text }).waitFor()),
    button: (label) => act(() => page().locator(OPEN).getByRole('button', { name: label }).click()),
    dismiss: () => act(() => dismiss(page())),
  }
}

export function createInputBox(page: () => Page, act: Act): InputBox {
  return {
    fill: (text) =>
      act(async () => {
        await box(page()).fill(text)
        await box(page()).press('Enter')
      }),
  }
}

/** Whether the text is in the palette then: a panel that gets the focus late takes the palette away. */
async function openPalette(page: Page, text: string): Promise<boolean> {
  await page.keyboard.press('F1')
  // A webview that has the keyboard may keep the key to itself; the field in the title bar opens the same list.
  if (!(await appears(box(page), PALETTE_TURN_MS)))
    await page.locator('.command-center .command-center-center').first().click()
  return await worked(box(page).fill(`>${text}`, { timeout: PALETTE_TURN_MS }))
}

/** False for what could not be done in its time; then nothing was done. */
async function worked(act: Promise<void>): Promise<boolean> {
  try {
    await act
    return true
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false
    throw error
  }
}

async function dismiss(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator(OPEN).waitFor({ state: 'hidden' })
}

/** Runs a command by its title in the command palette. The palette lists what is known when it opens, so it is opened again
 * until the extension's commands have arrived. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const deadline = Date.now() + COMMAND_LIMIT_MS
  while (Date.now() < deadline) {
    const row = rowLabelled(page, title)
    const isOffered = (await openPalette(page, title)) && (await appears(row, PALETTE_TURN_MS))
    if (isOffered && (await worked(row.click({ timeout: PALETTE_TURN_MS })))) return
    await dismiss(page)
  }
  throw new Error(`The command palette does not offer: ${title}`)
}

/** The titles that the command palette offers for a text. */
export async function commandsFor(page: Page, text: string): Promise<string[]> {
  await openPalette(page, text)
  const labels = rows(page).locator('.quick-input-list-row:first-child .label-name')
  await labels.first().waitFor()
  const found = await labels.allTextContents()
  await dismiss(page)
  return found
}

/** Chooses a colour theme by its name in the editor's list. */
export async function setTheme(page: Page, name: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme')
  await box(page).fill(name)
  await rowLabelled(page, name).click()
  await page.locator(OPEN).waitFor({ state: 'hidden' })
}
