import type { Editor } from './editor.ts'
import { question } from './searching.ts'

/** What a person answers who rents a number that they know. */
export interface TypedRent {
  /** The account's label. */
  readonly account: string
  readonly number: string
  /** The choice for the one field that the provider asks for; undefined when it asks for none. */
  readonly option?: string
}

/** Goes through "Rent a Number" up to the question about money. */
export async function askForTyped(editor: Editor, { account, number, option }: TypedRent): Promise<void> {
  await editor.runCommand('Phone Numbers: Rent a Number…')
  await question(editor, 'Which account?')
  await editor.quickPick.choose(account)
  await question(editor, '+1 312 555 0142')
  await editor.input.fill(number)
  if (option === undefined) return
  await question(editor, 'Application.')
  await editor.quickPick.choose(option)
}

/** The same, and agrees. */
export async function rentTyped(editor: Editor, rent: TypedRent): Promise<void> {
  await askForTyped(editor, rent)
  await editor.dialog.button('Rent')
}
