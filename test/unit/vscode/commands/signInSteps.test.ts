import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Credentials } from '../../../../src/core/account.ts'
import { contiguity } from '../../../../src/providers/contiguity/contiguity.ts'
import { plivo } from '../../../../src/providers/plivo/plivo.ts'
import type { StoredAccount } from '../../../../src/vscode/accountStore.ts'
import type { SignIn, SignInTools } from '../../../../src/vscode/commands/signIn.ts'
import { signInSteps } from '../../../../src/vscode/commands/signInSteps.ts'
import { runSteps } from '../../../../src/vscode/prompts/steps.ts'
import { buildAccount, buildError } from '../../../support/builders.ts'
import { pick, scriptedPrompts, type Turn } from '../../../support/scriptedPrompts.ts'
import { stubDriver } from '../../../support/stubDriver.ts'

const text = (value: string) => ({ kind: 'input', text: value }) as const
const back = { kind: 'back' } as const
const authId = 'MAGOODGOODGOODGOOD00'

/** What is stored at the start: an account at each of two providers. */
const stored: readonly (StoredAccount & { readonly values: Credentials })[] = [
  {
    provider: 'plivo',
    id: 'first',
    label: 'Production',
    values: { authId: 'MAFIRSTFIRSTFIRST000', authToken: 'first' },
  },
  { provider: 'contiguity', id: 'second', label: 'Texts', values: { apiKey: 'contiguity_sk_first' } },
]

interface World {
  readonly provider?: typeof plivo | typeof contiguity
  /** What the provider accepts. */
  readonly good?: Credentials
  /** Which account is edited; a new one when not given. */
  readonly accountId?: string
}

/** Asks the questions of a new account, answered by the script. */
async function signIn(script: readonly Turn[], { provider = plivo, good, accountId = 'new' }: World = {}) {
  const asked: Credentials[] = []
  const prompts = scriptedPrompts(...script)
  const tools = {
    prompts,
    directory: { list: () => stored.map((one) => buildAccount(one)), find: () => undefined },
    accounts: { list: () => stored, save: async () => {}, remove: async () => {} },
    credentials: {
      read: async (_provider: string, id: string) => {
        const values = stored.find((one) => one.id === id)?.values
        return values && { values, endpoints: { api: 'https://old.example.com' } }
      },
    },
    drivers: {
      trial: async (_provider: string, _account: string, credentials: Credentials) => {
        asked.push(credentials)
        const refused = buildError('auth', { operation: 'verify', sentence: 'Authentication failed' })
        const isGood = JSON.stringify(credentials) === JSON.stringify(good)
        return stubDriver({ verifyCredentials: () => (isGood ? Promise.resolve() : Promise.reject(refused)) })
      },
    },
    sandbox: { running: () => false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    readOverrides: () => ({}),
  } as unknown as SignInTools
  const initial: SignIn = { accountId, definition: provider, label: 'New', values: {}, stored: {} }
  const result = await runSteps(initial, signInSteps(tools, provider, 'Add an account'))
  prompts.finish()
  return { result, asked, prompts }
}

describe('the name of an account', () => {
  it('is refused while another account of the provider has it, however it is written', async () => {
    const { result, prompts } = await signIn([text(' production '), text(''), text('Staging'), { kind: 'escape' }])
    assert.equal(result, undefined)
    assert.equal(prompts.inputs.length, 4)
    const problem = await prompts.inputs[0]?.validate?.('production', new AbortController().signal)
    assert.equal(problem, '“Production” is the name of another Plivo account here. Choose a different one.')
  })

  it('may stay as it is, and may be that of an account at another provider', async () => {
    await signIn([text('Production'), { kind: 'escape' }], { accountId: 'first' })
    await signIn([text('Production'), { kind: 'escape' }], { provider: contiguity })
  })
})

describe('an account that is already here', () => {
  it('is offered for editing, and the provider is not asked', async () => {
    const { result, asked } = await signIn([text('New'), text('mafirstfirstfirst000'), pick('Edit “Production”')])
    assert.equal(result?.instead, 'first')
    assert.deepEqual(asked, [])
  })

  it('gives way to another ID, by choice or by Back', async () => {
    const good = { authId, authToken: 'good' }
    const again = [text('MAFIRSTFIRSTFIRST000'), pick('Type another Auth ID'), text('MAFIRSTFIRSTFIRST000'), back]
    const { result } = await signIn([text('New'), ...again, text(authId), text('good')], { good })
    assert.deepEqual(result?.values, good)
    assert.equal(result?.instead, undefined)
  })

  it('is recognised by its key where a provider has no ID, exactly as written', async () => {
    const known = await signIn([text('New'), text('contiguity_sk_first'), pick('Edit “Texts”')], {
      provider: contiguity,
    })
    assert.equal(known.result?.instead, 'second')
    assert.deepEqual(known.asked, [])
    const good = { apiKey: 'contiguity_sk_FIRST' }
    const other = await signIn([text('New'), text(good.apiKey)], { provider: contiguity, good })
    assert.deepEqual(other.result?.values, good)
  })

  it('is left by Escape, and is not itself another account', async () => {
    assert.equal((await signIn([text('New'), text('MAFIRSTFIRSTFIRST000'), { kind: 'escape' }])).result, undefined)
    const good = { authId: 'MAFIRSTFIRSTFIRST000', authToken: 'better' }
    const edited = await signIn([text('New'), text(good.authId), text('better')], { good, accountId: 'first' })
    assert.deepEqual(edited.result?.values, good)
  })
})

describe('refused credentials', () => {
  const good = { authId, authToken: 'good' }

  it('leave the box open with the provider’s sentence and what else may be wrong', async () => {
    const { result, asked, prompts } = await signIn([text('New'), text(authId), text('bad'), text('good')], { good })
    assert.deepEqual(result?.values, good)
    assert.equal(asked.length, 2)
    const problem = (await prompts.inputs.at(-1)?.validate?.('bad', new AbortController().signal)) ?? ''
    assert.match(problem, /^Plivo refused the credentials of “New”\. Plivo says: “Authentication failed”\./)
    assert.match(problem, / Go back to change Auth ID “MAGOODGOODGOODGOOD00”\.$/)
    assert.doesNotMatch(problem, /bad/)
  })

  it('leave everything as it was typed for the way back and forth', async () => {
    const { result, prompts } = await signIn(
      [text('New'), text('MAWRONG'), text('good'), back, text(authId), text('good')],
      {
        good,
      },
    )
    assert.deepEqual(result?.values, good)
    assert.deepEqual(
      prompts.inputs.map(({ value }) => value),
      ['New', '', '', '', 'MAWRONG', 'good'],
    )
  })
})
