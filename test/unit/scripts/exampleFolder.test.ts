import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { writeExampleFolder } from '../../../scripts/exampleFolder.mjs'
import { plivoSandbox } from '../sandbox/plivo/plivoSandbox.ts'
import { temporaryFolder } from './temporaryFolder.ts'

describe('the example folder', () => {
  it('mentions numbers that a sandbox account owns from the start', async (t) => {
    const folder = temporaryFolder()
    writeExampleFolder(folder)
    const plivo = await plivoSandbox(t)
    const { objects } = await plivo.read('Number/')
    const owned = new Set(objects.map((row) => row['number']))
    const numbersIn = (file: string, key: RegExp) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(key)].map(([, text = '']) => text.replace(/\D/g, ''))
    for (const numbers of [
      numbersIn('.env', /_NUMBER=(.+)/g),
      numbersIn('notify.ts', /(?:support|sales): '([^']+)'/g),
    ]) {
      assert.equal(numbers.length, 2)
      for (const number of numbers) assert.ok(owned.has(number), number)
    }
  })
})
