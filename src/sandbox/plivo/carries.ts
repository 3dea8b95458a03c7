import { invalid } from './refusal.ts'
import type { Tariff } from './tariff.ts'

/** True when a number carries every service of a comma-joined list. @throws Refusal 400 for an unknown service. */
export function carries(tariff: Tariff, services: string): boolean {
  return services.split(',').every((service) => {
    switch (service.trim()) {
      case 'voice':
        return true
      case 'sms':
        return tariff.sms !== null
      case 'mms':
        return tariff.mms !== null
      default:
        throw invalid('services should be voice, sms or mms')
    }
  })
}
