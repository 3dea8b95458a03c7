import type { CostsHostMessage, CostsPageMessage } from '../../src/contract/costsPage.ts'
import { costsContent } from './costsContent.ts'

declare function acquireVsCodeApi(): { postMessage(message: CostsPageMessage): void; setState(state: unknown): void }

const protocol = 1
const editor = acquireVsCodeApi()
const main = document.querySelector('main')

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readMessage(data)
  if (message === undefined || main === null) return
  const focused = document.activeElement?.getAttribute('data-row')
  main.replaceChildren(...costsContent(message.view, (row) => editor.postMessage({ v: protocol, type: 'open', row })))
  main.setAttribute('aria-busy', 'false')
  if (focused) main.querySelector<HTMLElement>(`[data-row="${Number(focused)}"]`)?.focus()
})

/** A message of the host; this keeps out what other frames or versions say. */
function readMessage(data: unknown): CostsHostMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { v, type } = data as { readonly v?: unknown; readonly type?: unknown }
  return v === protocol && type === 'view' ? (data as CostsHostMessage) : undefined
}

editor.setState({})
editor.postMessage({ v: protocol, type: 'ready' })
