import { type Disposable, EventEmitter, Uri, window, workspace } from 'vscode'
import { historyText } from '../../core/historyText.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { Records } from '../../core/records.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatMoment } from '../dates.ts'
import { historyScheme } from '../ids.ts'

export interface HistoryDocumentOptions {
  readonly records: Records
  readonly numbering: () => Promise<PhoneNumbering>
  readonly redact: (text: string) => string
}

/** The history as a read-only document that follows the records while it is open. */
export interface HistoryDocument extends Disposable {
  show(): Promise<void>
}

const address = Uri.from({ scheme: historyScheme, path: '/Phone Number History' })

export function createHistoryDocument({ records, numbering, redact }: HistoryDocumentOptions): HistoryDocument {
  const changed = new EventEmitter<Uri>()
  let loaded = false
  const registration = workspace.registerTextDocumentContentProvider(historyScheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent() {
      // Loading announces a change, which asks for the content again: only the first time.
      const deeds = loaded ? records.deeds() : await records.load()
      loaded = true
      const { format } = await numbering()
      const providerOf = (id: string) => findProvider(id)?.label ?? id
      return redact(historyText(deeds, { format, providerOf, moment: formatMoment }))
    },
  })
  const stop = records.onDidChange(() => changed.fire(address))
  return {
    async show() {
      await records.load()
      loaded = true
      await window.showTextDocument(await workspace.openTextDocument(address), { preview: false })
    },
    dispose() {
      stop()
      registration.dispose()
      changed.dispose()
    },
  }
}
