import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { e164 } from '../../support/builders.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { openBench, pickOffer, type Subject } from './openBench.ts'

export function numberRules(subject: Subject): void {
  describe('one owned number', { concurrency: 8 }, () => {
    it('is the same as its row in the list', async (t) => {
      const bench = await openBench(t, subject)
      for (const owned of await bench.listed()) {
        assert.deepEqual(await bench.driver.getOwned(owned.number, noCancel()), owned)
      }
    })

    it('is undefined when the account does not own it', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      assert.equal(await bench.driver.getOwned(offer.number, noCancel()), undefined)
      assert.equal(await bench.driver.getOwned(e164('+999123456789'), noCancel()), undefined)
    })

    it('is not called gone when another server answers 404', async (t) => {
      const bench = await openBench(t, subject)
      const [owned] = await bench.listed()
      assert.ok(owned)
      await bench.fault('get', {
        kind: 'status',
        status: 404,
        body: '<html></html>',
        contentType: 'text/html',
        times: 0,
      })
      const answer = await bench.driver.getOwned(owned.number, noCancel()).catch((error: unknown) => error)
      assert.notEqual(answer, undefined)
    })
  })

  for (const field of subject.definition.rentFields) {
    if (field.kind !== 'listedChoice') continue
    it(`choices for the ${field.label} come from the provider`, async (t) => {
      const bench = await openBench(t, subject)
      const choices = await bench.driver.listChoices(field.key, noCancel())
      assert.ok(choices.length > 0)
      assert.equal(new Set(choices.map(({ value }) => value)).size, choices.length)
      for (const { value, label } of choices) assert.ok(value !== '' && label !== '')
    })
  }

  it('choices for a field that does not exist are unsupported or none', async (t) => {
    const bench = await openBench(t, subject)
    const answer = bench.driver.listChoices('noSuchField', noCancel())
    const choices = await answer.catch(async () => (await bench.failure(answer)).kind)
    assert.ok(choices === 'unsupported' || choices.length === 0)
  })
}
