import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { providers } from '../../src/providers/registry.ts'
import { columns } from './matrix/faultColumns.ts'
import { moneyCells } from './matrix/moneyCells.ts'
import { type Cell, printMatrix } from './matrix/printMatrix.ts'
import { readingCells } from './matrix/readingCells.ts'
import type { Subject } from './rules/openBench.ts'
import { witnesses } from './rules/witnesses.ts'

const out = join(import.meta.dirname, '../../out')
const cells: Cell[] = []
const started = performance.now()

describe('the fault matrix', { concurrency: 48 }, () => {
  for (const definition of providers) {
    const subject: Subject = { id: definition.id, definition, witness: witnesses[definition.id] }
    for (const column of columns) {
      it(`${definition.label} tells the truth when ${column.means}`, async (t) => {
        cells.push(...(await readingCells(t, subject, column, 'lasting')))
      })
      for (const manner of ['asked', 'blind'] as const) {
        it(`${definition.label} spends nothing twice and loses nothing (${manner}) when ${column.means}`, async (t) => {
          cells.push(...(await moneyCells(t, subject, column, manner)))
        })
      }
      if (column.effect === undefined) continue
      it(`${definition.label} tells the truth when once ${column.means}`, async (t) => {
        cells.push(...(await readingCells(t, subject, column, 'once')))
      })
    }
  }

  after(() => {
    const text = printMatrix(inOrder(cells), performance.now() - started)
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'fault-matrix.txt'), text)
    process.stdout.write(`\n${text}\n`)
  })
})

/** Tests end in any order; the matrix is read in one. */
function inOrder(all: readonly Cell[]): readonly Cell[] {
  const operations = ['verify', 'list', 'get', 'search', 'quote', 'listChoices', 'rent', 'previewRelease', 'release']
  const rank = (cell: Cell) =>
    [
      String(operations.indexOf(cell.operation) + 1 || 99).padStart(2, '0'),
      cell.manner === 'lasting' || cell.manner === 'asked' ? '0' : '1',
      String(providers.findIndex(({ id }) => id === cell.provider)),
    ].join()
  return all.toSorted((a, b) => rank(a).localeCompare(rank(b)))
}
