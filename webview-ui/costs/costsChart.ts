const namespace = 'http://www.w3.org/2000/svg'
const length = 1000
const colours = 6

/** The class of the colour of a part; those after the sixth share a quiet one. */
export function colourClass(index: number): string {
  return index < colours ? `colour${index + 1}` : 'colourRest'
}

/** One bar made of parts, in thousandths. A picture of what the table below says, so it is silent. */
export function partsPicture(shares: readonly number[]): SVGElement {
  let from = 0
  const parts = shares.map((share, index) => {
    const part = bar(from, share, colourClass(index))
    from += share
    return part
  })
  return picture('parts', parts)
}

/** A bar of this length in thousandths of the row. */
export function barPicture(share: number): SVGElement {
  return picture('bar', [bar(0, share, 'colour1')])
}

function picture(kind: string, bars: readonly SVGElement[]): SVGElement {
  const svg = drawn('svg', {
    class: kind,
    viewBox: `0 0 ${length} 10`,
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  })
  svg.append(...bars)
  return svg
}

function bar(from: number, width: number, colour: string): SVGElement {
  return drawn('rect', { class: colour, x: String(from), y: '0', width: String(width), height: '10' })
}

function drawn(name: 'svg' | 'rect', attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(namespace, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}
