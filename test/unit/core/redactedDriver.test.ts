import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inspect } from 'node:util'
import { ProviderError } from '../../../src/core/providerError.ts'
import { redactedDriver, redactedFailure } from '../../../src/core/redactedDriver.ts'
import { createRedactor } from '../../../src/core/redaction.ts'
import { buildError, buildOffer, buildOwnedNumber, e164 } from '../../support/builders.ts'
import { rejection } from '../../support/rejection.ts'
import { collectOwned, noCancel } from '../../support/sandboxDriver.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const secret = 'Q9x.Lm~3vB_sN6yTc2'
const redactor = createRedactor()
const { redact } = redactor
redactor.addSecret(secret)
const number = e164('+12025550199')

describe('what a driver hands out', () => {
  it('is the same when no secret is in it', async () => {
    const owned = buildOwnedNumber('+12025550199', { name: 'Support', facts: [{ label: 'Region', value: 'NY' }] })
    const offers = { offers: [buildOffer()], more: false, unreadable: 0 }
    const driver = redactedDriver(
      stubDriver({
        getOwned: async () => owned,
        searchOffers: async () => offers,
        release: async () => ({ kind: 'alreadyGone' }),
      }),
      redactor,
    )
    assert.deepEqual(await driver.getOwned(number, noCancel()), owned)
    assert.deepEqual(await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel()), offers)
    assert.deepEqual(await driver.release(owned, noCancel()), { kind: 'alreadyGone' })
  })

  it('has no secret in names, routing, states, facts, reasons and hints, page by page', async () => {
    const owned = buildOwnedNumber('+12025550199', {
      name: `key ${secret}`,
      routing: secret,
      state: { kind: 'other', word: secret },
      facts: [{ label: secret, value: `https://x/?k=${secret}` }],
    })
    const driver = redactedDriver(
      stubDriver({
        async *listOwned() {
          yield { numbers: [owned], unreadable: [{ reason: secret, hint: secret.slice(0, 12) }] }
          throw buildError('unexpected', { sentence: secret })
        },
      }),
      redactor,
    )
    const list = await collectOwned(driver)
    assert.equal(list.numbers[0]?.number, number)
    assert.equal(list.error?.kind, 'unexpected')
    assert.doesNotMatch(JSON.stringify(list), /Q9x\.Lm/)
  })

  for (const [what, name] of [
    ['a secret with a quotation mark in it', 'key Zk7"pW\\4mQ-tR8'],
    ['a header on a line of its own', 'sent\nBearer abcdef123456'],
    ['a header that is broken over two lines', 'Bearer\nabcdef123456'],
  ] as const) {
    it(`has ${what} redacted in a page too`, async () => {
      const quoted = createRedactor()
      quoted.addSecret('Zk7"pW\\4mQ-tR8')
      const page = { numbers: [buildOwnedNumber('+12025550199', { name })], unreadable: [] }
      const driver = redactedDriver(
        stubDriver({
          async *listOwned() {
            yield page
          },
        }),
        quoted,
      )
      const { numbers } = await collectOwned(driver)
      assert.match(numbers[0]?.name ?? '', /\[secret\]/)
      assert.doesNotMatch(numbers[0]?.name ?? '', /Zk7|abcdef/)
    })
  }

  it('is cleaned page by page: a clean page beside one with the beginning of a secret at the end of a text', async () => {
    const clean = { numbers: [buildOwnedNumber('+12025550198', { name: 'Support' })], unreadable: [] }
    const cut = { numbers: [buildOwnedNumber('+12025550199', { name: `key ${secret.slice(0, 12)}` })], unreadable: [] }
    const driver = redactedDriver(
      stubDriver({
        async *listOwned() {
          yield clean
          yield cut
        },
      }),
      redactor,
    )
    const { numbers } = await collectOwned(driver)
    assert.deepEqual(
      numbers.map(({ name }) => name),
      ['Support', 'key [secret]'],
    )
  })

  it('keeps the values of choices, which are sent back, and shows their words without secrets', async () => {
    const choices = [{ value: secret, label: `App ${secret}` }]
    const driver = redactedDriver(stubDriver({ listChoices: async () => choices }), redactor)
    assert.deepEqual(await driver.listChoices('x', noCancel()), [{ value: secret, label: 'App [secret]' }])
  })

  it('has no secret in any part of a failure, its stack and its causes', async () => {
    const inner = Object.assign(new TypeError(`bad header ${secret}`), {
      code: 'ERR_X',
      input: secret,
      headers: { secret },
    })
    const cause = new AggregateError([inner], `all failed ${secret}`, { cause: inner })
    const driver = redactedDriver(
      stubDriver({
        rent: async () => {
          throw new ProviderError(
            {
              kind: 'unknownOutcome',
              provider: 'testphone',
              operation: 'rent',
              sentence: `no ${secret}`,
              detail: secret,
              requestId: secret,
              fields: [{ field: secret, problem: secret }],
            },
            { cause },
          )
        },
      }),
      redactor,
    )
    const error = await rejection(driver.rent({ number, options: {} }, noCancel()))
    assert.equal(error.kind, 'unknownOutcome')
    assert.doesNotMatch(inspect(error, { depth: 20, showHidden: true }) + error.stack, /Q9x\.Lm/)
    assert.match(error.stack ?? '', /\n {4}at /)
    assert.equal((error.cause as Error).message, 'all failed [secret]')
    assert.equal(((error.cause as Error).cause as { code?: string }).code, 'ERR_X')
  })

  it('is a failure too when the driver throws before it works, and whatever it throws', async () => {
    const driver = redactedDriver(
      stubDriver({
        verifyCredentials: () => {
          throw buildError('auth', { sentence: secret })
        },
        close: () => Promise.reject(secret),
      }),
      redactor,
    )
    const call = async () => await driver.verifyCredentials(noCancel())
    assert.equal((await rejection(call())).facts.sentence, '[secret]')
    await assert.rejects(driver.close(), (thrown) => thrown === '[secret]')
    assert.equal(redactedFailure(undefined, redact), undefined)
  })

  it('ends a chain of causes that has no end', () => {
    const error = new Error(secret)
    error.cause = error
    assert.doesNotMatch(inspect(redactedFailure(error, redact), { depth: 20 }), /Q9x\.Lm/)
  })
})
