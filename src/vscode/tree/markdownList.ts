import { MarkdownString } from 'vscode'

/** Plain text in Markdown clothes: text of providers and people enters only through appendText, nothing is trusted. */
export function markdownList(
  title: string,
  lines: readonly (readonly [label: string, value: string])[],
): MarkdownString {
  const markdown = new MarkdownString(undefined, false)
  markdown.isTrusted = false
  markdown.supportHtml = false
  markdown.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n')
  for (const [label, value] of lines) {
    markdown.appendMarkdown('- ').appendText(label).appendMarkdown(': ').appendText(value).appendMarkdown('\n')
  }
  return markdown
}
