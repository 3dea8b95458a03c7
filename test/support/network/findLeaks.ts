import { inspect } from 'node:util'
import { describeFailure } from '../../../src/core/failureText.ts'
import { ProviderError } from '../../../src/core/providerError.ts'

/** So much of a secret is a leak already, wherever it was cut. */
const telling = 10

/** Every stretch of a secret that must not be seen, in the forms in which it travels. */
function stretches(secret: string): Set<string> {
  const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')]
  const found = new Set<string>()
  for (const form of forms) {
    for (let at = 0; at + telling <= form.length; at++) found.add(form.slice(at, at + telling).toLowerCase())
  }
  return found
}

/** The stretches of secrets that are anywhere in what a person or a log can see of these things. Empty is good. */
export function findLeaks(secrets: readonly string[], seen: readonly unknown[]): string[] {
  const text = seen.map(everythingOf).join('\n').toLowerCase()
  return secrets.flatMap((secret) => [...stretches(secret)].filter((stretch) => text.includes(stretch)))
}

/** All that can be read off a value: for a failure its facts, stack, causes, hidden properties and the sentences made of it. */
function everythingOf(value: unknown): string {
  if (!(value instanceof ProviderError)) return JSON.stringify(value) ?? ''
  const shown = inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null })
  const text = describeFailure(value, { provider: 'Provider', account: 'Production', number: '+1 202-555-0199' })
  return [shown, value.message, value.stack, JSON.stringify(value.facts), JSON.stringify(text)].join('\n')
}
