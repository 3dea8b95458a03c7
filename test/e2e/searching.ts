import type { Editor } from './editor.ts'

/** Answers to the questions of a search. What is left out is answered with "any". */
export interface SearchAnswers {
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
export async function answerSearch(editor: Editor, answers: SearchAnswers): Promise<void> {
  if (answers.accounts !== undefined) {
    await question(editor, 'Where to search?')
    await editor.quickPick.choose(answers.accounts)
  }
  if (answers.country !== undefined) {
    await question(editor, 'In which country?')
    await editor.quickPick.type(answers.country)
    await editor.quickPick.choose(answers.country)
  }
  if (answers.type !== null) {
    await question(editor, 'Which type of number?')
    await editor.quickPick.choose(answers.type ?? 'Any type')
  }
  await question(editor, 'What must it be able to do?')
  for (const capability of answers.capabilities ?? []) await editor.quickPick.choose(capability)
  await editor.quickPick.button('OK')
  await question(editor, 'Any digits')
  await editor.input.fill(answers.digits ?? '')
  await question(editor, 'Choose a number to rent')
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
