import { oneLine } from '../oneLine.ts'

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
