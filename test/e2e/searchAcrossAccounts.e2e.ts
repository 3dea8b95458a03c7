import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { addAccount, plivoAnswers, sinchAnswers } from './addingAccounts.ts'
import { allAccounts, answerSearch, leaveOffers, question } from './searching.ts'
import { useEditor } from './useEditor.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

/** Numbers of Cologne: about ten at each provider. At Sinch they need an order, at TryVox they cost more than the limit. */
const cologne = { country: 'Germany', accounts: allAccounts, digits: '*221*' }
const limits = { 'phoneNumbers.spending.maxMonthlyPerRental': { USD: '1.50', EUR: '20' } }
/** Long enough to look at a list that is not complete. Milliseconds. */
const slow = 6_000
/** More lines than the list has. */
const mostLines = 80

describe('one search over the accounts of four providers', () => {
  const sandbox = useSandbox({ realTime: true })
  const editor = useEditor(() => ({ extraSettings: { ...endpointsSetting(sandbox()), ...limits } }))
  const credentials = (provider: string) => sandbox().provider(provider).credentials

  before(async () => {
    await editor().page().setViewportSize({ width: 1400, height: 900 })
    await addAccount(editor(), 'Sinch', 'Office', sinchAnswers(credentials('sinch')))
    await addAccount(editor(), 'Plivo', 'Trunk', plivoAnswers(credentials('plivo')))
    const { accountId = '', apiKey = '' } = credentials('tryvox')
    await addAccount(editor(), 'TryVox', 'Desk', [
      { placeholder: 'The ID of the account', value: accountId },
      { placeholder: 'tvx_sk_live_', value: apiKey },
    ])
    const key = credentials('contiguity')['apiKey'] ?? ''
    await addAccount(editor(), 'Contiguity', 'Main', [{ placeholder: 'contiguity_sk_', value: key }])
  })
  beforeEach(() => sandbox().clearFaults())

  const searchAgain = async () => {
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await question(editor(), 'In which country?')
    await editor().quickPick.choose(/^Last search: Germany · contains 221/)
    await question(editor(), 'Choose a number to rent')
    await editor().quickPick.row(/^\+49 /)
  }
  const line = (text: string) => editor().page().locator('.quick-input-list').getByLabel(text)
  const gone = (text: string) => line(text).first().waitFor({ state: 'detached' })
  const active = async () =>
    (await editor().page().locator('.quick-input-list .monaco-list-row.focused').getAttribute('aria-label')) ?? ''
  const press = (key: string) => editor().page().keyboard.press(key)
  /** Goes down a line, and says which it is when the editor has moved there. */
  const below = async (line: string): Promise<string> => {
    await press('ArrowDown')
    const moved = `.monaco-list-row.focused:not([aria-label=${JSON.stringify(line)}])`
    await editor().page().locator('.quick-input-list').locator(moved).waitFor()
    return await active()
  }

  /** The lines of the whole list from the active one on, as a screen reader says them. Ends where it started. */
  const walk = async (): Promise<readonly string[]> => {
    const first = await active()
    const lines = [first]
    while (lines.length < mostLines) {
      const next = await below(lines.at(-1) ?? first)
      if (next === first) break
      lines.push(next)
    }
    return lines
  }
  const offersIn = (lines: readonly string[]) => lines.filter((text) => /^\+49/.test(text))

  it('shows what has come while one of them is still asked, and leaves the person where they are', async () => {
    await sandbox().fault({ provider: 'tryvox', route: 'search', kind: 'delay', ms: slow })
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await answerSearch(editor(), cologne)
    await editor().quickPick.row(/^\+49 .*EUR 18\.90\/mo/)
    for (let turn = 0; turn < mostLines && !/^\+49 /.test(await active()); turn += 1) await press('ArrowDown')
    const before = await active()
    assert.match(before, /^\+49 /)
    assert.ok(await line('TryVox · Desk: searching…').isVisible())
    await editor().screenshot('compare-streaming')
    await gone('TryVox · Desk: searching…')
    assert.equal(await active(), before)
    await editor().screenshot('compare-complete')
    const tryvox = offersIn(await walk()).filter((text) => text.includes('TryVox · Desk'))
    assert.ok(tryvox.length > 5)
  })

  it('says which of them failed, and asks only that one again', async () => {
    await sandbox().fault({ provider: 'contiguity', route: 'listOffers', kind: 'resetBefore', times: 0 })
    await searchAgain()
    const failed = 'Contiguity · Main: no connection. Try again'
    await editor().quickPick.row(failed)
    await editor().screenshot('compare-failed')
    await sandbox().clearFaults()
    await sandbox().resetCounters()
    await editor().quickPick.choose(failed)
    await gone(failed)
    await editor().quickPick.row(/^\+49 .*EUR 18\.90\/mo/)
    const asked = async (provider: string, route: string) => (await sandbox().counters(provider)).routes[route] ?? 0
    assert.ok((await asked('contiguity', 'listOffers')) > 0)
    assert.equal((await asked('plivo', 'search')) + (await asked('tryvox', 'search')), 0)
    await leaveOffers(editor())
  })

  it('compares each currency apart, with unknown prices and what cannot be rented last', async () => {
    await sandbox().setSwitch('tryvox', 'offersWithoutPrices', true)
    await searchAgain()
    await gone('searching…')
    const offers = offersIn(await walk())
    assert.deepEqual(runs(offers.map(groupOf)), ['EUR', 'USD', 'price unknown', 'cannot be rented'])
    await editor().quickPick.type('unknown')
    await editor().screenshot('compare-unknown-prices')
    await editor().quickPick.type('')
    await editor().quickPick.choose('Sort by…')
    await question(editor(), 'By what?')
    await editor().screenshot('compare-sort-by')
    await editor().quickPick.choose(/^Provider/)
    await question(editor(), 'Choose a number to rent')
    const accounts = offersIn(await walk()).map(groupOf)
    assert.deepEqual(runs(accounts), ['cannot be rented', 'USD', 'price unknown', 'EUR'])
    await editor().screenshot('compare-by-provider')
    await sandbox().setSwitch('tryvox', 'offersWithoutPrices', false)
    await editor().quickPick.choose('Sort by…')
    await editor().quickPick.choose(/^Monthly price/)
    await leaveOffers(editor())
  })

  it('goes on where a provider has more', async () => {
    await searchAgain()
    await gone('searching…')
    const plivo = async () => offersIn(await walk()).filter((text) => text.includes('Plivo · Trunk')).length
    const before = await plivo()
    await editor().quickPick.type('more results')
    await editor().screenshot('compare-more')
    await editor().quickPick.choose('Plivo · Trunk: more results')
    await gone('Plivo · Trunk: more results')
    await editor().quickPick.type('')
    await editor().quickPick.row(/^\+49 /)
    await gone('searching…')
    assert.equal(await plivo(), before + 1)
    await leaveOffers(editor())
  })

  it('marks what is above the limit of the person, after what can be rented, and says why when it is chosen', async () => {
    await editor().setTheme('Dark Modern')
    await searchAgain()
    await gone('searching…')
    const dollars = offersIn(await walk()).filter((text) => groupOf(text) === 'USD')
    const marked = dollars.map((text) => text.includes('above your limit of USD 1.50/mo'))
    assert.deepEqual(runs(marked.map(String)), ['false', 'true'])
    await editor().screenshot('compare-dark')
    await editor().quickPick.type('above your limit')
    await editor().screenshot('compare-above-limit-dark')
    await editor().quickPick.choose(/^\+49 .*above your limit/)
    await editor().quickPick.titled(/cannot be rented$/)
    await editor().quickPick.row(/USD 1\.80 per month is more than your limit of USD 1\.50 per month/)
    await editor().screenshot('compare-why-dark')
    await editor().quickPick.choose('Back to the offers')
    await editor().quickPick.titled(/^Numbers to rent/)
    assert.equal(await editor().page().locator('.quick-input-box input').inputValue(), 'above your limit')
    await leaveOffers(editor())
  })
})

/** What decides where an offer stands in the order by price. */
function groupOf(offer: string): string {
  if (offer.includes('cannot be rented')) return 'cannot be rented'
  return /[A-Z]{3}(?= [\d.]+\/mo)|price unknown/.exec(offer)?.[0] ?? offer
}

/** Without the repetitions that follow each other. */
function runs(all: readonly string[]): readonly string[] {
  return all.filter((one, index) => one !== all[index - 1])
}
