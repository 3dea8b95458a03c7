import type { ReferenceKind } from '../../support/sourceTree/moduleReferences.ts'

/** What the files of a room may name. A rule is a path pattern for our own files, a package pattern for the rest. */
export interface Room {
  readonly name: string
  /** Which files belong to it. The first room that matches wins. */
  readonly files: RegExp
  readonly mayName: readonly Permission[]
}

interface Permission {
  readonly target: RegExp
  /** How it may be named; all ways when not given. */
  readonly kinds?: readonly ReferenceKind[]
}

const core = { target: /^src\/core\// }
const http = { target: /^src\/http\// }
const registry = { target: /^src\/providers\/registry\.ts$/ }
const vscodeRoom = { target: /^src\/vscode\// }
const contract = { target: /^src\/contract\// }
const zod = { target: /^zod(\/|$)/ }
const node = { target: /^node:/ }
const vscodePackage = { target: /^vscode$/ }

/** The starts of the bundles that are loaded when they are first needed. Their types may be named, their code only through `import()`. */
const lazily = (path: RegExp): Permission => ({ target: path, kinds: ['lazy', 'type'] })
const network = lazily(/^src\/providers\/drivers\.ts$/)
const numbering = lazily(/^src\/numbering\/phoneFormat\.ts$/)
const sandbox = lazily(/^src\/sandbox\/sandbox\.ts$/)

/** A definition stays light: it is part of the bundle that every window loads at its start. */
const definitionOf = (id: string): Room => ({
  name: `definition of ${id}`,
  files: new RegExp(`^src/providers/${id}/${id}\\.ts$`),
  mayName: [core],
})
const providerRoom = (id: string): Room => ({
  name: `providers/${id}`,
  files: new RegExp(`^src/providers/${id}/`),
  mayName: [core, http, zod, { target: new RegExp(`^src/providers/${id}/`) }],
})

const light: readonly Room[] = [
  { name: 'core', files: /^src\/core\//, mayName: [core] },
  { name: 'http', files: /^src\/http\//, mayName: [core, http, node, zod, { target: /^undici$/ }] },
  {
    name: 'numbering',
    files: /^src\/numbering\//,
    mayName: [core, { target: /^src\/numbering\// }, { target: /^libphonenumber-js(\/|$)/ }],
  },
  { name: 'sandbox', files: /^src\/sandbox\//, mayName: [{ target: /^src\/sandbox\// }, node] },
  { name: 'contract', files: /^src\/contract\//, mayName: [{ ...core, kinds: ['type'] }, contract, zod] },
]

const providerLists: readonly Room[] = [
  {
    name: 'registry',
    files: /^src\/providers\/registry\.ts$/,
    mayName: [core, { target: /^src\/providers\/(\w+)\/\1\.ts$/ }],
  },
  {
    name: 'drivers',
    files: /^src\/providers\/drivers\.ts$/,
    mayName: [core, http, registry, { target: /^src\/providers\/(\w+)\/\1Driver\.ts$/ }],
  },
]

const windows: readonly Room[] = [
  {
    name: 'the one door to lazy parts',
    files: /^src\/vscode\/lazyParts\.ts$/,
    mayName: [core, registry, vscodeRoom, network, numbering, sandbox],
  },
  {
    name: 'vscode',
    files: /^src\/vscode\//,
    mayName: [core, registry, contract, vscodeRoom, vscodePackage, node],
  },
  { name: 'extension', files: /^src\/extension\.ts$/, mayName: [core, registry, vscodeRoom, vscodePackage] },
  {
    name: 'webview-ui',
    files: /^webview-ui\//,
    mayName: [
      { target: /^webview-ui\// },
      { ...contract, kinds: ['type'] },
      { target: /^@vscode\/webview-ui-toolkit(\/|$)/ },
    ],
  },
]

/** Who may import whom. A file of `src` or `webview-ui` that belongs to no room is an offence. */
export function roomsFor(providerIds: readonly string[]): Room[] {
  return [...light, ...providerIds.map(definitionOf), ...providerIds.map(providerRoom), ...providerLists, ...windows]
}
