import type { Frame, Page } from 'playwright-core'

/** In the page: how far the text of each of these elements stands out from what is behind it, as WCAG counts it (1 to 21). */
const ratios = `(selector) => {
  const numbers = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number)
  const over = (top, below) => {
    const alpha = top[3] ?? 1
    return [0, 1, 2].map((place) => top[place] * alpha + below[place] * (1 - alpha))
  }
  const behind = (element) => {
    const own = numbers(getComputedStyle(element).backgroundColor)
    const parent = element.parentElement
    return over(own, parent === null || element.localName === 'dialog' ? [255, 255, 255] : behind(parent))
  }
  const light = (color) => {
    const [r, g, b] = color.map((value) => {
      const part = value / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  return [...document.querySelectorAll(selector)].map((element) => {
    const back = behind(element)
    const text = over(numbers(getComputedStyle(element).color), back)
    const [more, less] = [light(text), light(back)].sort((a, b) => b - a)
    return (more + 0.05) / (less + 0.05)
  })
}`

/** The least contrast between text and background among these elements; 0 when there are none. Opacity is not counted. */
export async function leastContrast(page: Page | Frame, selector: string): Promise<number> {
  const found = (await page.evaluate(`(${ratios})(${JSON.stringify(selector)})`)) as readonly number[]
  return found.length === 0 ? 0 : Math.min(...found)
}
