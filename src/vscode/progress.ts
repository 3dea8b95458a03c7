import { setTimeout as wait } from 'node:timers/promises'
import { type CancellationToken, ProgressLocation, window } from 'vscode'
import { viewId } from './ids.ts'

/** Work that shows its progress where the eye is. Work that is done in the blink of an eye shows none. */
export interface ProgressPort {
  /** A notification with Cancel; the signal aborts when it is pressed. */
  cancellable<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** A notification without Cancel: a request that has left cannot be called back. */
  committed<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** A notification with Cancel whose words change as the work goes on: `say` replaces them. */
  stepped<T>(title: string, work: (say: (text: string) => void, signal: AbortSignal) => Promise<T>): Promise<T>
  /** The thin bar of our view. */
  inView<T>(work: () => Promise<T>): Promise<T>
}

const blinkMs = 400

export function createProgress(): ProgressPort {
  const location = ProgressLocation.Notification
  return {
    async cancellable(title, work) {
      const cancel = new AbortController()
      const running = work(cancel.signal)
      if (await settlesInABlink(running)) return await running
      return await window.withProgress({ location, title, cancellable: true }, (_, token) => {
        forwardCancel(token, cancel)
        return running
      })
    },
    async committed(title, work) {
      const running = work(new AbortController().signal)
      if (await settlesInABlink(running)) return await running
      return await window.withProgress({ location, title }, () => running)
    },
    async stepped(title, work) {
      const cancel = new AbortController()
      let words = title
      let show: ((text: string) => void) | undefined
      const running = work((text) => {
        words = text
        show?.(text)
      }, cancel.signal)
      if (await settlesInABlink(running)) return await running
      return await window.withProgress({ location, cancellable: true }, (progress, token) => {
        forwardCancel(token, cancel)
        show = (message) => progress.report({ message })
        show(words)
        return running
      })
    },
    async inView(work) {
      return await window.withProgress({ location: { viewId } }, work)
    },
  }
}

async function settlesInABlink(running: Promise<unknown>): Promise<boolean> {
  const enough = new AbortController()
  const settled = running.then(
    () => true,
    () => true,
  )
  const verdict = await Promise.race([settled, wait(blinkMs, false, { signal: enough.signal })])
  enough.abort()
  return verdict
}

function forwardCancel(token: CancellationToken, cancel: AbortController): void {
  if (token.isCancellationRequested) cancel.abort()
  token.onCancellationRequested(() => cancel.abort())
}
