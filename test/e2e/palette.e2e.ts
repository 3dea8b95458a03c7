import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as z from 'zod'
import { readTranslatedManifest } from '../support/manifestTexts.ts'
import { refused } from './addingAccounts.ts'
import { allAccounts, answerAccounts, answerCountry, answerSearch, firstOffer, question } from './searching.ts'
import { useEditor } from './useEditor.ts'

const manifest = z
  .object({
    contributes: z.object({
      commands: z.array(z.object({ command: z.string(), title: z.string(), category: z.string() })),
      menus: z.object({ commandPalette: z.array(z.object({ command: z.string(), when: z.string() })) }),
    }),
  })
  .parse(readTranslatedManifest())
const hidden = new Set(
  manifest.contributes.menus.commandPalette.filter(({ when }) => when === 'false').map((one) => one.command),
)
/** Needs a running sandbox, which the palette knows too. */
const later = 'phoneNumbers.stopSandbox'

describe('the command palette', () => {
  const editor = useEditor()

  it('offers every command but those that need a row, before the view was ever opened', async () => {
    const isOffered = async (title: string) => (await editor().commandsFor(title)).includes(title)
    const titles = (wanted: (command: string) => boolean) =>
      manifest.contributes.commands
        .filter(({ command }) => wanted(command))
        .map(({ category, title }) => `${category}: ${title}`)
    for (const title of titles((command) => !hidden.has(command) && command !== later)) {
      assert.ok(await isOffered(title), `${title} is missing`)
    }
    const needRow = titles((command) => hidden.has(command))
    for (const title of needRow) assert.equal(await isOffered(title), false, `${title} is offered`)
    assert.ok(needRow.length > 0)
  })

  it('says what is missing when there is no account yet', async () => {
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await editor().notification(
      'There is no account to search in yet. Add one with “Phone Numbers: Add Account”, or try the sandbox.',
    )
    await editor().screenshot('no-account-yet')
  })

  it('starts the sandbox and rents a number that a person already knows, without the view', async () => {
    await editor().runCommand('Phone Numbers: Try the Sandbox')
    await editor().statusBar.item('Phone numbers: sandbox')
    await editor().runCommand('Phone Numbers: Rent a Number…')
    await question(editor(), 'Which account?')
    await editor().quickPick.choose('Sandbox Plivo')
    await question(editor(), '+1 312 555 0142')
    await editor().input.fill('0800 REVERSE')
    await refused(editor(), 'This is not a phone number with a country code. Example: +1 312 555 0142.')
    await editor().screenshot('malformed-number')
    await editor().input.fill('+44 7700 900205')
    await question(editor(), 'Application.')
    await editor().quickPick.choose('The account’s default')
    assert.match(
      await editor().dialog.text(),
      /Number: \+44 7700 900205 \(United Kingdom, mobile, SMS, voice\)Price: USD 1\.25 per month/,
    )
    await editor().dialog.button('Rent')
    await editor().notification('Rented +44 7700 900205 from Plivo')
  })

  it('says in the list when a search finds nothing', async () => {
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await answerSearch(editor(), { accounts: allAccounts, country: 'Iceland' })
    await editor().quickPick.row(/: no numbers match\. Go back to widen the search\./)
    await editor().screenshot('nothing-found')
    await editor().quickPick.button('Back')
    await question(editor(), 'Any digits')
    await editor().quickPick.dismiss()
  })

  it('says in the list when no country has the name that was typed', async () => {
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await question(editor(), 'In which country?')
    await editor().quickPick.type('Atlantis')
    await editor().quickPick.row('Not found? Type the English name of a country, or its two letters like DE.')
    await editor().screenshot('unknown-country')
    await editor().quickPick.dismiss()
  })

  it('refuses digits that are none', async () => {
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await answerCountry(editor(), 'United States')
    await answerAccounts(editor(), 'Sandbox Contiguity')
    await question(editor(), 'What must it be')
    await editor().quickPick.button('OK')
    await question(editor(), 'Any digits')
    await editor().input.fill('3*1*2')
    await refused(editor(), 'Type digits, with * before or around them, or nothing.')
    await editor().input.fill('+1 312')
    await refused(editor(), '+1 is the country code, which is searched anyway. Type 312.')
    await editor().screenshot('digits-with-country-code')
    await editor().quickPick.dismiss()
  })

  it('searches all accounts at once and shows each with its own prices', async () => {
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await answerSearch(editor(), { accounts: allAccounts, country: 'United States', type: 'Local' })
    assert.match((await firstOffer(editor())).price, /^USD /)
    await editor().quickPick.type('nothing else')
    await editor().quickPick.row('left out: Contiguity does not know the type “local”.')
    await editor().quickPick.dismiss()
  })

  it('asks which number to copy, loads the lists for that, and copies it', async () => {
    await editor().runCommand('Phone Numbers: Copy Number')
    await question(editor(), 'Which number')
    await editor().quickPick.type('Zentrale')
    await editor().quickPick.choose('+49 30 23125000')
    await editor().statusBar.item('Copied +493023125000')
    assert.equal(await editor().page().evaluate('navigator.clipboard.readText()'), '+493023125000')
  })

  it('asks which number to release, and Escape releases none', async () => {
    await editor().runCommand('Phone Numbers: Release Number…')
    await question(editor(), 'Which number')
    await editor().quickPick.row('+1 212 555 0100')
    await editor().screenshot('choose-number')
    await editor().quickPick.dismiss()
    assert.equal(await editor().page().locator('.monaco-dialog-box').count(), 0)
  })

  it('stops the sandbox', async () => {
    await editor().runCommand('Phone Numbers: Stop the Sandbox')
    await editor().page().locator('.part.statusbar').filter({ hasNotText: 'sandbox' }).waitFor()
  })
})
