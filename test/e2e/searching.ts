import type { Editor } from './editor.ts'

/** How one of our texts reads in the editor's language, with its values. */
export type Words = (english: string, ...values: readonly string[]) => string

export const inEnglish: Words = (english, ...values) =>
  english.replace(/\{(\d+)\}/g, (place, index) => values[Number(index)] ?? place)

/** Answers to the questions of a search. What is left out is answered with "any". */
export interface SearchAnswers {
  /** One of several accounts, or all of them. Undefined: the question is not expected. */
  readonly accounts?: string
  readonly country?: string
  /** Undefined: any. Null: the question is not expected, because the provider knows no types. */
  readonly type?: string | null
  readonly capabilities?: readonly string[]
  readonly digits?: string
}

/** Waits for the question whose box says this. */
export async function question(editor: Editor, placeholder: string): Promise<void> {
  await editor.page().locator(`.quick-input-box input[placeholder^="${placeholder}"]`).waitFor()
}

/** Goes through the questions of a search up to the list of offers. */
export async function answerSearch(editor: Editor, answers: SearchAnswers, words = inEnglish): Promise<void> {
  if (answers.country !== undefined) await answerCountry(editor, answers.country, words)
  if (answers.accounts !== undefined) await answerAccounts(editor, answers.accounts, words)
  if (answers.type !== null) {
    await question(editor, words('Which type of number?'))
    await editor.quickPick.choose(answers.type ?? words('Any type'))
  }
  await question(editor, words('What must it be able to do? Choose none for anything'))
  for (const capability of answers.capabilities ?? []) await editor.quickPick.choose(capability)
  await editor.quickPick.button('OK')
  await question(editor, words('Any digits'))
  await editor.input.fill(answers.digits ?? '')
  await question(editor, words('Choose a number to rent. You are asked before any money is spent'))
}

export const allAccounts = 'All accounts'

export async function answerCountry(editor: Editor, country: string, words = inEnglish): Promise<void> {
  await question(editor, words('In which country?'))
  await editor.quickPick.type(country)
  // From its start: the last search may name the country too.
  await editor.quickPick.choose(new RegExp(`^${country}`))
}

/** All accounts are chosen at first. The question may be there before its lines, and lines before they are chosen. */
export async function answerAccounts(editor: Editor, accounts: string, words = inEnglish): Promise<void> {
  await question(editor, words('In which accounts?'))
  const chosen = (count: RegExp) =>
    editor.page().locator('.quick-input-widget .quick-input-count').filter({ hasText: count }).waitFor()
  await chosen(/[1-9]/)
  if (accounts !== allAccounts) {
    await editor.quickPick.row(accounts)
    const rows = editor.page().locator('.quick-input-widget .quick-input-list .monaco-list-row')
    for (const row of await rows.filter({ hasNotText: accounts }).all()) await row.click()
    await chosen(/^1\b/)
  }
  await editor.quickPick.button('OK')
}

/** The list of offers is there again after something else was left; leaves it too. */
export async function leaveOffers(editor: Editor): Promise<void> {
  await question(editor, 'Choose a number to rent')
  await editor.quickPick.dismiss()
}

/** The first offer with a price as its row shows it. `line` narrows down which. */
export async function firstOffer(
  editor: Editor,
  line: RegExp = /set-up/,
): Promise<{ readonly number: string; readonly price: string }> {
  const row = await editor.quickPick.row(line)
  const number = await row.locator('.label-name').first().textContent()
  const price = await row.locator('.label-description').first().textContent()
  if (number === null || price === null) throw new Error('The offer has no number or no price')
  return { number: number.trim(), price: price.trim() }
}

/** Resolves when there are offers and no account is asked any more. */
export async function offersSettled(editor: Editor, words = inEnglish): Promise<void> {
  await editor.quickPick.row(new RegExp(words('set-up {0}', '')))
  const rows = editor.page().locator('.quick-input-widget:not(.quick-input-widget-closing) .monaco-list-row')
  const asking = rows.and(editor.page().getByLabel(words('searching…')))
  await asking.first().waitFor({ state: 'detached' })
}
