import { type FieldProblem, ProviderError } from '../../core/providerError.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { plivoError } from './plivoErrors.ts'
import type { DeclaredSetting, Setting } from './plivoSettingsFields.ts'
import type { PlivoChange } from './plivoSettingsPatch.ts'

/** How Plivo may call a setting in its sentences: by the names of requests, and by those of answers and of its documentation. */
const names = {
  alias: /\balias\b/i,
  application: /\bapp_id\b/i,
  subaccount: /\bsub_?account\b/i,
  compliance: /\bcompliance(_application)?_id\b/i,
  cnamLookup: /\bcnam_lookup\b/i,
} as const satisfies Readonly<Record<Setting, RegExp>>

/**
 * A refused change with Plivo's sentence at the field it is about: the one it names, else the only one that was asked for. The
 * application may be named although nobody changed it, because it is always sent.
 */
export function plivoSettingsError(
  answer: HttpAnswer,
  declared: readonly DeclaredSetting[],
  asked: PlivoChange,
): ProviderError {
  const error = plivoError(answer)
  if (error.kind !== 'invalid') return error
  const { sentence, fields: theirs = [], ...facts } = error.facts
  const fields = theirs.map(({ field, problem }) => ({ field: keyNamedIn(field, declared) ?? field, problem }))
  if (theirs.length === 0 && sentence !== undefined) fields.push(...fieldsOf(sentence, declared, asked))
  return new ProviderError({
    ...facts,
    ...(sentence === undefined ? {} : { sentence }),
    ...(fields.length === 0 ? {} : { fields }),
  })
}

function fieldsOf(sentence: string, declared: readonly DeclaredSetting[], asked: PlivoChange): FieldProblem[] {
  const only = declared.filter(({ setting }) => asked[setting] !== undefined)
  const key = keyNamedIn(sentence, declared) ?? (only.length === 1 ? only[0]?.field.key : undefined)
  return key === undefined ? [] : [{ field: key, problem: sentence }]
}

/** The key of the one setting that a text names; undefined when it names none or several. */
function keyNamedIn(text: string, declared: readonly DeclaredSetting[]): string | undefined {
  const named = declared.filter(({ setting }) => names[setting].test(text))
  return named.length === 1 ? named[0]?.field.key : undefined
}
