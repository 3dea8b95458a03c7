import type { ProviderId } from '../../../src/providers/registry.ts'
import type { FaultColumn } from './faultColumns.ts'
import type { Verdict } from './verdicts.ts'

/** `asked`: the provider answers questions about what became of a lost request. `blind`: it answers nothing until later. */
export type MoneyManner = 'asked' | 'blind'

export type MoneyOperation = 'rent' | 'release' | 'cancelRelease'

const refusals: Readonly<Record<string, Verdict>> = {
  '401': 'auth',
  '403': 'forbidden',
  '404': 'notFound',
  '409': 'invalid',
  '422': 'invalid',
  '429+': 'rateLimited',
  '429': 'rateLimited',
}

/** A provider that says 404 of an offer, or 409 where that is how it says so, has given it to somebody else. */
const taken: Readonly<Record<string, readonly ProviderId[]>> = {
  '404': ['sinch', 'plivo', 'tryvox'],
  '409': ['tryvox', 'contiguity'],
}

/** The verdicts that are true in a cell. */
export function allowedMoney(
  operation: MoneyOperation,
  provider: ProviderId,
  column: FaultColumn,
  manner: MoneyManner,
): readonly Verdict[] {
  switch (column.answer) {
    case 'notSent':
      return ['network']
    case 'lost':
      if (whole[`${operation} ${provider}`]?.includes(column.name)) return ['ok']
      if (manner === 'blind') return ['unknown']
      return column.work === 'never' ? ['notDone'] : ['ok']
    case 'stranger':
      return ['notFound', 'unexpected']
    case 'refusal': {
      if (isBelievedGone(operation, column, manner)) return ['ok']
      const isTaken = operation === 'rent' && taken[column.name]?.includes(provider)
      return [isTaken ? 'taken' : (refusals[column.name] ?? 'unexpected')]
    }
    default:
      return column.answer satisfies never
  }
}

/** An answer without a body cannot be cut off, and one of which nobody knows what is in it is not read. */
const whole: Readonly<Record<string, readonly string[]>> = {
  'release plivo': ['cut!', 'body!'],
  'cancelRelease tryvox': ['cut!'],
}

/**
 * The provider says in its own words that it does not know the number which is to be released, and nobody can be asked whether that is
 * so: then its word is taken, and the next list corrects it.
 */
export function isBelievedGone(operation: MoneyOperation, { name }: FaultColumn, manner: MoneyManner): boolean {
  return operation === 'release' && name === '404' && manner === 'blind'
}
