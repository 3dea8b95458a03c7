import type { CredentialField } from '../../core/providerDefinition.ts'
import { t } from '../../core/words.ts'
import type { StoredAccount } from '../accountStore.ts'
import type { Answer, StepPosition } from '../prompts/prompts.ts'
import type { SignIn, SignInTools } from './signIn.ts'

/**
 * Another stored account that has the same credential, when it is the one that names the account at the provider. An account whose
 * credentials are gone cannot be recognised.
 */
export async function knownAccount(
  { accounts, credentials }: Pick<SignInTools, 'accounts' | 'credentials'>,
  { accountId, definition, values }: SignIn,
  { key, secret }: CredentialField,
): Promise<StoredAccount | undefined> {
  if (key !== definition.credentialFields[0]?.key) return undefined
  const sameAs = (text: string) => (secret ? text : text.toLowerCase())
  const wanted = sameAs(values[key] ?? '')
  for (const account of accounts.list()) {
    if (account.provider !== definition.id || account.id === accountId) continue
    const stored = await credentials.read(account.provider, account.id)
    if (stored !== undefined && sameAs(stored.values[key] ?? '') === wanted) return account
  }
  return undefined
}

/** Offers to edit the account that is already here. */
export async function offerKnownAccount(
  { prompts }: Pick<SignInTools, 'prompts'>,
  question: {
    readonly title: string
    readonly field: CredentialField
    readonly label: string
    readonly position: StepPosition
  },
): Promise<Answer<'edit' | 'again'>> {
  const { title, field, label, position } = question
  return await prompts.pick<'edit' | 'again'>({
    title,
    placeholder: t('This {0} is already here as “{1}”', field.label, label),
    items: [
      { label: t('Edit “{0}”', label), description: t('its name or its credentials'), icon: 'edit', value: 'edit' },
      { label: t('Type another {0}', field.label), icon: 'arrow-left', value: 'again' },
    ],
    position: { ...position, canGoBack: true },
  })
}
