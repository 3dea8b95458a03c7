import { thousandNumbers } from '../thousandNumbers.ts'

/** Ten pages; the first tells how many there are. */
export const tryvoxList = thousandNumbers({
  ...{ provider: 'tryvox', label: 'TryVox', peer: 'plainFetch' },
  plan: { inTurn: 1, together: 9 },
  repeats: () => 3,
  notes: ['TryVox has no SDK: the other side is a loop of plain requests, as a script with curl would do it.'],
})
