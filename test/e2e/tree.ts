import type { Locator, Page } from 'playwright-core'
import { appears } from './appears.ts'
import type { Act, Text } from './quickInput.ts'

/** The rows of the view in the side bar. Rows outside the visible part are scrolled to. */
export interface Tree {
  /** Waits for the first row whose text or accessible name contains the text. */
  row(text: Text): Promise<Locator>
  /** Resolves when no visible row contains the text any more. */
  gone(text: Text): Promise<void>
  /** Opens a row; does nothing when it is open. */
  expand(text: Text): Promise<void>
  /** Clicks the row. */
  click(text: Text): Promise<void>
  /** Clicks an item of the row's context menu. */
  contextMenu(row: Text, item: string): Promise<void>
  /** The items of the row's context menu. */
  contextMenuItems(row: Text): Promise<string[]>
  /** Clicks one of the buttons that a row shows under the pointer. */
  inlineAction(row: Text, label: Text): Promise<void>
  /** The texts of the rows that are drawn now. */
  visibleRows(): Promise<string[]>
}

const ROW_LIMIT_MS = 30_000
const TURN_MS = 250
const QUIET_MS = 300
const RESTLESS_MS = 5_000
const MENU_CLICK_MS = 2_000

/** `act` adds a screenshot to what goes wrong. */
export function createTree(page: () => Page, act: Act): Tree {
  const rows = () => page().locator('.part.sidebar .monaco-list-row')
  const matching = (text: Text) => rows().filter({ hasText: text }).first()
  const row = async (text: Text): Promise<Locator> => {
    const wanted = matching(text)
    const deadline = Date.now() + ROW_LIMIT_MS
    let before = ''
    while (!(await appears(wanted, TURN_MS))) {
      if (Date.now() > deadline) throw new Error(`No row shows ${text}; rows: ${(await texts()).join()}`)
      before = await pageOn(page(), before)
    }
    return wanted
  }
  const restingRow = async (text: Text): Promise<Locator> => {
    await row(text)
    await atRest(page())
    return await row(text)
  }
  const texts = async () => (await rows().allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())
  const openMenu = async (text: Text) => {
    await (await restingRow(text)).click({ button: 'right' })
    await page().locator('.monaco-menu .action-label').first().waitFor()
  }
  const menuItems = () => page().locator('.monaco-menu .action-item:not(.disabled) .action-label[aria-label]')
  const chooseInMenu = async (text: Text, item: string): Promise<void> => {
    const wanted = menuItems().and(page().getByLabel(item, { exact: true }))
    const deadline = Date.now() + ROW_LIMIT_MS
    await openMenu(text)
    // A menu shows what the row offered when it was opened; the row may have changed since.
    while (!(await appears(wanted, TURN_MS))) {
      const offered = await labels(menuItems())
      await page().keyboard.press('Escape')
      if (Date.now() > deadline) throw new Error(`The menu of ${text} offers ${offered.join()}, not ${item}`)
      await openMenu(text)
    }
    await clickMenuItem(page(), wanted)
  }
  return {
    row: (text) => act(() => row(text)),
    gone: (text) => act(() => matching(text).waitFor({ state: 'detached' })),
    expand: (text) => act(async () => expand(await restingRow(text))),
    click: (text) => act(async () => (await restingRow(text)).click()),
    contextMenu: (text, item) => act(() => chooseInMenu(text, item)),
    contextMenuItems: (text) =>
      act(async () => {
        await openMenu(text)
        const offered = await labels(menuItems())
        await page().keyboard.press('Escape')
        return offered
      }),
    inlineAction: (text, label) =>
      act(async () => {
        const found = await restingRow(text)
        // The tooltip of a button that was clicked before may lie over this one, and stays while the mouse is there.
        await page().mouse.move(0, 0)
        await found.hover()
        await found.getByRole('button', { name: label }).click()
      }),
    visibleRows: () => act(texts),
  }
}

/** Rows move while lists load. Resolves when none has changed for a moment, or has not stopped changing for long. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    `new Promise((resolve) => {
      const side = document.querySelector('.part.sidebar')
      const end = () => { watching.disconnect(); clearTimeout(last); resolve() }
      let quiet = setTimeout(end, ${QUIET_MS})
      const last = setTimeout(end, ${RESTLESS_MS})
      const watching = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(end, ${QUIET_MS}) })
      watching.observe(side, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['style', 'aria-label'] })
    })`,
  )
}

/** A menu ignores the mouse for its first 100 ms: clicks until it is closed. */
async function clickMenuItem(page: Page, item: Locator): Promise<void> {
  const menu = page.locator('.monaco-menu')
  const isClosed = () => menu.waitFor({ state: 'detached', timeout: TURN_MS })
  const deadline = Date.now() + ROW_LIMIT_MS
  for (;;) {
    try {
      await item.click({ timeout: MENU_CLICK_MS })
      return await isClosed()
    } catch (error) {
      // The menu may have closed, late, on the click before.
      if ((await menu.count()) === 0) return
      if (Date.now() > deadline) throw error
    }
  }
}

async function expand(row: Locator): Promise<void> {
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click()
  await row.and(row.page().locator('[aria-expanded="true"]')).waitFor()
}

async function labels(items: Locator): Promise<string[]> {
  const found = await items.evaluateAll((all) => all.map((item) => item.getAttribute('aria-label') ?? ''))
  return found.filter((label) => label !== '')
}

/** Pages down with the keyboard, from the end back to the top. Takes and resolves with the place of the focused row. */
async function pageOn(page: Page, before: string): Promise<string> {
  const list = page.locator('.part.sidebar .monaco-list').first()
  if (!(await list.isVisible())) return before
  const focused = list.locator('.monaco-list-row.focused')
  // In one step: the focused row may go away at any time.
  const place = () => focused.evaluateAll((rows) => rows[0]?.getAttribute('data-index') ?? '')
  const now = await place()
  const atEnd = before !== '' && now === before
  await list.press(atEnd || now === '' ? 'Home' : 'PageDown')
  return now
}
