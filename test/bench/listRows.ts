import type { Measurement } from './compareSides.ts'
import type { SideName } from './sideTask.ts'

/** How the sides are called in tables. */
export const sideLabels: Readonly<Record<SideName, string>> = {
  ours: 'this extension',
  plivoSdk: '`plivo`, page by page',
  sinchSdk: '`@sinch/sdk-core`',
  contiguitySdk: '`contiguity`',
  plainFetch: 'fetch, page by page',
  nothing: 'nothing',
}

export const listColumns = [
  'side',
  'latency',
  'numbers',
  'wall',
  'limit',
  'times the limit',
  'first row',
  'requests',
  'at once',
  '429',
]

/** One measured list as a row of a table. */
export function listRow(run: Measurement, limitMs: number): readonly string[] {
  return [
    sideLabels[run.side],
    ms(run.latencyMs),
    run.failure === undefined ? String(run.numbers) : `${run.numbers}, then it failed`,
    ms(run.wallMs),
    ms(limitMs),
    limitMs > 0 ? (run.wallMs / limitMs).toFixed(2) : '–',
    ms(run.firstMs),
    String(run.requests),
    String(run.mostAtOnce),
    String(run.tooMany),
  ]
}

export function ms(value: number): string {
  return `${Math.round(value)} ms`
}
