import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { seededSubaccounts } from '../../src/sandbox/plivo/seedChoices.ts'
import { addAccount, plivoAnswers, refusal, signIn, sinchAnswers } from './addingAccounts.ts'
import { hoverText } from './hoverText.ts'
import { question } from './searching.ts'
import { savedAccounts } from './storedState.ts'
import { useEditor } from './useEditor.ts'
import { changeUserSettings } from './userSettings.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

/** The credentials of the sandbox's second account at Plivo, a subaccount. */
const shop = Object.fromEntries(
  seededSubaccounts
    .filter(({ name }) => name === 'Shop')
    .flatMap(({ authId, authToken }) => [
      ['authId', authId],
      ['authToken', authToken],
    ]),
)

describe('accounts', () => {
  const sandbox = useSandbox({ realTime: true })
  const editor = useEditor(() => ({ extraSettings: endpointsSetting(sandbox()) }))
  const plivo = () => sandbox().provider('plivo')
  const host = () => new URL(plivo().endpoint).host

  it('are saved only after the provider accepted the credentials', async () => {
    await editor().openView()
    await editor().page().getByRole('button', { name: 'Add account' }).click()
    await question(editor(), 'Which provider?')
    await editor().screenshot('add-account-provider')
    await editor().quickPick.choose('Plivo')
    const [authId, authToken] = plivoAnswers(plivo().credentials)
    assert.ok(authId && authToken)
    await signIn(editor(), undefined, [authId, { ...authToken, value: 'not-the-token-00000000000000000000000000' }])
    const sentence = await refusal(editor())
    assert.match(sentence, /^Plivo refused the credentials of “Production”\..* Go back to change Auth ID “MA/)
    assert.doesNotMatch(sentence, /not-the-token/)
    await editor().screenshot('add-account-refused')
    assert.equal(await editor().page().locator('.welcome-view-content').first().isVisible(), true)
    await editor().quickPick.button('Back')
    await question(editor(), authId.placeholder)
    assert.equal(await editor().page().locator('.quick-input-box input').inputValue(), authId.value)
    await editor().page().keyboard.press('Enter')
    await question(editor(), authToken.placeholder)
    await editor().input.fill(authToken.value)
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()} · USD `))
    await editor().screenshot('account-added')
  })

  it('at Sinch get their token from the token server of the settings', async () => {
    await addAccount(editor(), 'Sinch', 'Production', sinchAnswers(sandbox().provider('sinch').credentials))
    await editor().tree.row(/^SinchProduction · 12 numbers · 127\.0\.0\.1:\d+\b/)
    assert.ok(((await sandbox().counters('sinch')).routes['token'] ?? 0) > 0)
  })

  it('are not added twice, neither by name nor by ID, but edited', async () => {
    await editor().runCommand('Phone Numbers: Add Account…')
    await question(editor(), 'Which provider?')
    await editor().quickPick.choose('Plivo')
    await question(editor(), 'Production')
    await editor().input.fill('production')
    assert.equal(
      await refusal(editor()),
      '“Production” is the name of another Plivo account here. Choose a different one.',
    )
    await signIn(editor(), 'Staging', plivoAnswers(plivo().credentials).slice(0, 1))
    await question(editor(), 'This Auth ID is already here as “Production”')
    await editor().screenshot('account-already-here')
    await editor().quickPick.choose('Edit “Production”')
    await editor().quickPick.titled('Edit “Production” (Plivo)')
    await editor().quickPick.dismiss()
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()} · USD `))
  })

  it('of one provider get a row each, with their own counts', async () => {
    await addAccount(editor(), 'Plivo', 'Staging', plivoAnswers(shop))
    await editor().tree.row(/^Plivo2 accounts · 14 numbers\b/)
    await editor().tree.row(new RegExp(`^Production12 numbers · ${host()} · USD `))
    await editor().tree.row(new RegExp(`^Staging2 numbers · ${host()} · USD `))
    await editor().screenshot('two-accounts')
  })

  it('tell more in their tooltips: server, numbers, what they cost', async () => {
    const text = await hoverText(editor(), /^Staging2 numbers/, 'Paid')
    assert.match(text, /^Staging Provider: Plivo Server: 127\.0\.0\.1:\d+ List: 2 numbers Paid: USD 3\.00 per month/)
    await editor().screenshot('account-tooltip')
    await editor().page().mouse.move(900, 500)
  })

  it('are told apart in lists by their server too', async () => {
    await editor().runCommand('Phone Numbers: Remove Account…')
    await question(editor(), 'Which account?')
    await editor().quickPick.row(new RegExp(`Staging.*Plivo · ${host()}`))
    await editor().screenshot('choose-account')
    await editor().quickPick.dismiss()
  })

  it('can be renamed without typing the secret again', async () => {
    await editor().tree.contextMenu(/^Staging/, 'Edit Account…')
    await signIn(editor(), 'Test bench', plivoAnswers(shop).slice(0, 1))
    await question(editor(), 'The token next to')
    await editor().screenshot('edit-account-secret')
    await editor().input.fill('')
    await editor().tree.row(/^Test bench2 numbers/)
    await editor().tree.gone(/^Staging/)
  })

  it('are removed after a question that says what happens to the numbers', async () => {
    await savedAccounts(editor(), 3)
    await editor().tree.contextMenu(/^Test bench/, 'Remove Account…')
    assert.match(await editor().dialog.text(), /Its 2 numbers at Plivo stay rented and go on being charged/)
    await editor().screenshot('remove-account')
    await editor().dialog.button('Cancel')
    await editor().tree.row(/^Test bench/)
    await editor().tree.contextMenu(/^Test bench/, 'Remove Account…')
    await editor().dialog.button('Remove')
    await editor().tree.gone(/^Test bench/)
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()} · USD `))
  })

  it('are there again after a reload and after a night', async () => {
    await savedAccounts(editor(), 2)
    await editor().reload()
    await editor().openView()
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()} · USD `))
    await editor().restart()
    await editor().openView()
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()} · USD `))
    await editor().tree.row(/^SinchProduction/)
  })

  it('ask to sign in again when their secret is gone, and are not lost', async () => {
    await editor()
      .page()
      .evaluate(() => localStorage.removeItem('secrets.provider'))
    await editor().reload()
    await editor().openView()
    await editor().tree.row('Sign in againcredentials are gone')
    await editor().screenshot('sign-in-again')
    await editor().tree.click('Sign in again')
    await signIn(editor(), undefined, sinchAnswers(sandbox().provider('sinch').credentials))
    await editor().tree.row(/^SinchProduction · 12 numbers/)
  })

  it('send nothing to another address until they are signed in for it', async () => {
    const before = (await sandbox().counters('contiguity')).total
    await changeUserSettings(editor(), {
      'phoneNumbers.endpoints': {
        sinch: sandbox().provider('contiguity').endpoint,
        sinchAuth: sandbox().provider('contiguity').endpoint,
      },
    })
    await editor().tree.row('Sign in againendpoint changed')
    await editor().screenshot('endpoint-changed')
    await editor().runCommand('Phone Numbers: Refresh')
    assert.equal((await sandbox().counters('contiguity')).total, before)
    await changeUserSettings(editor(), endpointsSetting(sandbox()))
    await editor().tree.row(/^SinchProduction · 12 numbers/)
  })
})
