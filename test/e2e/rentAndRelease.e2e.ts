import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { answerSearch, firstOffer, leaveOffers, question } from './searching.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

describe('renting and releasing', () => {
  const editor = useEditor()
  before(() => trySandbox(editor()))

  const collapse = () => editor().page().getByRole('button', { name: 'Collapse All' }).click()
  /** Opens one provider and one of its countries; everything else is closed. */
  const openCountry = async (provider: string, country: RegExp) => {
    await collapse()
    await editor().tree.expand(new RegExp(`^${provider}`))
    await editor().tree.expand(country)
  }
  const confirm = async (parts: readonly string[], picture: string) => {
    const text = await editor().dialog.text()
    for (const part of parts) assert.ok(text.includes(part), `“${part}” is missing in: ${text}`)
    await editor().screenshot(picture)
  }

  it('rents a local number of the United States at Sinch from the row of a country', async () => {
    await openCountry('Sinch', /^United States4\b/)
    await editor().tree.inlineAction(/^United States4\b/, /Search Numbers/)
    await answerSearch(editor(), { type: 'Local', capabilities: ['SMS', 'Voice'], digits: '312' })
    assert.equal(await editor().quickPick.title(), 'Numbers to rent: Sinch · sandbox · United States (4/4)')
    const offer = await firstOffer(editor())
    assert.match(offer.number, /^\+1 312 /)
    assert.equal(offer.price, 'USD 0.50/mo, set-up USD 0.50')
    await editor().screenshot('offers-sinch')
    await editor().quickPick.choose(offer.number)
    await question(editor(), 'Leave empty for none')
    await editor().screenshot('rent-option-sinch')
    await editor().input.fill('')
    await confirm(
      [
        `Rent ${offer.number} from Sinch?`,
        'Account: Sandbox Sinch (sandbox, no real money)',
        'Price: USD 0.50 per month',
        'Set-up: USD 0.50 once',
        'every month until it is released',
      ],
      'rent-question-sinch',
    )
    await editor().dialog.button('Cancel')
    await leaveOffers(editor())
    assert.equal((await editor().tree.visibleRows()).filter((row) => row.startsWith(offer.number)).length, 0)
    await rentAgainAt('United States4', offer.number)
    await editor().tree.row(/^United States5\b/)
    await releaseWith(
      offer.number,
      ['keeps working until the end of the period', 'cannot take the release back', 'Fee for releasing: none'],
      'release-question-sinch',
    )
    await editor().tree.row(new RegExp(`^${escaped(offer.number)}releasing, yours until `))
    assert.deepEqual(
      (await editor().tree.contextMenuItems(offer.number)).filter((item) => item.startsWith('Release')),
      [],
    )
    await editor().screenshot('released-sinch')
  })

  /** The same search again, this time with Rent. */
  const rentAgainAt = async (country: string, number: string) => {
    await editor().tree.inlineAction(new RegExp(`^${country}\\b`), /Search Numbers/)
    await answerSearch(editor(), { type: 'Local', digits: '312' })
    await editor().quickPick.choose(number)
    await question(editor(), 'Leave empty for none')
    await editor().input.fill('')
    await editor().dialog.button('Rent')
    await editor().tree.row(new RegExp(`^${escaped(number)}.*USD 0\\.50/mo$`))
    await editor().screenshot('rented-sinch')
  }

  const releaseWith = async (number: string, parts: readonly string[], picture: string) => {
    await editor().tree.contextMenu(number, 'Release Number…')
    await confirm([`Release ${number} at `, ...parts], picture)
    await editor().dialog.button('Cancel')
    await editor().tree.row(number)
    await editor().tree.contextMenu(number, 'Release Number…')
    await editor().dialog.button('Release')
  }

  it('rents at Plivo with one of the account’s applications, and the number is gone at once when released', async () => {
    await openCountry('Plivo', /^United Kingdom2\b/)
    await editor().tree.inlineAction(/^United Kingdom2\b/, /Search Numbers/)
    await answerSearch(editor(), { type: 'Mobile', capabilities: ['SMS'] })
    const offer = await firstOffer(editor())
    await editor().screenshot('offers-plivo')
    await editor().quickPick.choose(offer.number)
    await question(editor(), 'Application.')
    await editor().quickPick.row('support-ivr')
    await editor().screenshot('rent-option-plivo')
    await editor().quickPick.choose('support-ivr')
    await confirm(
      [
        'Provider: Plivo',
        `Number: ${offer.number} (United Kingdom, mobile`,
        'Application: support-ivr',
        'Set-up: USD 0.00 once',
      ],
      'rent-question-plivo',
    )
    await editor().dialog.button('Rent')
    await editor().tree.row(/^United Kingdom3\b/)
    await editor().tree.row(offer.number)
    await releaseWith(
      offer.number,
      ['takes the number back at once', 'The current month is not refunded'],
      'release-question-plivo',
    )
    await editor().tree.gone(offer.number)
    await editor().tree.row(/^United Kingdom2\b/)
  })

  it('rents at TryVox from the command palette, shows the fee of an early release, and takes the release back', async () => {
    await openCountry('TryVox', /^Canada1\b/)
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await answerSearch(editor(), { accounts: 'Sandbox TryVox', country: 'Canada', type: 'Local' })
    const offer = await firstOffer(editor())
    await editor().screenshot('offers-tryvox')
    await editor().quickPick.choose(offer.number)
    await confirm(
      ['Provider: TryVox', 'the first month is pro-rated', 'Set-up: USD', 'early-termination fee'],
      'rent-question-tryvox',
    )
    await editor().dialog.button('Rent')
    await editor().tree.row(/^Canada2\b/)
    await releaseWith(
      offer.number,
      ['Fee for releasing: USD 25.00', 'can be taken back for 30 days', 'TryVox warns: Rented under 3 months ago'],
      'release-question-tryvox',
    )
    await editor().tree.row(new RegExp(`^${escaped(offer.number)}released · can be taken back until `))
    await editor().screenshot('released-tryvox')
    await editor().tree.contextMenu(offer.number, 'Cancel Release…')
    await confirm(
      [`Take back the release of ${offer.number} at TryVox?`, 'Account: Sandbox TryVox', 'you pay for it again'],
      'take-back-question-tryvox',
    )
    await editor().dialog.button('Cancel')
    await editor().tree.contextMenu(offer.number, 'Cancel Release…')
    await editor().dialog.button('Take back')
    await editor().tree.row(new RegExp(`^${escaped(offer.number)}local`))
    await editor().screenshot('release-taken-back-tryvox')
  })

  it('rents at Contiguity, which asks for the billing method and knows no types', async () => {
    await openCountry('Contiguity', /^Canada1\b/)
    await editor().tree.inlineAction(/^Contiguity/, /Search Numbers/)
    await answerSearch(editor(), { country: 'Canada', type: null })
    const offer = await firstOffer(editor(), /set-up(?!.*(needs|has requirements))/)
    await editor().screenshot('offers-contiguity')
    await editor().quickPick.choose(offer.number)
    await question(editor(), 'Billing method.')
    await editor().screenshot('rent-option-contiguity')
    await editor().quickPick.choose('Monthly')
    await confirm(['Provider: Contiguity', 'Billing method: Monthly', 'per month', 'once'], 'rent-question-contiguity')
    await editor().dialog.button('Rent')
    await editor().tree.row(/^Canada2\b/)
    await releaseWith(
      offer.number,
      ['ends the lease at once', 'Fee for releasing: unknown'],
      'release-question-contiguity',
    )
    await editor().tree.gone(offer.number)
    await editor().tree.row(/^Canada1\b/)
  })

  it('says before anything is sent that an offer cannot be rented from here', async () => {
    await openCountry('Sinch', /^Germany2\b/)
    await editor().tree.inlineAction(/^Germany2\b/, /Search Numbers/)
    await answerSearch(editor(), { type: 'Mobile' })
    const row = await editor().quickPick.row('cannot be rented from here')
    await editor().screenshot('offers-not-rentable')
    await row.click()
    await editor().quickPick.row('This one needs a number order in the Sinch dashboard.')
    await editor().screenshot('not-rentable')
    assert.equal(await editor().page().locator('.monaco-dialog-box').count(), 0)
    await editor().quickPick.choose('Back to the offers')
    await leaveOffers(editor())
  })
})

function escaped(number: string): string {
  return number.replace('+', '\\+')
}
