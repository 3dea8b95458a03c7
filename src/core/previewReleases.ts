import type { Account } from './account.ts'
import { inParallel } from './inParallel.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { ProviderDriver, ReleasePreview } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'

/** One of several numbers a person wants to release, with the way to ask for it. */
export interface ChosenRelease {
  readonly account: Account
  readonly driver: ProviderDriver
  readonly owned: OwnedNumber
}

/** What releasing one of several numbers would do, or why that is not known. */
export type PreviewedRelease =
  | { readonly kind: 'previewed'; readonly item: ChosenRelease; readonly preview: ReleasePreview }
  | { readonly kind: 'failed'; readonly item: ChosenRelease; readonly error: ProviderError }

const atOnce = 4

/**
 * Asks what every release would do and cost, a few at a time. The order stays; `onAnswer` hears how many are known. Rejects with
 * `cancelled` when `signal` aborts; any other failure is about its own number only.
 */
export async function previewReleases(
  items: readonly ChosenRelease[],
  onAnswer: (answered: number) => void,
  signal: AbortSignal,
): Promise<readonly PreviewedRelease[]> {
  let answered = 0
  return await inParallel(items, atOnce, async (item) => {
    const previewed = await previewOne(item, signal)
    answered += 1
    onAnswer(answered)
    return previewed
  })
}

async function previewOne(item: ChosenRelease, signal: AbortSignal): Promise<PreviewedRelease> {
  try {
    return { kind: 'previewed', item, preview: await item.driver.previewRelease(item.owned, signal) }
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'cancelled') throw error
    return { kind: 'failed', item, error }
  }
}
