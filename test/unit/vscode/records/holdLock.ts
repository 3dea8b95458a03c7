import { parseE164 } from '../../../../src/core/phoneNumber.ts'
import { createLockFiles } from '../../../../src/vscode/records/lockFiles.ts'

const [folder = '', mark = ''] = process.argv.slice(2)
const number = parseE164('+13125550142')
if (number === undefined) throw new Error('not a number')
let ids = 0
const lock = createLockFiles({ folder, newId: () => `${mark}-${++ids}`, now: Date.now })
const letGo = await lock.hold('testphone', number)
console.log(letGo === undefined ? 'refused' : 'held')
process.stdin.on('data', async () => {
  await letGo?.()
  console.log('let go')
  process.exit(0)
})
