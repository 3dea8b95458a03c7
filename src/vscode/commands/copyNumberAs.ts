import { envKeyProblem, envLines } from '../../core/envLines.ts'
import { recordOf } from '../../core/listedNumber.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import { type WrittenForm, writtenNumber } from '../../core/writtenNumber.ts'
import type { PickItem } from '../prompts/prompts.ts'
import { chosenNumbers, listed } from './chosenNumbers.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<
  CommandTools,
  'inventory' | 'directory' | 'prompts' | 'parts' | 'drivers' | 'copyText' | 'mention' | 'redact' | 'projectState'
>

type Form = WrittenForm | 'json' | 'env'

const keyOfLastTime = 'envKey'

/** Puts the number on the clipboard in the form that is chosen; of several numbers each, one per line. */
export function copyNumberAs(tools: Tools): Command {
  return async (element, selected) => {
    const numbers = await chosenNumbers(tools, element, selected, t('Copy a number as…'))
    const [first] = numbers
    if (first === undefined) return
    const numbering = await tools.parts.numbering()
    const title =
      numbers.length === 1 ? t('Copy {0} as', numbering.format(first.number)) : t('Copy {0} numbers as', numbers.length)
    const answer = await tools.prompts.pick<Form>({
      title,
      placeholder: t('In which form?'),
      items: forms(first, numbering),
    })
    if (answer.kind !== 'answer') return
    const text = await textIn(tools, answer.value, numbers, numbering)
    if (text === undefined) return
    await tools.copyText(text)
    tools.mention(numbers.length === 1 ? copied(text) : t('Copied {0} numbers', numbers.length))
  }
}

/** Undefined = cancelled. */
async function textIn(
  tools: Tools,
  form: Form,
  numbers: readonly OwnedNumber[],
  numbering: PhoneNumbering,
): Promise<string | undefined> {
  if (form === 'env') {
    const key = await askKey(tools, numbers.length)
    return (
      key &&
      envLines(
        key,
        numbers.map(({ number }) => number),
      )
    )
  }
  if (form !== 'json') return numbers.map(({ number }) => writtenNumber(number, form, numbering)).join('\n')
  const records = numbers.map((owned) => recordOf(listed(tools, owned), numbering))
  return tools.redact(JSON.stringify(records.length === 1 ? records[0] : records, undefined, 2))
}

async function askKey({ prompts, projectState }: Tools, count: number): Promise<string | undefined> {
  const answer = await prompts.input({
    title: t('Copy as .env line'),
    prompt:
      count === 1 ? t('Key of the line') : t('Key of the lines; each gets its place behind it, _1 to _{0}', count),
    placeholder: 'SMS_FROM',
    value: projectState.get(keyOfLastTime, 'SMS_FROM'),
    validate: (text) => envKeyProblem(text.trim()),
  })
  if (answer.kind !== 'answer') return undefined
  const key = answer.value.trim()
  await projectState.update(keyOfLastTime, key)
  return key
}

function forms({ number }: OwnedNumber, numbering: PhoneNumbering): PickItem<Form>[] {
  const written = (label: string, icon: string, value: WrittenForm): PickItem<Form> => ({
    ...{ label, icon, value },
    description: writtenNumber(number, value, numbering),
  })
  return [
    written('E.164', 'symbol-number', 'e164'),
    written(t('International'), 'globe', 'international'),
    written(t('National'), 'home', 'national'),
    written(t('Link'), 'link', 'tel'),
    { label: t('Line for .env'), icon: 'key', description: `KEY=${number}`, value: 'env' },
    { label: 'JSON', icon: 'json', description: t('with provider, account, price and state'), value: 'json' },
  ]
}

function copied(text: string): string {
  return text.includes('\n') ? t('Copied it as JSON') : t('Copied {0}', text)
}
