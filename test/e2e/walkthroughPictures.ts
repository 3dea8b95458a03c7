import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { drawPicture, type Picture, type PictureLine } from '../support/pictures/drawPicture.ts'

const folder = join(import.meta.dirname, '../../out/pictures')

/** Writes out/pictures/<name>.svg, from where `npm run pictures` takes it. */
export function savePicture(name: string, picture: Picture): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.svg`), drawPicture(picture))
}

/** The first rows of a list as they read now, from the top: label, description, how far they are indented, and the line below. */
export async function readRows(rows: Locator, most: number): Promise<PictureLine[]> {
  const found = await rows.evaluateAll((all) =>
    all.map((row) => {
      const textOf = (part: string) => row.querySelector(part)?.textContent?.trim() ?? ''
      return {
        place: Number(row.getAttribute('data-index')),
        depth: Number(row.getAttribute('aria-level') ?? 1) - 1,
        text: textOf('.label-name'),
        more: textOf('.label-description'),
        below: textOf('.quick-input-list-label-meta'),
      }
    }),
  )
  return found
    .toSorted((one, other) => one.place - other.place)
    .slice(0, most)
    .flatMap(({ text, more, depth, below }) => [
      { text, more, depth },
      ...(below === '' ? [] : [{ text: '', more: below, depth }]),
    ])
}
