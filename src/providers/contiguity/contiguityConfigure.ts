import type { NumberSettings, SettingsChange, SettingsResult } from '../../core/numberSettings.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { parseE164 } from '../../core/phoneNumber.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { answerError, isSuccess, plainSentence } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { type Call, type ContiguityAccount, numberPath, readContiguity } from './contiguityAccount.ts'
import { contiguityError } from './contiguityErrors.ts'
import { describeFailover, type Failover, sameFailover, wholeFailover } from './contiguityFailover.ts'
import { refusal } from './contiguityForbidden.ts'
import { fetchOwned } from './contiguityLeases.ts'
import { configured } from './contiguitySchemas.ts'
import { failoverFields, settingsOf } from './contiguitySettings.ts'

/** The settings of a leased number; rejects with `notFound` when the account does not lease it. */
export async function readSettings(account: ContiguityAccount, number: E164, call: Call): Promise<NumberSettings> {
  if ((await fetchOwned(account, number, call)) !== undefined) return settingsOf(number)
  const detail = t('the account does not lease this number')
  throw new ProviderError({ kind: 'notFound', provider: 'contiguity', operation: call.operation, detail })
}

/**
 * Sends one request with the whole failover. No request returns it later, so Contiguity's own answer is what is known to be true; the
 * values stay unknown. Without anything to change nothing is sent.
 */
export async function changeSettings(
  account: ContiguityAccount,
  number: E164,
  change: SettingsChange,
  call: Call,
): Promise<SettingsResult> {
  if (Object.keys(change).length === 0) return { settings: await readSettings(account, number, call), notes: [] }
  const failover = wholeFailover(change)
  const answer = await account.post(`/numbers/${numberPath(number, call.operation)}/configure`, { failover }, call)
  if (!isSuccess(answer)) throw await configureError(account, answer, call)
  return { settings: settingsOf(number), notes: [noteFrom(answer, number, failover)] }
}

function noteFrom(answer: HttpAnswer, number: E164, asked: Failover): string {
  const { data } = readContiguity(answer, configured)
  const answered = parseE164(data.number ?? '')
  if (answered !== undefined && answered !== number) {
    throw answerError('contiguity', answer, { kind: 'unknownOutcome', detail: t('the answer is about another number') })
  }
  if (!data.failover) return t('Contiguity accepted the change without saying what the failover is now.')
  const now = plainSentence(describeFailover(data.failover))
  if (sameFailover(asked, data.failover)) return t('Contiguity confirms: failover is {0}.', now)
  return t('Contiguity did not do all that was asked for: failover is {0}.', now)
}

const { enabled, mode, numbers } = failoverFields

/** How Contiguity may name the members of a refused failover. Its errors have no machine codes. */
const names = [
  { key: enabled.key, name: /\bfailover\.enabled\b/i },
  { key: mode.key, name: /\bfailover\.mode\b/i },
  { key: numbers.key, name: /\bfailover\.numbers\b/i },
]

/** A refused change, with Contiguity's sentence at the field that it names; the first field stands for failover as a whole. */
async function configureError(account: ContiguityAccount, answer: HttpAnswer, call: Call): Promise<ProviderError> {
  const error = await refusal(account, answer, call)
  const { sentence } = error.facts
  if (error.kind !== 'invalid' || sentence === undefined) return error
  const named = names.filter(({ name }) => name.test(sentence))
  const field = (named.length === 1 ? named[0]?.key : undefined) ?? enabled.key
  return contiguityError(answer, { fields: [{ field, problem: sentence }] })
}
