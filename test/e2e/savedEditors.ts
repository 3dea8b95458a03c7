import type { Editor } from './editor.ts'

/** In the page: what the browser's databases remember of the open editors, as one text. */
const readEditors = `async () => {
  const texts = []
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db-')) continue
    texts.push(await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').get('memento/workbench.parts.editor')
        reading.onerror = () => reject(reading.error)
        reading.onsuccess = () => {
          opening.result.close()
          resolve(String(reading.result ?? ''))
        }
      }
    }))
  }
  return texts.join()
}`

/** Waits until the browser remembers an open editor of this scheme, so that a reload brings it back. The editor writes its
 * state every few seconds only. */
export async function savedEditors(editor: Editor, scheme: string): Promise<void> {
  await editor.page().evaluate(`(async () => {
    const read = ${readEditors}
    const deadline = Date.now() + 30_000
    while (!(await read()).includes(${JSON.stringify(scheme)})) {
      if (Date.now() > deadline) throw new Error('The open editors were not stored within 30 seconds')
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })()`)
}
