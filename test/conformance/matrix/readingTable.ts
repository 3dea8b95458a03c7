import type { ProviderId } from '../../../src/providers/registry.ts'
import type { FaultColumn } from './faultColumns.ts'
import type { Reading } from './readings.ts'
import type { Verdict } from './verdicts.ts'

/** `lasting`: everything goes wrong until the end. `once`: one request does, the next ones are fine. */
export type ReadingManner = 'lasting' | 'once'

interface Row {
  readonly lasting: readonly Verdict[]
  readonly once: readonly Verdict[]
}

const repeated = (kind: Verdict): Row => ({ lasting: [kind], once: ['ok'] })
const told = (...kinds: Verdict[]): Row => ({ lasting: kinds, once: kinds })

/** What a question may come to, whoever is asked for whatever. */
const table: Readonly<Record<string, Row>> = {
  gone: { lasting: ['network'], once: [] },
  rst: repeated('network'),
  'rst!': repeated('network'),
  slow: told('timeout'),
  'slow!': told('timeout'),
  'late!': told('timeout'),
  'body!': told('timeout'),
  'cut!': told('unexpected'),
  page: repeated('unexpected'),
  'page!': repeated('unexpected'),
  '401': told('auth'),
  '403': told('forbidden'),
  '404': told('notFound'),
  '404~': told('notFound', 'unexpected'),
  '409': told('invalid'),
  '422': told('invalid'),
  '429+': repeated('rateLimited'),
  '429': repeated('rateLimited'),
  '500': repeated('unexpected'),
  '500!': repeated('unexpected'),
}

/** Where a 404 in the provider's own words is an answer, or means something of its own. */
const own404: Readonly<Record<string, readonly Verdict[]>> = {
  'verify tryvox': ['auth'],
  // "404 = none" stands in Contiguity's documentation of its two lists.
  'list contiguity': ['none'],
  'search contiguity': ['none'],
  'search tryvox': ['unsupported'],
  'get sinch': ['none'],
  'get plivo': ['none'],
  'get contiguity': ['none'],
  'quote sinch': ['none'],
  'quote contiguity': ['none'],
  'previewRelease sinch': ['none'],
}

/** TryVox's search and the meaning of its account id are inferred: there any 404 says that the address is not known. */
const strange404: Readonly<Record<string, readonly Verdict[]>> = {
  'verify tryvox': ['auth'],
  'search tryvox': ['unsupported'],
}

/** Where there is a second way to the same answer, which one such fault does not close. */
const secondWay: Readonly<Record<string, readonly string[]>> = {
  'get tryvox': ['404', '404~', 'cut!'],
  'get contiguity': ['404'],
}

/** The verdicts that are true in a cell. */
export function allowedReadings(
  operation: Reading['operation'],
  provider: ProviderId,
  column: FaultColumn,
  manner: ReadingManner,
): readonly Verdict[] {
  const verdicts = table[column.name]?.[manner] ?? []
  const place = `${operation} ${provider}`
  return [
    ...(column.name === '404'
      ? (own404[place] ?? verdicts)
      : column.name === '404~'
        ? (strange404[place] ?? verdicts)
        : verdicts),
    ...(manner === 'once' && secondWay[place]?.includes(column.name) ? (['ok'] as const) : []),
    ...(mayStayOpen(operation, column) ? (['open'] as const) : []),
    // The token server's refusal is about the key, whatever its status.
    ...(place === 'verify sinch' && column.name === '403' ? (['auth'] as const) : []),
  ]
}

/** A price or a fee that could not be asked is told as not known; refused credentials are always told as such. */
function mayStayOpen(operation: Reading['operation'], { name }: FaultColumn): boolean {
  return (operation === 'quote' || operation === 'previewRelease') && name !== '401' && name !== '403'
}
