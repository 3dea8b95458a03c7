import type { Editor } from './editor.ts'

/** In the page: the accounts in the browser's database. */
const readAccounts = `() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('vscode-web-state-db-global')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').get('phone-numbers.phone-numbers')
    reading.onerror = () => reject(reading.error)
    reading.onsuccess = () => {
      opening.result.close()
      resolve(JSON.parse(reading.result ?? '{}').accounts ?? [])
    }
  }
})`

/** Waits until the browser has stored this many accounts. The editor writes its state every five seconds only, and what is
 * not written is lost with the page. */
export async function savedAccounts(editor: Editor, count: number): Promise<void> {
  await editor.page().evaluate(`(async () => {
    const read = ${readAccounts}
    const deadline = Date.now() + 30_000
    while ((await read()).length !== ${count}) {
      if (Date.now() > deadline) throw new Error('The accounts were not stored within 30 seconds')
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })()`)
}
