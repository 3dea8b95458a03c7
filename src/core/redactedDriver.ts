import type { ProviderDriver } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'
import type { Redactor } from './redaction.ts'

type Redact = (text: string) => string
type TextRedactor = Pick<Redactor, 'redact' | 'isClean'>

/**
 * The driver with every text it hands out redacted: rows, offers, receipts, and its failures with their stacks and causes. A provider may
 * repeat a credential anywhere. Numbers, amounts, ids of ours and the values of choices stay as they are.
 */
export function redactedDriver(driver: ProviderDriver, redactor: TextRedactor): ProviderDriver {
  const methods = Object.entries(driver).map(([name, method]: [string, unknown]) => [
    name,
    typeof method === 'function' ? (...args: unknown[]) => redactedOutcome(() => method(...args), redactor) : method,
  ])
  return Object.fromEntries(methods)
}

function redactedOutcome(call: () => unknown, redactor: TextRedactor): unknown {
  const { redact } = redactor
  try {
    const outcome = call()
    if (isPages(outcome)) return redactedPages(outcome, redactor)
    if (!(outcome instanceof Promise)) return redactedTexts(outcome, redact)
    return outcome.then(
      (value: unknown) => redactedTexts(value, redact),
      (error: unknown) => {
        throw redactedFailure(error, redact)
      },
    )
  } catch (error) {
    throw redactedFailure(error, redact)
  }
}

/** Lists are long and nearly always clean: a page is looked at as a whole first. */
async function* redactedPages(pages: AsyncIterable<unknown>, redactor: TextRedactor): AsyncGenerator<unknown> {
  const { redact } = redactor
  try {
    for await (const page of pages) yield isCleanPage(page, redactor) ? page : redactedTexts(page, redact)
  } catch (error) {
    throw redactedFailure(error, redact)
  }
}

/**
 * One look at the page's JSON is quicker than a walk through its texts. Without a backslash every text stands in it as it is; with one,
 * the page takes the long way.
 */
function isCleanPage(page: unknown, { isClean }: TextRedactor): boolean {
  const json = JSON.stringify(page) ?? ''
  return !json.includes('\\') && isClean(json)
}

function isPages(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}

/** What the product computes with. Anything else is only ever read by people. */
const exact = new Set(['accountId', 'amount', 'country', 'currency', 'key', 'kind', 'next', 'number', 'value'])

function redactedTexts(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item: unknown) => redactedTexts(item, redact))
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      if (name === 'facts' && Array.isArray(item)) return [name, item.map((fact) => redactedFact(fact, redact))]
      return [name, exact.has(name) && !isPlain(item) ? item : redactedTexts(item, redact)]
    }),
  )
}

/** A fact is shown, never sent back: its value is text too. */
function redactedFact(fact: unknown, redact: Redact): unknown {
  if (!isPlain(fact)) return redactedTexts(fact, redact)
  return Object.fromEntries(Object.entries(fact).map(([name, item]) => [name, redactedTexts(item, redact)]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const deepestCause = 5

/** The same failure without secrets: facts, message, stack, and plain copies of its causes. */
export function redactedFailure(error: unknown, redact: Redact, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? redact(error) : error
  const cause = depth < deepestCause ? redactedFailure(error.cause, redact, depth + 1) : undefined
  const options = cause === undefined ? undefined : { cause }
  const clean =
    error instanceof ProviderError ? redactedProviderError(error, redact, options) : plainCopy(error, redact, options)
  clean.stack = [String(clean), ...framesOf(error.stack ?? '')].join('\n')
  return clean
}

function redactedProviderError({ facts }: ProviderError, redact: Redact, options?: ErrorOptions): ProviderError {
  const { kind, provider, operation } = facts
  const texts = redactedTexts(facts, redact) as ProviderError['facts']
  return new ProviderError({ ...texts, kind, provider, operation }, options)
}

/** Where it happened, without the message: that was redacted as a whole, where the end of a text is still its end. */
function framesOf(stack: string): readonly string[] {
  return stack.split('\n').filter((line) => /^ {4}at /.test(line))
}

/** Errors of Node and of packages carry addresses and headers in properties of their own: only name, message and code stay. */
function plainCopy(error: Error, redact: Redact, options?: ErrorOptions): Error {
  const copy = new Error(redact(error.message), options)
  copy.name = error.name
  return 'code' in error ? Object.assign(copy, { code: error.code }) : copy
}
