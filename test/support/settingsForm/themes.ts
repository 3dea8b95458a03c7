import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The editor's four kinds of themes and the class that its webviews give to the body. */
export const themeClasses = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'high-contrast': 'vscode-high-contrast',
  'high-contrast-light': 'vscode-high-contrast vscode-high-contrast-light',
} as const

export type Theme = keyof typeof themeClasses

export const themes = Object.keys(themeClasses) as readonly Theme[]

/** As the editor gives them to a webview beside the colours. */
const fonts = {
  'font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  'font-size': '13px',
  'font-weight': 'normal',
  'editor-font-family': '"Droid Sans Mono", monospace',
}

/** What the editor puts before a webview's own style: variables of the theme (recorded from VS Code 1.139) and its defaults. */
export function themeStyle(theme: Theme): string {
  const recorded: Record<Theme, Record<string, string>> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'themeVariables.json'), 'utf8'),
  )
  const variables = Object.entries({ ...fonts, ...recorded[theme] }).map(
    ([name, value]) => `--vscode-${name}: ${value};`,
  )
  return `@layer vscode-default {
    html { background: var(--vscode-editor-background); }
    body { margin: 0; padding: 0 20px; color: var(--vscode-editor-foreground); font-family: var(--vscode-font-family);
      font-size: var(--vscode-font-size); font-weight: var(--vscode-font-weight); }
    a { color: var(--vscode-textLink-foreground); }
  }
  :root { ${variables.join(' ')} }`
}
