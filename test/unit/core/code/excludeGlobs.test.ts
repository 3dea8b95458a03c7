import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { expandBraces, ignoredFolders } from '../../../../src/core/code/excludeGlobs.ts'

describe('what a search leaves out', () => {
  it('is the folders of .gitignore, never its files, and no line that cannot be read for sure', () => {
    const text =
      '# built\nnode_modules\ndist/\n/out\npackages/app/build/\n.env\n.env.local\n*.log\n!keep\nnpm-debug.log\n.vscode-test/\n'
    assert.deepEqual(ignoredFolders(text), [
      '**/node_modules/**',
      '**/dist/**',
      'out/**',
      'packages/app/build/**',
      '**/.vscode-test/**',
    ])
  })

  it('has its braces opened, because they cannot stand inside each other', () => {
    assert.deepEqual(expandBraces('**/*.{js,map}'), ['**/*.js', '**/*.map'])
    assert.deepEqual(expandBraces('{a,b}/{c,d}'), ['a/c', 'a/d', 'b/c', 'b/d'])
    assert.deepEqual(expandBraces('plain'), ['plain'])
    assert.deepEqual(expandBraces('{a,{b,c}}'), [])
  })
})
