import { describe } from 'node:test'
import { providers } from '../../src/providers/registry.ts'
import { credentialRules } from './rules/credentialRules.ts'
import { failureRules } from './rules/failureRules.ts'
import { listRules } from './rules/listRules.ts'
import { numberRules } from './rules/numberRules.ts'
import type { Subject } from './rules/openBench.ts'
import { quoteRules } from './rules/quoteRules.ts'
import { releaseRules } from './rules/releaseRules.ts'
import { rentRules } from './rules/rentRules.ts'
import { searchRules } from './rules/searchRules.ts'
import { witnesses } from './rules/witnesses.ts'

// Most of the time is spent waiting for repeated reads, so the providers' suites run side by side.
describe('every driver', { concurrency: true }, () => {
  for (const definition of providers) {
    const subject: Subject = { id: definition.id, definition, witness: witnesses[definition.id] }
    describe(`of ${definition.label}`, { concurrency: 1 }, () => {
      credentialRules(subject)
      listRules(subject)
      numberRules(subject)
      searchRules(subject)
      quoteRules(subject)
      rentRules(subject)
      releaseRules(subject)
      failureRules(subject)
    })
  }
})
