import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isExportDeclaration, SyntaxKind } from 'typescript/unstable/ast'
import { exportedNames } from '../../support/sourceTree/exportedNames.ts'
import { parseSources } from '../../support/sourceTree/parseSources.ts'
import { readSourceTree, sourceFolders } from '../../support/sourceTree/readSourceTree.ts'
import { lineOf, visitNodes } from '../../support/sourceTree/visitNodes.ts'
import { namesAnExport } from './naming.ts'

const sources = readSourceTree()
const product = sources.filter(({ path }) => /^(src|webview-ui)\//.test(path))

/** The editor calls these by their names. */
const calledByTheEditor = new Set(['activate', 'deactivate'])

const providerNames = /sinch|plivo|tryvox|contiguity/i

describe('files', () => {
  it('have no folder for things without a name', () => {
    const vague = /(^|\/)(utils?|common|helpers?|types|services|shared|misc|lib)(\/|$)/i
    assert.deepEqual(
      sourceFolders().filter((folder) => vague.test(folder)),
      [],
    )
  })

  it('are named in camel case', () => {
    const camelCase = /^[a-z][A-Za-z0-9]*(\.test|\.host|\.e2e|\.d)?\.\w+$/
    const offenders = sources
      .map(({ path }) => path)
      .filter((path) => !camelCase.test(path.slice(path.lastIndexOf('/') + 1)))
    assert.deepEqual(offenders, [])
  })

  it('say in their name what they export, when that is one thing', () => {
    const offenders = product
      .map((source) => ({
        path: source.path,
        exports: exportedNames(source).filter((name) => !calledByTheEditor.has(name)),
      }))
      .filter(({ path, exports }) => exports.length === 1 && !namesAnExport(path, exports))
      .map(({ path, exports }) => `${path} exports ${exports.join(', ')}`)
    assert.deepEqual(offenders, [])
  })

  it('are no barrels: nothing is passed on wholesale', () => {
    const offenders = sources.filter((source) => {
      const statements = [...source.tree.statements]
      const passedOn = statements.filter((one) => isExportDeclaration(one) && one.moduleSpecifier !== undefined)
      const wholesale = passedOn.some((one) => isExportDeclaration(one) && one.exportClause === undefined)
      return (
        wholesale || (passedOn.length > 0 && passedOn.length === statements.length) || /\/index\.\w+$/.test(source.path)
      )
    })
    assert.deepEqual(
      offenders.map(({ path }) => path),
      [],
    )
  })

  it('export by name only', () => {
    const offenders = sources.filter((source) => exportedNames(source).includes('default'))
    assert.deepEqual(
      offenders.map(({ path }) => path),
      [],
    )
  })
})

describe('what a source says', () => {
  it('is never any', () => {
    const offenders = sources.flatMap((source) => {
      const lines: number[] = []
      visitNodes(source, (node) => {
        if (node.kind === SyntaxKind.AnyKeyword) lines.push(lineOf(source, node.getStart(source.tree)))
      })
      return lines.map((line) => `${source.path}:${line}`)
    })
    assert.deepEqual(offenders, [])
  })

  it('knows no provider by name in core', () => {
    const offenders = linesThat(/^src\/core\//, providerNames)
    assert.deepEqual(offenders, [])
  })

  it('leaves nothing to be done later and switches no check off', () => {
    const offenders = linesThat(
      /^(src|webview-ui|scripts)\//,
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|expect-error|nocheck)/,
    )
    assert.deepEqual(offenders, [])
  })

  it('skips no test', () => {
    const offenders = linesThat(
      /^test\/.*\.test\.ts$/,
      /\b(it|test|describe|suite)\.(skip|only|todo)\(|\{ (skip|only|todo):/,
    )
    assert.deepEqual(
      offenders.filter((line) => !line.startsWith('test/unit/architecture/')),
      [],
    )
  })
})

describe('the naming rules themselves', () => {
  it('find every export of a file', () => {
    const text =
      'export const a = 1, b = 2\nexport function c() {}\nexport interface D {}\nexport type E = 1\nexport { f } from "./f.ts"\nexport default class {}\nconst hidden = 1'
    const [source] = parseSources({ 'src/a.ts': text })
    assert.ok(source)
    assert.deepEqual(exportedNames(source), ['a', 'b', 'c', 'D', 'E', 'f', 'default'])
  })

  it('see that a name does not fit', () => {
    assert.equal(namesAnExport('src/core/redaction.ts', ['createRedactor']), true)
    assert.equal(namesAnExport('src/core/statusKind.ts', ['kindOfStatus']), true)
    assert.equal(namesAnExport('src/core/price.ts', ['createRedactor', 'Redactor']), false)
  })
})

function linesThat(files: RegExp, text: RegExp): string[] {
  return sources
    .filter(({ path }) => files.test(path))
    .flatMap((source) =>
      source.text
        .split('\n')
        .map((line, n) => ({ line, place: `${source.path}:${n + 1}` }))
        .filter(({ line }) => text.test(line))
        .map(({ line, place }) => `${place} ${line.trim()}`),
    )
}
