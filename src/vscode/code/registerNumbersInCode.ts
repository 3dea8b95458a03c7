import { type Disposable, languages, type TextDocument, window } from 'vscode'
import type { CodeTools, NumbersInCode } from './numbersInCode.ts'

const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell']
const selector = schemes.map((scheme) => ({ scheme }))

/** Registers hover, completion, warnings and their fixes. What they do is loaded when the first document is shown or pointed at. */
export function registerNumbersInCode(tools: CodeTools): Disposable {
  const isOurs = ({ uri }: TextDocument) => schemes.includes(uri.scheme)
  let part: Promise<NumbersInCode> | undefined
  const load = () => {
    part ??= tools.parts.code().then(({ createNumbersInCode }) => createNumbersInCode(tools, isOurs))
    return part
  }
  const loadFor = (document: TextDocument | undefined) => {
    if (document !== undefined && isOurs(document)) void load()
  }
  const registrations = [
    languages.registerHoverProvider(selector, {
      provideHover: async (document, at) => (await load()).hover(document, at),
    }),
    languages.registerCompletionItemProvider(
      selector,
      { provideCompletionItems: async (document, at) => (await load()).complete(document, at) },
      ...['=', ':', '"', "'", '`', '+', ' '],
    ),
    languages.registerCodeActionsProvider(selector, {
      provideCodeActions: async (document, _, context) => (await load()).fixes(document, context),
    }),
    window.onDidChangeActiveTextEditor((editor) => loadFor(editor?.document)),
  ]
  // Whoever waits for the activation of this extension does not wait for this.
  const first = setImmediate(() => loadFor(window.activeTextEditor?.document))
  return {
    dispose() {
      clearImmediate(first)
      for (const registration of registrations) registration.dispose()
      void part?.then((loaded) => loaded.dispose())
    },
  }
}
