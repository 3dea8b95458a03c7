import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ProviderDefinition } from '../../../src/core/providerDefinition.ts'
import { providers } from '../../../src/providers/registry.ts'
import {
  commandIds,
  configurationSection,
  contextKeys,
  costsViewType,
  historyScheme,
  settingsViewType,
  viewId,
} from '../../../src/vscode/ids.ts'
import { conditionsOf, readManifest, textsIn } from './manifest.ts'

const manifest = readManifest()
const { contributes } = manifest
const declared = contributes.commands.map(({ command }) => command)

/** Commands that mean nothing without the row they stand at. All others ask for what they need. */
const needARow = ['phoneNumbers.showProblem', 'phoneNumbers.exportSelected', 'phoneNumbers.unpinNumber']
/** The same commands as in the palette under ids of their own: the title bar's buttons must not take the focused row. */
const inTitleBarOnly = ['phoneNumbers.searchAll', 'phoneNumbers.refreshAll', 'phoneNumbers.rentAnywhere']

describe('commands', () => {
  it('are declared exactly as the code knows them, each once', () => {
    assert.deepEqual([...declared].sort(), Object.values(commandIds).sort())
    assert.equal(new Set(declared).size, declared.length)
  })

  it('stand together in the palette under one name', () => {
    for (const { command, category } of contributes.commands) assert.equal(category, 'Phone Numbers', command)
  })

  it('have short titles of their own', () => {
    const titles = contributes.commands.map(({ title }) => title)
    assert.equal(new Set(titles).size, titles.length)
    for (const title of titles) assert.match(title, /^[A-Z][A-Za-z ]{3,30}[…?]?$/)
  })

  it('that need a row or belong to the title bar are not in the palette, all others are', () => {
    const hidden = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false')
    assert.deepEqual(hidden.map(({ command }) => command).sort(), [...needARow, ...inTitleBarOnly].sort())
    assert.equal(hidden.length, contributes.menus['commandPalette']?.length)
  })

  it('use icons of the editor', () => {
    for (const { command, icon } of contributes.commands) assert.match(icon ?? '$(none)', /^\$\([a-z-]+\)$/, command)
  })
})

describe('menus', () => {
  const entries = Object.values(contributes.menus).flat()

  it('hold declared commands only', () => {
    assert.deepEqual(
      entries.map(({ command }) => command).filter((command) => !declared.includes(command)),
      [],
    )
  })

  it('show an icon wherever there is no room for a title', () => {
    const withIcon = new Set(
      contributes.commands.filter(({ icon }) => icon !== undefined).map(({ command }) => command),
    )
    const bare = entries.filter(({ group }) => /^(inline|navigation)/.test(group ?? ''))
    assert.ok(bare.length > 0)
    for (const { command } of bare) assert.ok(withIcon.has(command), command)
  })

  it('hold in full what rows show as buttons, which only a pointer reaches', () => {
    const entries = contributes.menus['view/item/context'] ?? []
    const isButton = ({ group }: (typeof entries)[number]) => group?.startsWith('inline') === true
    const inMenu = (when = '') => when.replace(' && !listMultiSelection', '')
    const menu = new Set(
      entries.filter((entry) => !isButton(entry)).map(({ command, when }) => `${command} ${inMenu(when)}`),
    )
    for (const { command, when } of entries.filter(isButton)) assert.ok(menu.has(`${command} ${when}`), command)
  })

  it('of views and rows are for our view', () => {
    for (const menu of ['view/title', 'view/item/context']) {
      for (const { command, when } of contributes.menus[menu] ?? []) {
        assert.match(when ?? '', new RegExp(`^view == ${viewId}\\b`), `${menu}: ${command}`)
      }
    }
  })

  it('of the title bar hold no command that acts on a row', () => {
    const actOnRows = new Set((contributes.menus['view/item/context'] ?? []).map(({ command }) => command))
    const offenders = (contributes.menus['view/title'] ?? []).filter(({ command }) => actOnRows.has(command))
    assert.deepEqual(offenders, [])
  })

  it('offer what is done to one row only while one is selected', () => {
    const alone: readonly string[] = [
      ...[commandIds.search, commandIds.rent, commandIds.openConsole, commandIds.editAccount, commandIds.removeAccount],
      ...[commandIds.cancelRelease, commandIds.checkAgain, commandIds.whereUsed],
    ]
    for (const { command, when, group } of contributes.menus['view/item/context'] ?? []) {
      if (group?.startsWith('inline')) continue
      assert.equal(when?.endsWith(' && !listMultiSelection'), alone.includes(command), command)
    }
  })

  it('offer releasing only away from the click of a row', () => {
    const groups = (contributes.menus['view/item/context'] ?? [])
      .filter(({ command }) => command === commandIds.release || command === commandIds.removeAccount)
      .map(({ group }) => group ?? '')
    assert.ok(groups.length > 0)
    for (const group of groups) assert.doesNotMatch(group, /^inline/)
  })
})

describe('conditions', () => {
  const conditions = conditionsOf(manifest)

  it('ask for keys that the editor or our code sets', () => {
    const known = new Set<string>([
      'view',
      'viewItem',
      'listMultiSelection',
      'false',
      viewId,
      ...Object.values(contextKeys),
    ])
    for (const { place, when } of conditions) {
      const words = when.replace(/\/(?:\\.|[^/])+\//g, '').match(/[A-Za-z][\w.]*/g) ?? []
      for (const word of words) assert.ok(known.has(word), `${place} asks for ${word}`)
    }
  })

  it('ask for kinds of rows that the tree really has', () => {
    const kinds = new Set([...textsIn(/^src\/vscode\/tree\//)].flatMap((text) => text.split(';')))
    const asked = conditions.flatMap(({ place, when }) =>
      [...when.matchAll(/\/\\b(\w+)\\b\//g)].map(([, kind = '']) => ({ place, kind })),
    )
    assert.ok(asked.length > 0)
    assert.deepEqual(
      asked.filter(({ kind }) => !kinds.has(kind)),
      [],
    )
  })
})

describe('the view', () => {
  it('is the one the code fills, in a container of its own', () => {
    const [container] = contributes.viewsContainers.activitybar
    assert.ok(container)
    assert.deepEqual(
      contributes.views[container.id]?.map(({ id }) => id),
      [viewId],
    )
  })

  it('welcomes with commands that exist', () => {
    for (const { view, contents } of contributes.viewsWelcome) {
      assert.equal(view, viewId)
      const links = [...contents.matchAll(/\(command:([\w.]+)[^)]*\)/g)].map(([, command = '']) => command)
      assert.ok(links.length > 0)
      for (const link of links) assert.ok(declared.includes(link), link)
    }
  })

  it('names every provider in its welcome', () => {
    const text = contributes.viewsWelcome.map(({ contents }) => contents).join('\n')
    for (const { label } of providers) assert.ok(text.includes(label), label)
  })
})

describe('settings', () => {
  const settings = Object.entries(contributes.configuration.properties)

  it('have the scope application, so that no workspace can change where credentials or money go; those about code may follow it', () => {
    const inCode = (name: string) => name.startsWith('phoneNumbers.code.')
    for (const [name, { scope }] of settings) assert.equal(scope, inCode(name) ? 'resource' : 'application', name)
  })

  it('have a description, a default and the prefix of this extension', () => {
    for (const [name, setting] of settings) {
      assert.ok(name.startsWith(`${configurationSection}.`), name)
      assert.match(setting.markdownDescription ?? setting.description ?? '', /^[A-Z].{20,}\.$/s, name)
      assert.notEqual(setting.default, undefined, name)
    }
  })

  it('are all read by the code', () => {
    const texts = textsIn(/^src\/vscode\//)
    for (const [name] of settings) assert.ok(texts.has(name.slice(configurationSection.length + 1)), name)
  })

  it('let every endpoint of every provider be set, and nothing else', () => {
    const endpoints = contributes.configuration.properties['phoneNumbers.endpoints']
    const definitions: readonly ProviderDefinition[] = providers
    const wanted = definitions.flatMap(({ id, defaultEndpoints }) =>
      defaultEndpoints.auth === undefined ? [id] : [id, `${id}Auth`],
    )
    assert.deepEqual(Object.keys(endpoints?.properties ?? {}), wanted)
    assert.equal(endpoints?.additionalProperties, false)
    for (const { defaultEndpoints } of definitions) {
      for (const origin of Object.values(defaultEndpoints))
        assert.ok(JSON.stringify(endpoints).includes(origin), origin)
    }
  })
})

describe('activation', () => {
  it('waits until somebody needs the extension', () => {
    for (const event of manifest.activationEvents) assert.doesNotMatch(event, /^\*|onStartupFinished|onLanguage/)
  })

  it('brings settings forms and the page of costs back after a reload', () => {
    for (const type of [settingsViewType, costsViewType])
      assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${type}`), type)
  })

  it('brings the history back after a reload', () => {
    assert.ok(manifest.activationEvents.includes(`onFileSystem:${historyScheme}`))
  })

  it('starts at the bundle that the build makes', () => {
    assert.equal(manifest.main, './dist/extension.js')
    assert.ok(textsIn(/^esbuild\.mjs$/).has('src/extension.ts'))
  })

  it('says that it works in untrusted and virtual workspaces, because it reads none', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true)
    assert.equal(manifest.capabilities.virtualWorkspaces, true)
  })
})
