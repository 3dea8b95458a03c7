import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe-core finds serious or critical in a page, in words; empty when it finds nothing. */
export async function seriousFindings(page: Page | Frame): Promise<string[]> {
  // The page's own policy lets no script in; the debugger's evaluation is not the page's.
  await page.evaluate(source)
  const findings = (await page.evaluate('axe.run().then((result) => result.violations)')) as readonly Finding[]
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`))
}
