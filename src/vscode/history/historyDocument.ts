import { type Disposable, Uri, window, workspace } from 'vscode'
import type { Records } from '../../core/records.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatMoment } from '../dates.ts'
import { historyScheme } from '../ids.ts'
import type { LazyParts } from '../lazyParts.ts'
import { createReadOnlyFile } from './readOnlyFile.ts'

export interface HistoryDocumentOptions {
  readonly records: Records
  readonly parts: Pick<LazyParts, 'commands' | 'numbering'>
  readonly redact: (text: string) => string
}

/** The history as a read-only document that follows the records while it is open. */
export interface HistoryDocument extends Disposable {
  show(): Promise<void>
}

/** The tab shows the last part of the path. */
const address = Uri.from({ scheme: historyScheme, path: `/${t('Phone Number History')}` })

/** A file rather than content that is only provided: the editor opens its files again after a reload. */
export function createHistoryDocument({ records, parts, redact }: HistoryDocumentOptions): HistoryDocument {
  let loaded = false
  const load = async () => {
    loaded = true
    return await records.load()
  }
  const file = createReadOnlyFile(address, async () => {
    // Loading announces a change, which asks for the text again: only the first time.
    const deeds = loaded ? records.deeds() : await load()
    const { format } = await parts.numbering()
    const { writeHistory } = await parts.commands()
    const providerOf = (id: string) => findProvider(id)?.label ?? id
    return redact(writeHistory(deeds, { format, providerOf, moment: formatMoment }, records.sightings()))
  })
  const registration = workspace.registerFileSystemProvider(historyScheme, file.provider, { isReadonly: true })
  const stop = records.onDidChange(file.changed)
  return {
    async show() {
      await load()
      await window.showTextDocument(await workspace.openTextDocument(address), { preview: false })
    },
    dispose() {
      stop()
      registration.dispose()
      file.dispose()
    },
  }
}
