/** Milliseconds in which nobody can have read a question: an answer that comes sooner is a key still held down, or a stray click. */
export const shortestReadingMs = 500

/**
 * Asks, and asks the same again while the answer comes sooner than a person can read the question, so that a held Enter key never spends
 * money. Cancelling counts at once: nothing happens then.
 */
export async function askUntilRead<Answer>(
  ask: () => PromiseLike<Answer | undefined>,
  now: () => number,
): Promise<Answer | undefined> {
  for (;;) {
    const asked = now()
    const answer = await ask()
    if (answer === undefined || now() - asked >= shortestReadingMs) return answer
  }
}
