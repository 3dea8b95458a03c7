import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addAccount, plivoAnswers, refusal, signIn, sinchAnswers } from './addingAccounts.ts'
import { savedAccounts } from './savedAccounts.ts'
import { question } from './searching.ts'
import { useEditor } from './useEditor.ts'
import { changeUserSettings } from './userSettings.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

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
    assert.match(sentence, /^Plivo refused the credentials of “Production”\./)
    assert.doesNotMatch(sentence, /not-the-token/)
    await editor().screenshot('add-account-refused')
    assert.equal(await editor().page().locator('.welcome-view-content').first().isVisible(), true)
    await editor().input.fill(authToken.value)
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()}$`))
    await editor().screenshot('account-added')
  })

  it('at Sinch get their token from the token server of the settings', async () => {
    await addAccount(editor(), 'Sinch', 'Production', sinchAnswers(sandbox().provider('sinch').credentials))
    await editor().tree.row(/^SinchProduction · 12 numbers · 127\.0\.0\.1:\d+$/)
    assert.ok(((await sandbox().counters('sinch')).routes['token'] ?? 0) > 0)
  })

  it('of one provider get a row each, with their own counts', async () => {
    await addAccount(editor(), 'Plivo', 'Staging', plivoAnswers(plivo().credentials))
    await editor().tree.row(/^Plivo2 accounts · 24 numbers$/)
    await editor().tree.row(new RegExp(`^Production12 numbers · ${host()}$`))
    await editor().tree.row(new RegExp(`^Staging12 numbers · ${host()}$`))
    await editor().screenshot('two-accounts')
  })

  it('can be renamed without typing the secret again', async () => {
    await editor().tree.contextMenu(/^Staging/, 'Edit Account…')
    await signIn(editor(), 'Test bench', [
      { placeholder: 'MA and 18 more', value: plivo().credentials['authId'] ?? '' },
    ])
    await question(editor(), 'The token next to')
    await editor().screenshot('edit-account-secret')
    await editor().input.fill('')
    await editor().tree.row(/^Test bench12 numbers/)
    await editor().tree.gone(/^Staging/)
  })

  it('are removed after a question that says what happens to the numbers', async () => {
    await savedAccounts(editor(), 3)
    await editor().tree.contextMenu(/^Test bench/, 'Remove Account…')
    assert.match(await editor().dialog.text(), /Its 12 numbers at Plivo stay rented and go on being charged/)
    await editor().screenshot('remove-account')
    await editor().dialog.button('Cancel')
    await editor().tree.row(/^Test bench/)
    await editor().tree.contextMenu(/^Test bench/, 'Remove Account…')
    await editor().dialog.button('Remove')
    await editor().tree.gone(/^Test bench/)
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()}$`))
  })

  it('are there again after a reload and after a night', async () => {
    await savedAccounts(editor(), 2)
    await editor().reload()
    await editor().openView()
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()}$`))
    await editor().restart()
    await editor().openView()
    await editor().tree.row(new RegExp(`^PlivoProduction · 12 numbers · ${host()}$`))
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
