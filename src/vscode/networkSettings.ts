import { type Disposable, EventEmitter, ExtensionKind, env, workspace } from 'vscode'
import { addressSecrets, headerSecrets } from '../core/proxySecrets.ts'
import type { Redactor } from '../core/redaction.ts'
import type { NetworkSettings } from './lazyParts.ts'
import { proxyVariables, readNetworkSettings } from './readNetworkSettings.ts'

/** How this window is to reach the network, now. */
export interface NetworkSource extends Disposable {
  /** The same object until something changes. */
  current(): NetworkSettings
  onDidChange(listener: () => void): Disposable
}

const section = 'http'

/**
 * The editor's own `http.*` settings and the proxy variables of the environment. A workspace cannot change them. What they hold of
 * passwords is told to the redactor before anybody can use it.
 */
export function createNetworkSource(extensionKind: ExtensionKind, redactor: Redactor): NetworkSource {
  const isRemote = extensionKind === ExtensionKind.Workspace && env.remoteName !== undefined
  const read = () => {
    const settings = readNetworkSettings(workspace.getConfiguration(section), isRemote, process.env)
    for (const secret of secretsIn(settings)) redactor.addSecret(secret)
    return settings
  }
  const changed = new EventEmitter<void>()
  let settings = read()
  const watching = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(section)) return
    const next = read()
    if (JSON.stringify(next) === JSON.stringify(settings)) return
    settings = next
    changed.fire()
  })
  return {
    current: () => settings,
    onDidChange: changed.event,
    dispose() {
      watching.dispose()
      changed.dispose()
    },
  }
}

function secretsIn({ proxy, proxyAuthorization, environment }: NetworkSettings): readonly string[] {
  const addresses = [proxy, ...proxyVariables.map((name) => environment[name] ?? '')]
  return [...addresses.flatMap(addressSecrets), ...headerSecrets(proxyAuthorization ?? '')]
}
