import { parseE164 } from '../../../../src/core/phoneNumber.ts'
import { createJournalFile } from '../../../../src/vscode/records/journalFile.ts'

const [path = '', name = '', count = '0', then] = process.argv.slice(2)
const number = parseE164('+13125550142')
if (number === undefined) throw new Error('not a number')
const journal = createJournalFile(path)
for (let index = 0; index < Number(count); index++) {
  const at = new Date(0).toISOString()
  const where = { provider: 'testphone', accountId: 'account-1', account: 'Production', sandbox: false }
  await journal.append({ kind: 'intent', intent: { id: `${name}-${index}`, verb: 'rent', number, at, ...where } })
}
console.log('written')
if (then === 'wait') setInterval(() => {}, 60_000)
