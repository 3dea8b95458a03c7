import { oneLine } from '../oneLine.ts'
import type { E164 } from '../phoneNumber.ts'

export interface CompletedNumber {
  /** What is put into the file: the number in E.164 form, with its quotes. */
  readonly inserted: string
  /** As it is dialled inside its country. */
  readonly national: string
  readonly name: string | undefined
  readonly provider: string
  readonly account: string
}

/**
 * What a person may type to narrow a list of numbers: any of its digits' beginnings, its name, provider or account. The editor compares
 * with the beginnings of words, and with the first 128 characters only.
 */
export function completionWords({ inserted, national, name, provider, account }: CompletedNumber): string {
  const digits = (text: string) => text.replace(/\D/g, '')
  const words = [inserted, digits(national), digits(inserted), name?.slice(0, 40), provider, account]
  return oneLine(words.filter((word) => word !== undefined && word !== '').join(' '))
}

/** Whether what is typed begins one of the words, as the editor will ask. Digits may be typed as they are written: "(702) 5". */
export function beginsWord(words: string, typed: string): boolean {
  const plain = /\p{L}/u.test(typed) ? typed.trim() : typed.replace(/[\s().-]/g, '')
  return ` ${words.replace(/["'`]/g, '')}`.toLowerCase().includes(` ${plain.toLowerCase()}`)
}

/** A quick look whether a number may fit what is typed; `named` is its name, provider and account. Says yes too often, never too rarely. */
export function mayFit(typed: string, number: E164, named: string): boolean {
  if (typed.trim() === '' || beginsWord(named, typed)) return true
  // In its country a number is dialled with zeros that it does not have elsewhere.
  const digits = typed.replace(/\D/g, '').replace(/^0+/, '')
  return !/\p{L}/u.test(typed) && number.includes(digits)
}
