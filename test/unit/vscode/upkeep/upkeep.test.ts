import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import type { OwnedNumber } from '../../../../src/core/ownedNumber.ts'
import type { OwnedPage, ProviderDriver } from '../../../../src/core/providerDriver.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../../support/builders.ts'
import { listing } from '../../../support/scriptedPages.ts'
import { stubDriver } from '../../../support/stubDriver.ts'
import { upkeepBench } from '../../../support/upkeepBench.ts'

const account = buildAccount()
const [a, b, c] = ['+13125550101', '+13125550102', '+13125550103'].map((number) => buildOwnedNumber(number))
assert.ok(a && b && c)
const page = (...numbers: OwnedNumber[]): OwnedPage => ({ numbers, unreadable: [] })
const minute = 60_000

describe('the last list', () => {
  it('is on disk when it was complete, and another window shows it before anything is asked', async (t) => {
    const first = window(t, [page(a, b)])
    await first.inventory.refresh(account.id)
    await first.upkeep.idle()
    const second = window(t, [], first.folder)
    await second.upkeep.recall([account.id])
    const entry = second.inventory.account(account.id)
    assert.deepEqual([entry?.numbers, entry?.status.kind], [[a, b], 'remembered'])
    assert.ok(entry?.listedAt)
  })

  it('is readable by its owner only, and holds neither facts nor anything of the account but its address', async (t) => {
    const { inventory, upkeep, folder, files } = window(t, [
      page({ ...a, facts: [{ label: 'Carrier', value: 'a fact that is read again' }] }),
    ])
    await inventory.refresh(account.id)
    await upkeep.idle()
    assert.deepEqual(Object.keys(files()), ['account-1.jsonl'])
    assert.equal(statSync(join(folder, 'account-1.jsonl')).mode & 0o777, 0o600)
    assert.ok(!files()['account-1.jsonl']?.includes('a fact that is read again'))
    assert.ok(!files()['account-1.jsonl']?.includes(account.label))
  })

  it('is not replaced by one that is not complete', async (t) => {
    const { inventory, upkeep, files } = window(t, [page(a, b)], [page(c), buildError('network')])
    await inventory.refresh(account.id)
    await upkeep.idle()
    const before = files()
    await inventory.refresh(account.id)
    await upkeep.idle()
    assert.deepEqual(files(), before)
  })

  it('of a sandbox account is never on disk', async (t) => {
    const sandbox = buildAccount({ sandbox: true })
    const bench = upkeepBench(t, { account: sandbox, driver: stubDriver({ listOwned: listing([page(a)]) }) })
    await bench.inventory.refresh(sandbox.id)
    await bench.upkeep.idle()
    assert.deepEqual(bench.files(), {})
  })

  it('follows own changes', async (t) => {
    const { inventory, upkeep, folder } = window(t, [page(a, b)])
    await inventory.refresh(account.id)
    await upkeep.idle()
    inventory.remove(account.id, a.number)
    inventory.put(c)
    const path = join(folder, 'account-1.jsonl')
    const limit = AbortSignal.timeout(10_000)
    while (readFileSync(path, 'utf8').includes(a.number)) await nextTurn(limit)
    assert.ok(readFileSync(path, 'utf8').includes(c.number))
  })

  it('goes with its account, also when another window left it there, with drafts that nobody finishes', async (t) => {
    const bench = window(t, [page(a)])
    await bench.inventory.refresh(account.id)
    await bench.upkeep.idle()
    const old = new Date(Date.now() - 2 * 60 * minute)
    for (const name of ['gone.jsonl', 'account-1.old.draft', 'account-1.young.draft'])
      writeFileSync(join(bench.folder, name), 'x')
    utimesSync(join(bench.folder, 'account-1.old.draft'), old, old)
    await bench.upkeep.accountsChanged()
    assert.deepEqual(Object.keys(bench.files()).sort(), ['account-1.jsonl', 'account-1.young.draft'])
    bench.setAccounts([])
    await bench.upkeep.accountsChanged()
    assert.deepEqual(Object.keys(bench.files()), ['account-1.young.draft'])
  })

  it('is forgotten when the credentials changed', async (t) => {
    const { inventory, upkeep, files } = window(t, [page(a)])
    await inventory.refresh(account.id)
    await upkeep.idle()
    await upkeep.forget(account.id)
    assert.deepEqual(files(), {})
  })

  it('that another window read later is not replaced by an older one', async (t) => {
    const clock = { now: 1_000_000 }
    const late = window(t, [page(a, b)], undefined, clock)
    clock.now += minute
    await late.inventory.refresh(account.id)
    await late.upkeep.idle()
    const itsClock = { now: clock.now - 30_000 }
    const slow = window(t, [page(c)], late.folder, itsClock)
    await slow.inventory.refresh(account.id)
    itsClock.now = clock.now
    await slow.upkeep.idle()
    assert.ok(late.files()['account-1.jsonl']?.includes(b.number))
    assert.deepEqual(Object.keys(late.files()), ['account-1.jsonl'])
  })

  it('that cannot be written is a line in the log and nothing else', async (t) => {
    const bench = window(t, [page(a)])
    mkdirSync(join(bench.folder, 'account-1.jsonl'))
    await bench.inventory.refresh(account.id)
    await bench.upkeep.idle()
    assert.equal(bench.inventory.account(account.id)?.status.kind, 'complete')
    assert.equal(bench.warnings.length, 1)
  })
})

describe('a file that is not what it should be', () => {
  const damages: Readonly<Record<string, (text: string) => string>> = {
    'is cut off': (text) => text.slice(0, -20),
    'lost a line': (text) => text.split('\n').toSpliced(1, 1).join('\n'),
    'gained a line': (text) => `${text}{}\n`,
    'has a damaged line': (text) => text.replace('+13125550102', '0102'),
    'is empty': () => '',
    'is not text': () => '\0\u{fffd}\0',
    'is of a newer version': (text) => text.replace('"v":1', '"v":2'),
    'is about another address': (text) => text.replace('api.example.com', 'other.example.com'),
    'is about another account': (text) => text.replace('account-1', 'account-2'),
    'is from the future': (text) => text.replace(/"at":\d+/, `"at":${Date.now() + 60 * minute}`),
  }
  for (const [name, damage] of Object.entries(damages)) {
    it(`is not shown when it ${name}, and is replaced by the next list`, async (t) => {
      const writer = window(t, [page(a, b)])
      await writer.inventory.refresh(account.id)
      await writer.upkeep.idle()
      const path = join(writer.folder, 'account-1.jsonl')
      writeFileSync(path, damage(readFileSync(path, 'utf8')))
      const reader = window(t, [page(c)], writer.folder)
      await reader.upkeep.recall([account.id])
      assert.equal(reader.inventory.account(account.id)?.status.kind, 'notLoaded')
      await reader.inventory.refresh(account.id)
      await reader.upkeep.idle()
      assert.ok(readFileSync(path, 'utf8').includes(c.number))
    })
  }
})

describe('what came and went without us', () => {
  it('is told, counted until the person has seen it, and written down', async (t) => {
    const { inventory, upkeep, news, records } = window(t, [page(a, b)], [page(b, c)], [page(c)], [page(c)])
    await inventory.refresh(account.id)
    for (const told of ['1 new, 1 gone', '1 new, 2 gone']) {
      const written = recorded(records)
      await inventory.refresh(account.id)
      await written
      assert.equal(news.at(-1), `${told}, changed outside this editor`)
    }
    upkeep.newsSeen()
    assert.equal(news.at(-1), undefined)
    await inventory.refresh(account.id)
    assert.equal(news.at(-1), undefined)
    assert.deepEqual(
      records.sightings().map(({ appeared, vanished, account: label }) => ({ appeared, vanished, label })),
      [
        { appeared: [c.number], vanished: [a.number], label: 'Production' },
        { appeared: [], vanished: [b.number], label: 'Production' },
      ],
    )
  })

  it('is not what was rented or released from here', async (t) => {
    const { inventory, news, entries, records } = window(t, [page(a, b)], [page(b, c)])
    await inventory.refresh(account.id)
    const at = new Date().toISOString()
    const about = { provider: account.provider, accountId: account.id, account: 'Production', sandbox: false, at }
    await records.intend({ ...about, id: '1', verb: 'rent', number: c.number })
    await records.intend({ ...about, id: '2', verb: 'release', number: a.number })
    const read = recorded(records)
    await inventory.refresh(account.id)
    await read
    assert.deepEqual(news, [])
    assert.equal(entries.filter(({ kind }) => kind === 'sighting').length, 0)
  })
})

describe('lists that are too old', () => {
  it('are those of accounts that may be asked', async (t) => {
    const clock = { now: 1_000_000 }
    const { inventory, upkeep } = window(t, [page(a)], undefined, clock)
    assert.deepEqual(await upkeep.due(minute), [])
    await inventory.refresh(account.id)
    assert.deepEqual(await upkeep.due(minute), [])
    clock.now += minute
    assert.deepEqual(await upkeep.due(minute), [account.id])
    assert.deepEqual(await upkeep.due(0), [])
  })

  it('are those that lack what another window wrote down since, until they were asked for again', async (t) => {
    const { inventory, upkeep, entries } = window(t, [page(a)], [page(a, b)])
    await inventory.refresh(account.id)
    assert.deepEqual(await upkeep.due(60 * minute), [])
    const at = new Date(Date.now() + 1_000).toISOString()
    const about = { provider: account.provider, accountId: account.id, account: 'Production', sandbox: false, at }
    entries.push(
      { kind: 'intent', intent: { ...about, id: '1', verb: 'rent', number: b.number } },
      { kind: 'ending', ending: { id: '1', at, outcome: 'done' } },
    )
    assert.deepEqual(await upkeep.due(60 * minute), [account.id])
    await inventory.refresh(account.id)
    assert.deepEqual(await upkeep.due(60 * minute), [])
  })
})

type Answer = readonly (OwnedPage | Error)[]

function window(t: TestContext, ...rest: readonly (Answer | string | { now: number } | undefined)[]) {
  const answers = rest.filter((one): one is Answer => Array.isArray(one))
  const folder = rest.find((one) => typeof one === 'string')
  const clock = rest.find((one): one is { now: number } => typeof one === 'object' && !Array.isArray(one))
  const driver: ProviderDriver = stubDriver({ listOwned: listing(...answers) })
  return upkeepBench(t, {
    ...{ account, driver },
    ...(folder === undefined ? {} : { folder }),
    ...(clock === undefined ? {} : { now: () => clock.now }),
  })
}

/** Resolves when the records were read or written next. */
async function recorded(records: { onDidChange(listener: () => void): () => void }): Promise<void> {
  const changes = new EventTarget()
  const stop = records.onDidChange(() => changes.dispatchEvent(new Event('change')))
  await once(changes, 'change')
  stop()
}

async function nextTurn(limit: AbortSignal): Promise<void> {
  limit.throwIfAborted()
  await new Promise((resolve) => setTimeout(resolve, 10))
}
