import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import type { Log } from '../../../src/core/log.ts'
import type { TestSandbox } from '../../support/startSandbox.ts'
import type { Subject } from '../rules/openBench.ts'

/** Everything a cell told anybody, searched for credentials at its end. */
export interface Told {
  readonly log: Log
  add(value: unknown): void
  /** Fails when a credential or an access token is in anything that was told. */
  check(): void
}

export function createTold(sandbox: TestSandbox, { id, definition }: Subject): Told {
  const texts: string[] = []
  const add = (value: unknown) => {
    texts.push(
      typeof value === 'string' ? value : inspect(value, { depth: 12, showHidden: true, maxArrayLength: null }),
    )
  }
  const { credentials } = sandbox.provider(id)
  const values = definition.credentialFields.filter(({ secret }) => secret).map(({ key }) => credentials[key] ?? '')
  const pairs = Object.values(credentials).flatMap((name) => values.map((value) => `${name}:${value}`))
  const base64 = [...values, ...pairs].map((text) => Buffer.from(text).toString('base64'))
  const secrets = [...values, ...base64, 'sandbox-token-']
  return {
    log: { debug: add, info: add, warn: add, error: add },
    add,
    check() {
      assert.ok(values.every((value) => value.length > 0))
      for (const text of texts) {
        for (const secret of secrets) assert.ok(!text.includes(secret), `a credential was told: ${text.slice(0, 200)}`)
      }
    },
  }
}
