import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { parseE164 } from '../../src/core/phoneNumber.ts'
import { ProviderError } from '../../src/core/providerError.ts'
import type { HttpAnswer } from '../../src/http/httpClient.ts'
import { providers } from '../../src/providers/registry.ts'
import { everyOperation, outcomeOf, type RecordedAnswer, tamperedDriver } from '../support/network/tamperedDriver.ts'
import { placesIn, textsIn, withTexts, withValueAt } from '../support/network/tamperText.ts'
import { collectOwned, noCancel } from '../support/sandboxDriver.ts'
import { startSandbox, type TestSandbox } from '../support/startSandbox.ts'

/** What a script, a terminal, a Markdown reader or a command link would act upon. */
const poison = '\u0000\u001b]8;;command:evil\u0007<img src=x onerror=alert(1)>[a](command:evil)\r\n\u202e\u2028$(trash)'

/** Everything that would show as something else than text on one line. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** What decides how an answer is read rather than what is shown; changing these is another test's work. */
const structural = /^(phoneNumber|number|e164|id|number_id|access_token|nextPageToken|status|currency.*|amount|money)$/i

for (const { id } of providers) {
  describe(`what ${id} says`, () => {
    let sandbox: TestSandbox
    const known = new Map<string, HttpAnswer>()
    const closing: (() => Promise<void>)[] = []
    before(async () => {
      sandbox = await startSandbox({ after: (close) => closing.push(close) }, { owned: { [id]: 8 } })
    })
    after(async () => void (await Promise.all(closing.map((close) => close()))))

    it('may have a wrong type anywhere: a provider error, or the rest is shown', async (t) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.nat(), replacements, async (which, where, replacement) => {
          let nth = 0
          const driver = tamperedDriver(t, sandbox, id, known, (recorded) =>
            isToken(recorded) || nth++ !== which % 3 ? recorded.answer.text : changedAt(recorded, where, replacement),
          )
          for (const call of readings(driver)) {
            nth = 0
            assertReadable(await outcomeOf(call))
          }
          assert.equal(({} as Readonly<Record<string, unknown>>)['polluted'], undefined)
          await driver.close()
        }),
        { numRuns: 60, seed: 20261121 },
      )
    })

    it('is shown as plain text on one line, whatever is in it', async (t) => {
      const driver = tamperedDriver(t, sandbox, id, known, (recorded) =>
        isToken(recorded) ? recorded.answer.text : poisoned(recorded),
      )
      const outcomes = await Promise.all(readings(driver).map(outcomeOf))
      const { numbers, unreadable, error } = await collectOwned(driver)
      assert.ok(numbers.length > 0 || unreadable.length > 0 || error !== undefined)
      for (const { name, text } of textsIn([outcomes, numbers, unreadable, error])) {
        assert.doesNotMatch(text, unprintable, `${name}: ${JSON.stringify(text)}`)
        assert.ok(text.length < 1_500, `${name} has ${text.length} characters`)
      }
    })

    it('is cut where it is endless', async (t) => {
      const driver = tamperedDriver(t, sandbox, id, known, (recorded) =>
        isToken(recorded) ? recorded.answer.text : JSON.stringify(withTexts(parsed(recorded), lengthened)),
      )
      const outcomes = await Promise.all(readings(driver).map(outcomeOf))
      for (const { name, text } of textsIn(outcomes)) assert.ok(text.length < 3_000, `${name} has ${text.length}`)
    })

    it('may carry keys named like parts of every object', async (t) => {
      const extra = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"x",'
      const driver = tamperedDriver(t, sandbox, id, known, ({ answer }) => answer.text.replaceAll('{"', `{${extra}"`))
      const { numbers } = await collectOwned(driver)
      assert.ok(numbers.length > 0)
      assert.equal(({} as Readonly<Record<string, unknown>>)['polluted'], undefined)
      for (const { number, facts } of numbers) {
        assert.equal(parseE164(number), number)
        assert.equal(Object.getPrototypeOf(facts[0] ?? {}), Object.prototype)
      }
    })
  })
}

/** Any JSON, and the values that programs trip over. */
const replacements = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    [],
    {},
    [null],
    true,
    '__proto__',
    'NaN',
  ),
  fc.constantFrom<unknown>(
    { __proto__: null, polluted: 1 },
    '2026-13-45T99:99:99Z',
    '+0',
    '+'.repeat(99),
    '1e5',
    '-1.5',
    '１２',
  ),
)

function readings(driver: Parameters<typeof everyOperation>[0]): (() => Promise<unknown>)[] {
  const { verify, list, get, search, quote, settleRent } = everyOperation(driver, noCancel())
  return [verify, list, get, search, quote, settleRent, choices].filter((call) => call !== undefined)

  /** The value of a choice is the provider's own id, sent back as it is and never shown. */
  async function choices() {
    const listed = await driver.listChoices('applicationId', noCancel())
    return listed.map(({ label, hint }) => ({ label, hint }))
  }
}

function isToken({ path }: RecordedAnswer): boolean {
  return path === '/oauth2/token'
}

function parsed({ answer }: RecordedAnswer): unknown {
  return answer.text === '' ? null : JSON.parse(answer.text)
}

function changedAt(recorded: RecordedAnswer, where: number, replacement: unknown): string {
  const document = parsed(recorded)
  const places = placesIn(document)
  return JSON.stringify(withValueAt(document, places[where % places.length] ?? [], replacement))
}

function poisoned(recorded: RecordedAnswer): string {
  const change = (text: string, name: string) => (structural.test(name) ? text : `${text.slice(0, 4)}${poison}${text}`)
  return JSON.stringify(withTexts(parsed(recorded), change))
}

function lengthened(text: string, name: string): string {
  return structural.test(name) ? text : text + 'x'.repeat(20_000)
}

/** A failure of the right kind, or values of our own types. */
function assertReadable(outcome: unknown): void {
  if (outcome instanceof ProviderError || outcome === undefined) return
  for (const { name, text } of textsIn(outcome)) {
    assert.doesNotMatch(text, unprintable, name)
    if (name === 'number') assert.equal(parseE164(text), text)
    if (name === 'amount') assert.match(text, /^-?\d+(\.\d+)?$/)
  }
}
