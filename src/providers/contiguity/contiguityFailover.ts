import type { SettingsChange } from '../../core/numberSettings.ts'
import { parseE164 } from '../../core/phoneNumber.ts'
import { type FieldProblem, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { failoverFields } from './contiguitySettings.ts'

/** Failover as Contiguity takes it. */
export interface Failover {
  readonly enabled: boolean
  readonly mode: 'all' | 'selective'
  /** E.164; empty unless selective. */
  readonly numbers: readonly string[]
}

const { enabled, mode, numbers } = failoverFields

/**
 * The whole failover from what a person chose. Whether Contiguity keeps members that are left out is not stated, so all of them are always
 * sent; `all` when no choice was made. Rejects with `invalid` when it is not said whether failover is on, or selective has no numbers.
 */
export function wholeFailover(form: SettingsChange): Failover {
  const problems = [...unknownFields(form), ...problemsWith(form)]
  if (problems.length > 0) {
    throw new ProviderError({ kind: 'invalid', provider: 'contiguity', operation: 'settings', fields: problems })
  }
  const isSelective = form[mode.key] === 'selective'
  return {
    enabled: form[enabled.key] === true,
    mode: isSelective ? 'selective' : 'all',
    numbers: isSelective ? [...new Set(listOf(form[numbers.key]))] : [],
  }
}

function unknownFields(form: SettingsChange): FieldProblem[] {
  const keys = new Set<string>([enabled.key, mode.key, numbers.key])
  return Object.keys(form)
    .filter((key) => !keys.has(key))
    .map((key) => ({ field: key, problem: t('This number has no such setting.') }))
}

function problemsWith(form: SettingsChange): FieldProblem[] {
  const problems: FieldProblem[] = []
  const chosen = form[mode.key] ?? undefined
  const list = listOf(form[numbers.key])
  if (typeof form[enabled.key] !== 'boolean') {
    problems.push({ field: enabled.key, problem: enabled.needed.problem })
  }
  if (chosen !== undefined && chosen !== 'all' && chosen !== 'selective') {
    problems.push({ field: mode.key, problem: t('Choose all or selected numbers.') })
  }
  if (chosen === undefined && list.length > 0) {
    problems.push({ field: mode.key, problem: t('Choose selected numbers, or leave the list empty.') })
  }
  if (chosen === 'selective' && list.length === 0) {
    problems.push({ field: numbers.key, problem: numbers.needed.problem })
  }
  if (chosen === 'selective' && list.some((item) => parseE164(item) === undefined)) {
    problems.push({ field: numbers.key, problem: t('One of these is not a phone number with its country code.') })
  }
  return problems
}

function listOf(value: SettingsChange[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value : []
}

/** "on, for all numbers": failover in words. */
export function describeFailover({ enabled, mode, numbers }: Failover): string {
  if (mode === 'all') return enabled ? t('on, for all numbers') : t('off, for all numbers')
  if (numbers.length === 0) return enabled ? t('on, for no numbers') : t('off, for no numbers')
  const list = numbers.join(', ')
  return enabled ? t('on, for {0}', list) : t('off, for {0}', list)
}

export function sameFailover(a: Failover, b: Failover): boolean {
  const sorted = ({ enabled, mode, numbers }: Failover) => JSON.stringify([enabled, mode, [...numbers].sort()])
  return sorted(a) === sorted(b)
}
