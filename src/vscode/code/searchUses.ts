import { FileType, type Uri, workspace } from 'vscode'
import type { NumberLookup } from '../../core/code/findNumbers.ts'
import { numberLookup } from '../../core/code/numberLookup.ts'
import { inFileOrder, type NumberUse, type NumberUses, usesIn } from '../../core/code/numberUses.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { filesToSearch } from './filesToSearch.ts'

export interface UsesSearch {
  readonly numbers: readonly E164[]
  readonly numbering: PhoneNumbering
  /** Told after every file with a place in it. */
  readonly onFound?: (found: NumberUses) => void
}

const mostFiles = 10_000
const mostUses = 500
const largestFile = 1_000_000
const atOnce = 16

/**
 * Looks through the open folders for every written form of the numbers. Bounded in files, sizes and places; ends early when the signal aborts.
 * What was not looked at makes the answer incomplete. Undefined when no folder is open. Never rejects for a file that cannot be read.
 */
export async function searchUses(search: UsesSearch, signal: AbortSignal): Promise<NumberUses | undefined> {
  if (workspace.workspaceFolders === undefined) return undefined
  const { numbers, numbering } = search
  const wanted = new Set(numbers)
  const lookup = numberLookup((number) => wanted.has(number), numbers.map(numbering.countryOf), numbering)
  const listed = filesToSearch(mostFiles + 1, signal).catch(() => [])
  const files = (await Promise.race([listed, aborted(signal)])) ?? []
  const waiting = files.slice(0, mostFiles)
  let [uses, looked]: [readonly NumberUse[], number] = [[], 0]
  const result = (complete: boolean): NumberUses => ({ uses: uses.slice(0, mostUses), files: looked, complete })
  const work = async () => {
    for (let uri = waiting.shift(); uri !== undefined && !isEnough(); uri = waiting.shift()) {
      const found = await usesOf(uri, lookup)
      looked += 1
      if (found.length === 0 || signal.aborted) continue
      uses = inFileOrder([...uses, ...found])
      search.onFound?.(result(false))
    }
  }
  const isEnough = () => signal.aborted || uses.length >= mostUses
  await Promise.race([Promise.all(Array.from({ length: atOnce }, work)), aborted(signal)])
  return result(!signal.aborted && files.length <= mostFiles && waiting.length === 0 && uses.length < mostUses)
}

async function usesOf(uri: Uri, lookup: NumberLookup): Promise<NumberUse[]> {
  const text = await textOf(uri)
  return usesIn(text, { uri: uri.toString(), path: workspace.asRelativePath(uri) }, lookup)
}

/** What is not saved yet counts as it is in the editor. */
async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  )
  if (open !== undefined) return open.getText()
  try {
    const { size, type } = await workspace.fs.stat(uri)
    if (size > largestFile || (type & FileType.File) === 0) return ''
    const bytes = await workspace.fs.readFile(uri)
    return isBinary(bytes) ? '' : new TextDecoder().decode(bytes)
  } catch {
    return ''
  }
}

const sampleSize = 8_000

function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, sampleSize).includes(0)
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
