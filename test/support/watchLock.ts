import type { NumberLock } from '../../src/core/numberLock.ts'

/** A lock, and a way to wait for the last holder. */
export function watchLock(lock: NumberLock): { readonly lock: NumberLock; allLetGo(): Promise<void> } {
  const held: Promise<void>[] = []
  return {
    lock: {
      async hold(provider, number) {
        const letGo = await lock.hold(provider, number)
        if (letGo === undefined) return undefined
        const { promise, resolve } = Promise.withResolvers<void>()
        held.push(promise)
        return () => letGo().finally(resolve)
      },
    },
    allLetGo: async () => void (await Promise.all(held)),
  }
}
