import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import type { LoadedStage, StageName } from './startStages.ts'
import { startStages } from './startStages.ts'

/** The editor in English. */
const l10n = { bundle: undefined, t: (english: string) => english }

/** Stands for the rest of the editor's API: whatever is taken from it can be called, extended and looked into. */
const anything: object = new Proxy(class {}, {
  get: (target, name) => (name === 'prototype' ? target.prototype : name === 'l10n' ? l10n : anything),
  apply: () => anything,
})
Object.assign(globalThis, { benchEditorApi: anything })

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode' ? { url: 'bench:vscode', format: 'commonjs', shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === 'bench:vscode'
      ? { format: 'commonjs', source: 'module.exports = globalThis.benchEditorApi', shortCircuit: true }
      : next(url, context),
})

/** Loads the bundles of each stage after those of the stages before it, as a window does, and prints what each took. */
const load = createRequire(import.meta.url)
const folder = process.argv[2] ?? ''
const loaded = Object.entries(startStages).map(([stage, bundles]): LoadedStage => {
  const begun = performance.now()
  for (const bundle of bundles) load(join(folder, `${bundle}.js`))
  return { stage: stage as StageName, ms: performance.now() - begun }
})
console.log(JSON.stringify(loaded))
