import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { addAccount, plivoAnswers } from './addingAccounts.ts'
import { answerSearch, firstOffer, leaveOffers, question } from './searching.ts'
import { useEditor } from './useEditor.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

const country = /^United Kingdom\d\b/

describe('requests that cost money', () => {
  const sandbox = useSandbox({ realTime: true })
  const editor = useEditor(() => ({ extraSettings: endpointsSetting(sandbox()) }))
  const spent = async () => (await sandbox().counters('plivo')).money

  before(async () => {
    await addAccount(editor(), 'Plivo', 'Production', plivoAnswers(sandbox().provider('plivo').credentials))
    await editor().openView()
    await editor().tree.expand(country)
  })
  beforeEach(async () => {
    await sandbox().clearFaults()
    await sandbox().resetCounters()
  })

  /** Up to the question about money; resolves with the number it is about. */
  const askToRent = async (): Promise<string> => {
    await editor().tree.inlineAction(country, /Search Numbers/)
    await answerSearch(editor(), { type: 'Mobile' })
    const { number } = await firstOffer(editor())
    await editor().quickPick.choose(number)
    await question(editor(), 'Application.')
    await editor().quickPick.choose('The account’s default')
    assert.ok((await editor().dialog.text()).includes(`Rent ${number} from Plivo?`))
    return number
  }

  it('are not sent when any of the questions is answered with Escape', async () => {
    const answers = [
      () => editor().quickPick.choose('Mobile'),
      () => editor().quickPick.button('OK'),
      () => editor().input.fill(''),
      async () => editor().quickPick.choose((await firstOffer(editor())).number),
    ]
    const questions = ['Which type', 'What must it be', 'Any digits', 'Choose a number', 'Application.']
    for (const [last, asked] of questions.entries()) {
      await editor().tree.inlineAction(country, /Search Numbers/)
      for (const [at, answer] of answers.slice(0, last).entries()) {
        await question(editor(), questions[at] ?? '')
        await answer()
      }
      await question(editor(), asked)
      if (asked === 'Application.') await editor().page().keyboard.press('Escape')
      if (asked === 'Application.') await leaveOffers(editor())
      else await editor().quickPick.dismiss()
    }
    assert.deepEqual(await spent(), { rent: 0, release: 0 })
    await editor().tree.row(/^United Kingdom2\b/)
  })

  it('are not sent when the question about money is left with Escape or Cancel', async () => {
    await askToRent()
    await editor().page().keyboard.press('Escape')
    await editor().page().locator('.monaco-dialog-box').waitFor({ state: 'detached' })
    await leaveOffers(editor())
    await askToRent()
    await editor().dialog.button('Cancel')
    await leaveOffers(editor())
    assert.deepEqual(await spent(), { rent: 0, release: 0 })
    await editor().tree.row(/^United Kingdom2\b/)
  })

  it('are sent once for a double click on Rent, and the row says what is going on', async () => {
    await sandbox().fault({ provider: 'plivo', route: 'rent', kind: 'delay', ms: 2_500 })
    const number = await askToRent()
    await editor().dialog.read()
    await editor().page().locator('.monaco-dialog-box').getByRole('button', { name: 'Rent' }).dblclick()
    await editor().tree.row(`${number}Renting…`)
    await editor().notification(`Renting ${number} from Plivo…`)
    await editor().screenshot('renting')
    await editor().tree.row(new RegExp(`^\\${number}mobile`))
    assert.deepEqual(await spent(), { rent: 1, release: 0 })
    await editor().notification(`Rented ${number} from Plivo with “Production”, USD`)
    await editor().tree.row(/^United Kingdom3\b/)
  })

  it('are not sent again when the answer is lost: the provider is asked instead', async () => {
    await sandbox().fault({ provider: 'plivo', route: 'rent', kind: 'resetAfter' })
    const number = await askToRent()
    await editor().dialog.button('Rent')
    await editor().tree.row(new RegExp(`^\\${number}mobile`))
    await editor().notification(`Rented ${number} from Plivo with “Production”, USD`)
    await editor().tree.row(/^United Kingdom4\b/)
    assert.deepEqual(await spent(), { rent: 1, release: 0 })
  })

  it('tell who was faster when the number is gone', async () => {
    const number = await askToRent()
    await sandbox().act('plivo', { take: number.replaceAll(' ', '') })
    await editor().dialog.button('Rent')
    await editor().notification(`${number} is no longer offered by Plivo. Nothing was rented.`)
    await editor().screenshot('number-taken')
    await leaveOffers(editor())
    await editor().tree.gone(number)
  })

  it('are sent once for a double click on Release', async () => {
    await sandbox().fault({ provider: 'plivo', route: 'release', kind: 'delay', ms: 2_500 })
    await editor().tree.contextMenu('+44 7700 900200', 'Release Number…')
    assert.ok((await editor().dialog.text()).includes('Release +44 7700 900200 at Plivo?'))
    await editor().page().keyboard.press('Escape')
    await editor().page().locator('.monaco-dialog-box').waitFor({ state: 'detached' })
    assert.deepEqual(await spent(), { rent: 0, release: 0 })
    await editor().tree.contextMenu('+44 7700 900200', 'Release Number…')
    await editor().dialog.read()
    await editor().page().locator('.monaco-dialog-box').getByRole('button', { name: 'Release' }).dblclick()
    await editor().tree.row('+44 7700 900200Releasing…')
    await editor().screenshot('releasing')
    await editor().tree.gone('+44 7700 900200')
    assert.deepEqual(await spent(), { rent: 0, release: 1 })
  })
})
