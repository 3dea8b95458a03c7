import { commands, type Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode'
import type { Account, Credentials, Endpoints } from '../core/account.ts'
import { t } from '../core/words.ts'
import { findProvider, providers } from '../providers/registry.ts'
import { commandIds, contextKeys } from './ids.ts'
import type { LazyParts, SandboxPart } from './lazyParts.ts'
import { sandboxAccountId } from './sandboxAccountId.ts'

/** The built-in sandbox of this window. Its accounts exist while it runs and are never stored. */
export interface SandboxMode extends Disposable {
  running(): boolean
  accounts(): readonly Account[]
  credentialsOf(account: Account): Credentials | undefined
  /** Starts it and adds one account per provider. A second call joins the first. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** `run` tells one start from the next: what is recorded of an earlier world must not be taken for this one's. */
type Running = Awaited<ReturnType<SandboxPart['startSandbox']>> & { readonly run: string }

export function createSandboxMode(parts: LazyParts, newId: () => string, changed: () => void): SandboxMode {
  let running: Running | undefined
  let starting: Promise<void> | undefined
  const mark = createMark()

  const announce = async () => {
    await commands.executeCommand('setContext', contextKeys.sandboxRunning, running !== undefined)
    if (running === undefined) mark.hide()
    else mark.show()
    changed()
  }
  const start = async () => {
    const { startSandbox } = await parts.sandbox()
    running = { ...(await startSandbox({ realTime: true })), run: newId() }
    await announce()
  }
  return {
    running: () => running !== undefined,
    accounts: () => (running === undefined ? [] : accountsOf(running)),
    credentialsOf: (account) => running?.providers[account.provider]?.credentials,
    start() {
      if (running !== undefined) return Promise.resolve()
      starting ??= start().finally(() => {
        starting = undefined
      })
      return starting
    },
    async stop() {
      const ended = running
      running = undefined
      await ended?.close()
      await announce()
    },
    dispose() {
      mark.dispose()
      void running?.close()
    },
  }
}

function accountsOf(running: Running): Account[] {
  return providers.flatMap((definition) => {
    const entry = running.providers[definition.id]
    if (entry === undefined) return []
    const endpoints: Endpoints = {
      api: entry.endpoint,
      ...(entry.authEndpoint === undefined ? {} : { auth: entry.authEndpoint }),
    }
    return [
      {
        id: sandboxAccountId(definition.id, running.run),
        provider: definition.id,
        label: `Sandbox ${findProvider(definition.id)?.label ?? definition.id}`,
        sandbox: true,
        endpoints,
        endpointsOverridden: true,
      },
    ]
  })
}

function createMark(): StatusBarItem {
  const item = window.createStatusBarItem('phoneNumbers.sandbox', StatusBarAlignment.Left, 0)
  item.name = t('Phone Numbers Sandbox')
  item.text = `$(beaker) ${t('Phone numbers: sandbox')}`
  item.tooltip = t(
    'The phone number sandbox is running: nothing leaves this machine and no money is spent. Select to stop it.',
  )
  item.accessibilityInformation = { label: t('Phone number sandbox is running. Select to stop it.'), role: 'button' }
  item.command = commandIds.stopSandbox
  return item
}
