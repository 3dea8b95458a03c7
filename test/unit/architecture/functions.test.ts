import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { functionLengths } from '../../support/sourceTree/functionLengths.ts'
import { parseSources } from '../../support/sourceTree/parseSources.ts'
import { readSourceTree } from '../../support/sourceTree/readSourceTree.ts'

const longestFunction = 40
const longestFile = 250

describe('size', () => {
  it(`keeps functions at ${longestFunction} lines, functions inside them apart`, () => {
    const long = readSourceTree().flatMap((source) =>
      functionLengths(source)
        .filter(({ lines }) => lines > longestFunction)
        .map(({ line, lines }) => `${source.path}:${line} has ${lines} lines`),
    )
    assert.deepEqual(long, [])
  })

  it(`keeps files at ${longestFile} lines`, () => {
    const long = readSourceTree()
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > longestFile)
      .map(({ path, lines }) => `${path} has ${lines} lines`)
    assert.deepEqual(long, [])
  })

  it('counts a function without the lines of the functions inside it', () => {
    const text =
      'function outer() {\n  const inner = () => {\n    one()\n    two()\n  }\n  return { method() {\n    three()\n  } }\n}\n'
    const [source] = parseSources({ 'src/a.ts': text })
    assert.ok(source)
    assert.deepEqual(functionLengths(source), [
      { line: 1, lines: 4 },
      { line: 2, lines: 4 },
      { line: 6, lines: 3 },
    ])
  })
})
