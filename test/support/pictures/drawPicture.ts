/** A line of a picture. */
export interface PictureLine {
  readonly text: string
  /** Behind it in a paler colour. */
  readonly more?: string
  /** Steps to the right. */
  readonly depth?: number
}

export interface Picture {
  readonly kind: 'view' | 'question' | 'code'
  readonly title: string
  readonly lines: readonly PictureLine[]
  /** A card below the lines. */
  readonly card?: readonly PictureLine[]
}

const width = 460
const lineHeight = 24
const margin = 16
const stepWidth = 14
/** Of a letter of the editor's font at 13 pixels, on the average and at most. */
const letterWidth = 6.7
const codeLetterWidth = 7.9

const paper = {
  view: 'var(--vscode-sideBar-background, var(--vscode-editor-background))',
  question: 'var(--vscode-quickInput-background, var(--vscode-editor-background))',
  code: 'var(--vscode-editor-background)',
} as const

/** A drawing of a part of the window in the colours of the theme it is looked at in. What is too long for it ends in an ellipsis. */
export function drawPicture({ kind, title, lines, card = [] }: Picture): string {
  const height = margin + (lines.length + 1) * lineHeight + margin / 2
  const cardHeight = card.length === 0 ? 0 : card.length * lineHeight + margin
  const all = height + cardHeight + (cardHeight === 0 ? 0 : margin)
  const font = kind === 'code' ? 'var(--vscode-editor-font-family)' : 'var(--vscode-font-family)'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${all}" font-size="13">`,
    box(0.5, all - 1, paper[kind]),
    line({ text: title }, 0, 'var(--vscode-descriptionForeground)', letterWidth, 'var(--vscode-font-family)'),
    ...lines.map((one, index) =>
      line(one, index + 1, ink(kind, one), kind === 'code' ? codeLetterWidth : letterWidth, font),
    ),
    ...(cardHeight === 0 ? [] : [drawCard(card, height, cardHeight)]),
    '</svg>\n',
  ].join('\n')
}

function ink(kind: Picture['kind'], { text }: PictureLine): string {
  return kind === 'code' && text.startsWith('#') ? 'var(--vscode-descriptionForeground)' : 'var(--vscode-foreground)'
}

function box(y: number, height: number, fill: string, x = 0.5): string {
  return `<rect x="${x}" y="${y}" width="${width - 2 * x}" height="${height}" rx="5" fill="${fill}" stroke="var(--vscode-widget-border, var(--vscode-contrastBorder))"/>`
}

function drawCard(card: readonly PictureLine[], top: number, height: number): string {
  const rows = card.map((one, index) =>
    line(one, index, 'var(--vscode-foreground)', letterWidth, 'var(--vscode-font-family)', top + 2, margin),
  )
  return [
    box(top, height, 'var(--vscode-editorHoverWidget-background, var(--vscode-editor-background))', margin),
    ...rows,
  ].join('\n')
}

function line(
  { text, more = '', depth = 0 }: PictureLine,
  index: number,
  fill: string,
  letter: number,
  font: string,
  top = 0,
  indent = 0,
): string {
  const x = margin + indent + depth * stepWidth
  const room = Math.floor((width - x - margin - indent) / letter)
  const shown = cut(text, room)
  const rest = room - shown.length - 2
  const pale =
    more === '' || rest < 4
      ? ''
      : `<tspan dx="8" fill="var(--vscode-descriptionForeground)">${escaped(cut(more, rest))}</tspan>`
  const y = top + margin + index * lineHeight + 8
  return `<text x="${x}" y="${y}" font-family="${font}" fill="${fill}">${escaped(shown)}${pale}</text>`
}

/** Ends behind a whole part where there is one: "local · SMS…", not "local · SMS, vo…". */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const room = text.slice(0, most - 1)
  const end = Math.max(room.lastIndexOf(' · '), room.lastIndexOf(', '))
  return `${end > 0 ? room.slice(0, end) : room.trimEnd()}…`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
