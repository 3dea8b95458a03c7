import type { E164 } from './phoneNumber.ts'
import { t } from './words.ts'

/** A small environment file in which a number of one's own can be pointed at and another one chosen. */
export function codeExample(number: E164): string {
  return [
    `# ${t('Rest the pointer on the number, or put the cursor on it and run "Show or Focus Hover": its card appears.')}`,
    `SMS_FROM=${number}`,
    '',
    `# ${t('Put the cursor behind the equals sign and press Ctrl+Space: your numbers are offered.')}`,
    'SUPPORT_NUMBER=',
    '',
  ].join('\n')
}
