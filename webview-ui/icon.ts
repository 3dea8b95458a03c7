const svg = 'http://www.w3.org/2000/svg'

/** Drawn on a grid of 16 by 16 with lines one unit wide. */
const shapes = {
  copy: ['M5.5 2.5h6a2 2 0 0 1 2 2v6', 'M4.5 4.5h5a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2z'],
  refresh: ['M13.5 8a5.5 5.5 0 1 1-1.6-3.9l1.6 1.6', 'M13.5 2.5v3.2h-3.2'],
  openConsole: ['M12.5 9v2.5a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2H7', 'M9.5 2.5h4v4', 'M13.2 2.8 7.5 8.5'],
  info: ['M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z', 'M8 7.5v3.5', 'M8 5v.6'],
  warning: ['M8 2.5 14 13.5H2z', 'M8 6.5v3.5', 'M8 11.4v.6'],
  error: ['M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z', 'M6 6l4 4', 'M10 6l-4 4'],
  chevron: ['M4 6.5l4 4 4-4'],
  close: ['M4.5 4.5l7 7', 'M11.5 4.5l-7 7'],
} as const

export type IconName = keyof typeof shapes

/** A picture beside words that say the same: screen readers skip it. */
export function icon(name: IconName): SVGSVGElement {
  const picture = document.createElementNS(svg, 'svg')
  const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', class: 'icon', 'aria-hidden': 'true' }
  for (const [attribute, value] of Object.entries(attributes)) picture.setAttribute(attribute, value)
  for (const shape of shapes[name]) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', shape)
    picture.append(path)
  }
  return picture
}
