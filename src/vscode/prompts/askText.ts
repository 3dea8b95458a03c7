import { type InputBox, InputBoxValidationSeverity, QuickInputButtons, window } from 'vscode'
import { t } from '../../core/words.ts'
import type { Answer, InputRequest } from './prompts.ts'

/** An input box that stays open until the text is valid, with Back inside a sequence of steps. */
export function askText(request: InputRequest): Promise<Answer<string>> {
  const box = window.createInputBox()
  prepare(box, request)
  const closed = new AbortController()
  return new Promise((resolve) => {
    const finish = (answer: Answer<string>) => {
      resolve(answer)
      box.hide()
    }
    box.onDidChangeValue(() => {
      box.validationMessage = remarkOn(box, request)
    })
    box.onDidAccept(async () => {
      if (!box.enabled) return
      const text = box.value
      const problem = await check(box, request, text, closed.signal)
      if (closed.signal.aborted) return
      if (problem === undefined) finish({ kind: 'answer', value: text })
      else box.validationMessage = problem
    })
    box.onDidTriggerButton(() => finish({ kind: 'back' }))
    box.onDidHide(() => {
      closed.abort()
      resolve({ kind: 'cancelled' })
      box.dispose()
    })
    box.show()
  })
}

function remarkOn(box: InputBox, request: InputRequest) {
  const message = request.remark?.(box.value)
  return message === undefined ? undefined : { message, severity: InputBoxValidationSeverity.Info }
}

function prepare(box: InputBox, request: InputRequest): void {
  box.title = request.title
  box.prompt = request.prompt
  box.placeholder = request.placeholder ?? ''
  box.value = request.value ?? ''
  box.password = request.password ?? false
  box.ignoreFocusOut = true
  const { position } = request
  if (position === undefined) return
  if (position.totalSteps > 1) {
    box.step = position.step
    box.totalSteps = position.totalSteps
  }
  if (position.canGoBack) box.buttons = [QuickInputButtons.Back]
}

/** Asks the validator; while it waits for the network the box is busy and cannot be accepted again. */
async function check(box: InputBox, request: InputRequest, text: string, signal: AbortSignal) {
  const verdict = request.validate?.(text, signal)
  if (!(verdict instanceof Promise)) return verdict
  box.busy = true
  box.enabled = false
  try {
    return await verdict
  } catch {
    return t('This could not be checked. The log has the details.')
  } finally {
    box.busy = false
    box.enabled = true
  }
}
