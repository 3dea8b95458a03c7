import type { Editor } from './editor.ts'

const limitMs = 30_000
const pauseMs = 250

/**
 * Waits until what the browser has stored under this key, in all its databases whose name begins so, fulfils the condition (an expression
 * of `text`). The editor writes its state every five seconds only, and what is not written is lost with the page.
 */
async function storedState(editor: Editor, database: string, key: string, condition: string): Promise<void> {
  await editor.page().evaluate(`(async () => {
    const settled = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = request.onblocked = () => reject(request.error ?? new Error('The database is blocked'))
    })
    const read = async (name) => {
      const database = await settled(indexedDB.open(name))
      try {
        // A database that was just made has no table yet.
        if (!database.objectStoreNames.contains('ItemTable')) return ''
        return String((await settled(database.transaction('ItemTable').objectStore('ItemTable').get(${JSON.stringify(key)}))) ?? '')
      } finally {
        database.close()
      }
    }
    const deadline = Date.now() + ${limitMs}
    for (;;) {
      const names = (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith(${JSON.stringify(database)}))
      const text = (await Promise.all(names.map(read))).join('')
      if (${condition}) return
      if (Date.now() > deadline) throw new Error('Not stored within 30 seconds: ' + ${JSON.stringify(key)})
      await new Promise((resolve) => setTimeout(resolve, ${pauseMs}))
    }
  })()`)
}

/** Waits until the browser has stored this many accounts. */
export async function savedAccounts(editor: Editor, count: number): Promise<void> {
  const stored = `(JSON.parse(text || '{}').accounts ?? []).length === ${count}`
  await storedState(editor, 'vscode-web-state-db-global', 'phone-numbers.phone-numbers', stored)
}

/** Waits until the browser has stored an open editor with this text in it, so that it comes back with the page. */
export async function savedEditors(editor: Editor, text: string): Promise<void> {
  await storedState(
    editor,
    'vscode-web-state-db-',
    'memento/workbench.parts.editor',
    `text.includes(${JSON.stringify(text)})`,
  )
}
