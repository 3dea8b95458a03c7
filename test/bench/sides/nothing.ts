import { runSide } from './runSide.ts'

/** What a process costs that loads nothing. */
await runSide(async () => async () => {})
