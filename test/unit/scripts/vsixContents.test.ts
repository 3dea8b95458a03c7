import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { contentsDifference, listVsix } from '../../../scripts/testRun/vsixContents.ts'

/** A zip archive's directory with these names and sizes; the files' bytes themselves are not read. */
function archiveWith(files: Readonly<Record<string, number>>): Buffer {
  const entries = Object.entries(files).map(([name, size]) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt32LE(Math.ceil(size / 2), 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt16LE(4, 30)
    return Buffer.concat([entry, Buffer.from(name), Buffer.alloc(4)])
  })
  const body = Buffer.from('the files themselves')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, ...entries, end, Buffer.from('a comment')])
}

describe("a package's contents", () => {
  it('are listed by name with their sizes, folders left out', () => {
    const archive = archiveWith({ 'extension/readme.md': 10, 'extension/': 0, 'extension/dist/über.js': 301 })
    assert.deepEqual(listVsix(archive), [
      { path: 'extension/dist/über.js', packedSize: 151, size: 301 },
      { path: 'extension/readme.md', packedSize: 5, size: 10 },
    ])
  })

  it('cannot be listed when it is no archive', () => {
    assert.throws(() => listVsix(Buffer.from('no archive at all, only words')), /not a zip archive/)
  })

  it('agree with a list that says the same in another order and with comments', () => {
    assert.equal(contentsDifference(['a.js', 'b.js'], '# why\nb.js\n\na.js # the entry\n'), undefined)
  })

  it('differ by name when something is missing or was not expected', () => {
    assert.equal(contentsDifference(['a.js', '.env'], 'a.js\nb.js\n'), 'not expected: .env\nmissing: b.js')
  })
})
