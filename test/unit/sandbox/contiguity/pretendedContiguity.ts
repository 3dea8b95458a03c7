import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import { startSandbox, type TestSandbox } from '../../../support/startSandbox.ts'

export interface ContiguityWorldSnapshot {
  readonly balance: string
  readonly balances: Readonly<Record<string, string>>
  readonly owned: readonly {
    readonly number: string
    readonly leaseId: string
    readonly leaseStatus: string
    readonly failover: unknown
  }[]
  readonly offers: readonly string[]
  readonly taken: readonly string[]
  readonly released: readonly string[]
  readonly charges: readonly { readonly number: string; readonly amount: string; readonly currency: string }[]
}

export type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly status: string
  readonly pricing: { readonly currency: string; readonly upfront_fee: number; readonly monthly_rate: number }
}

export interface Answer<Data> {
  readonly status: number
  readonly envelope: Readonly<Record<string, unknown>>
  readonly data: Data
}

export interface PretendedContiguity {
  readonly sandbox: TestSandbox
  /** Sends with the known key; a body is sent as JSON. */
  ask<Data = Readonly<Record<string, unknown>>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>
  world(): Promise<ContiguityWorldSnapshot>
  offers(): Promise<readonly Row[]>
  owned(): Promise<readonly Row[]>
  /** An offer that anybody may rent, in the given currency. */
  plainOffer(currency?: string): Promise<Row>
}

/** A sandbox as Contiguity's users see it. */
export async function pretendContiguity(t: TestContext, options: SandboxOptions = {}): Promise<PretendedContiguity> {
  const sandbox = await startSandbox(t, options)
  const { endpoint, credentials } = sandbox.provider('contiguity')
  const ask = async <Data>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Data>> => {
    const response = await fetch(endpoint + path, {
      method,
      headers: { authorization: `Token ${credentials['apiKey']}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const envelope = JSON.parse(await response.text())
    return { status: response.status, envelope, data: envelope.data }
  }
  const rows = async (path: string): Promise<readonly Row[]> =>
    (await ask<{ numbers: readonly Row[] }>('GET', path)).data.numbers
  const offers = () => rows('/numbers/leases')
  return {
    sandbox,
    ask,
    world: () => sandbox.world('contiguity'),
    offers,
    owned: () => rows('/numbers/leased'),
    async plainOffer(currency = 'USD') {
      const plain = (await offers()).find((row) => isPlain(row) && row.pricing.currency === currency)
      return plain ?? assert.fail(`no plain offer in ${currency}`)
    },
  }
}

function isPlain(row: Row): boolean {
  const { requirements = [] } = row['data'] as { requirements?: readonly string[] }
  return row.status === 'available' && requirements.length === 0
}

/** A path's form of a number. */
export function encoded(number: string): string {
  return encodeURIComponent(number)
}
