import type { Deed, Ending, Intent } from '../../src/core/journal.ts'
import { recurringPrice } from '../../src/core/price.ts'
import { e164 } from './builders.ts'

/** A rent that was done; `null` for one whose end was never written down. */
export function buildDeed(intent: Partial<Intent> = {}, ending: Partial<Ending> | null = {}): Deed {
  const id = intent.id ?? 'deed-1'
  return {
    intent: {
      id,
      verb: 'rent',
      provider: 'testphone',
      accountId: 'account-1',
      account: 'Production',
      sandbox: false,
      number: e164('+13125550142'),
      at: '2026-11-21T10:00:00Z',
      price: recurringPrice('0.50', 'USD'),
      ...intent,
    },
    ending: ending === null ? undefined : { id, at: '2026-11-21T10:00:01Z', outcome: 'done', ...ending },
  }
}
