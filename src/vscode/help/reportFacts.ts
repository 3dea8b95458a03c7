import { homedir, release, userInfo } from 'node:os'
import { type Extension, env, extensions, UIKind, version, workspace } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import type { PersonalWords } from '../../core/anonymousText.ts'
import { extensionId } from '../ids.ts'
import { proxyVariables } from '../readNetworkSettings.ts'
import { changedSettings, type DeclaredSetting } from './changedSettings.ts'
import { remoteKind } from './remoteKind.ts'

/** Label and value of what this runs in. */
export function readSurroundings(): readonly (readonly [string, string])[] {
  const place = env.uiKind === UIKind.Web ? 'browser' : 'desktop'
  return [
    ['Extension', textIn(manifest(), 'version')],
    ['Editor', `${env.appName} ${version}, ${place}, language ${env.language}`],
    ['System', `${process.platform} ${release()}, ${process.arch}, Node ${process.versions.node}`],
    ['Window', remoteKind(env.remoteName)],
    ['Workspace', workspace.isTrusted ? 'trusted' : 'restricted'],
  ]
}

/** Where problems are told, as the manifest says. */
export function reportAddress(): string | undefined {
  const bugs = member(manifest(), 'bugs')
  return textIn(bugs, 'url') || undefined
}

/** Our settings and those of the network that somebody set. */
export function readChangedSettings(): readonly (readonly [string, string])[] {
  const properties = member(member(member(manifest(), 'contributes'), 'configuration'), 'properties')
  const ours = Object.entries(typeof properties === 'object' && properties !== null ? properties : {})
  return changedSettings([...ours.map(declared), ...networkSettings], (name) =>
    workspace.getConfiguration().inspect(name),
  )
}

/** What must not be in a report of this window. */
export function readPersonalWords(accounts: readonly AccountInventory[]): PersonalWords {
  const proxies = [
    workspace.getConfiguration('http').get<unknown>('proxy'),
    ...proxyVariables.map((name) => process.env[name]),
  ]
  const origins = accounts
    .filter(({ account }) => account.endpointsOverridden)
    .flatMap(({ account }) => Object.values(account.endpoints))
  return {
    names: [
      ...accounts.filter(({ account }) => !account.sandbox).map(({ account }) => account.label),
      userInfo().username,
    ],
    hosts: [...origins, ...proxies].flatMap(hostsOf),
    homeFolder: homedir(),
  }
}

const networkSettings: readonly DeclaredSetting[] = [
  { name: 'http.proxySupport', words: ['off', 'on', 'fallback', 'override'] },
  ...['proxy', 'noProxy', 'proxyAuthorization', 'proxyStrictSSL', 'systemCertificates'].map((name) => ({
    name: `http.${name}`,
    words: [],
  })),
]

function declared([name, setting]: [string, unknown]): DeclaredSetting {
  const words = member(setting, 'enum')
  return { name, words: Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [] }
}

function hostsOf(origin: unknown): readonly string[] {
  if (typeof origin !== 'string' || !URL.canParse(origin)) return []
  const { host, hostname } = new URL(origin)
  return [host, hostname]
}

function manifest(): unknown {
  const extension: Extension<unknown> | undefined = extensions.getExtension(extensionId)
  return extension?.packageJSON
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function textIn(value: unknown, name: string): string {
  const found = member(value, name)
  return typeof found === 'string' ? found : ''
}
