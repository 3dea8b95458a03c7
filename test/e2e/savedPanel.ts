import type { Editor } from './editor.ts'

/** In the page: what the browser's databases of opened folders hold of the open editors. */
const readEditors = `async () => {
  const all = await indexedDB.databases()
  const names = all.map(({ name }) => name).filter((name) => name?.startsWith('vscode-web-state-db-'))
  const texts = await Promise.all(names.map((name) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').get('memento/workbench.parts.editor')
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        opening.result.close()
        resolve(reading.result ?? '')
      }
    }
  })))
  return texts.join(' ')
}`

/** Waits until the browser has stored an open panel with this text in it. The editor writes its state every five seconds only,
 * and a panel that is not written does not come back with the page. */
export async function savedPanel(editor: Editor, text: string): Promise<void> {
  await editor.page().evaluate(`(async () => {
    const read = ${readEditors}
    const deadline = Date.now() + 30_000
    while (!(await read()).includes(${JSON.stringify(text)})) {
      if (Date.now() > deadline) throw new Error('The panel was not stored within 30 seconds')
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  })()`)
}
