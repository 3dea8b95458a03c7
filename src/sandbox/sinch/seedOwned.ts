import { faxServiceIds, trunkIds } from './linkTargets.ts'
import { newOwnedNumber, type OwnedNumber } from './ownedNumber.ts'
import { pricesOf } from './prices.ts'
import { capabilityOf, numberAt } from './regionPlan.ts'
import type { NumberType } from './vocabulary.ts'

export const DAY = 86_400_000
/** Seeded links move slowly, so that a person has the time to look at them. */
const SLOW = 6 * 3_600_000

const days = (count: number): number => Math.round(count * DAY)

interface Seed {
  readonly place: readonly [regionCode: string, type: NumberType]
  readonly dueInDays: number
  readonly differs?: (start: number) => Partial<OwnedNumber>
}

const linked = (servicePlanId: string, campaignId = ''): OwnedNumber['sms'] => ({
  servicePlanId,
  campaignId,
  job: undefined,
})

const seeds: readonly Seed[] = [
  {
    place: ['US', 'LOCAL'],
    dueInDays: 9.3,
    differs: (start) => ({
      displayName: 'Support',
      sms: linked('plan_us_1', 'CQ7SBX1'),
      voice: { type: 'RTC', target: 'app-support-desk', lastUpdatedAt: start - 40 * DAY, job: undefined },
    }),
  },
  {
    place: ['US', 'LOCAL'],
    dueInDays: 29.97,
    differs: (start) => ({
      displayName: 'Sales west coast',
      sms: {
        ...linked(''),
        job: {
          startedAt: start - 60_000,
          stepMs: SLOW,
          fails: false,
          servicePlanId: 'plan_us_1',
          campaignId: '',
          errorCodes: [],
        },
      },
      voice: { type: 'EST', target: trunkIds.office, lastUpdatedAt: start - 3 * DAY, job: undefined },
    }),
  },
  {
    place: ['US', 'LOCAL'],
    dueInDays: 17.5,
    differs: () => ({ overrides: { set: {}, unset: ['smsConfiguration', 'voiceConfiguration'] } }),
  },
  {
    place: ['US', 'TOLL_FREE'],
    dueInDays: 3.2,
    differs: (start) => ({
      displayName: 'Order hotline',
      sms: {
        ...linked(''),
        job: {
          startedAt: start - 2 * DAY,
          stepMs: SLOW,
          fails: true,
          servicePlanId: 'plan_us_1',
          campaignId: '',
          errorCodes: ['TFN_NOT_ALLOWED'],
        },
      },
    }),
  },
  {
    place: ['CA', 'LOCAL'],
    dueInDays: 21.1,
    differs: () => ({ displayName: 'Service à la clientèle', callbackUrl: 'https://hooks.example.com/numbers' }),
  },
  {
    place: ['GB', 'MOBILE'],
    dueInDays: 12.8,
    differs: () => ({ displayName: 'Courier texts', sms: linked('plan_eu_7') }),
  },
  {
    place: ['GB', 'LOCAL'],
    dueInDays: 6.6,
    differs: (start) => ({
      voice: {
        type: 'RTC',
        target: 'app-london',
        lastUpdatedAt: start - 90 * DAY,
        job: { startedAt: start - SLOW, stepMs: SLOW, fails: false, type: 'EST', target: trunkIds.branch },
      },
    }),
  },
  {
    place: ['DE', 'LOCAL'],
    dueInDays: 25.4,
    differs: (start) => ({
      displayName: 'Zentrale Berlin',
      voice: { type: 'EST', target: trunkIds.office, lastUpdatedAt: start - 12 * DAY, job: undefined },
    }),
  },
  {
    place: ['DE', 'MOBILE'],
    dueInDays: 14.9,
    differs: (start) => ({ displayName: 'Messe 2025', expireAt: start + days(14.9) }),
  },
  {
    place: ['SE', 'LOCAL'],
    dueInDays: 28.2,
    differs: (start) => ({
      displayName: 'Växel & fax',
      voice: { type: 'FAX', target: faxServiceIds.invoices, lastUpdatedAt: start - 5 * DAY, job: undefined },
    }),
  },
  {
    place: ['SE', 'MOBILE'],
    dueInDays: 0,
    differs: () => ({ money: undefined, paymentIntervalMonths: 0, nextChargeAt: undefined, sms: linked('plan_eu_7') }),
  },
  { place: ['AU', 'MOBILE'], dueInDays: 19.7, differs: () => ({ displayName: 'Sydney pilot' }) },
]

/** The small account that a sandbox starts with: twelve numbers in six countries, in every state that Sinch knows. */
export function seedOwned(start: number): readonly OwnedNumber[] {
  const used = new Map<string, number>()
  return seeds.map(({ place: [regionCode, type], dueInDays, differs }, sequence) => {
    const n = used.get(`${regionCode}${type}`) ?? 0
    used.set(`${regionCode}${type}`, n + 1)
    return newOwnedNumber({
      phoneNumber: numberAt(regionCode, type, n),
      regionCode,
      type,
      capability: capabilityOf(regionCode, type, n),
      sequence,
      money: pricesOf(regionCode, type).monthlyPrice,
      nextChargeAt: start + days(dueInDays),
      ...differs?.(start),
    })
  })
}
