import { badField, notFound } from './refusal.ts'
import { needsDocuments } from './regionPlan.ts'
import { readBody, textMember } from './requestBody.ts'
import type { SinchCall } from './sinchCall.ts'
import { isOneOf, numberTypes } from './vocabulary.ts'

/** What documents a region and type asks for. @throws Refusal 400 for missing words, 404 when nothing is required. */
export function lookupRequirements({ body }: SinchCall): unknown {
  const wish = readBody(body)
  const regionCode = textMember(wish, 'regionCode')
  const { numberType } = wish
  if (!regionCode) throw badField('regionCode', 'Must be given')
  if (!isOneOf(numberTypes, numberType)) throw badField('numberType', `Must be one of ${numberTypes.join(', ')}`)
  if (regionCode === 'US' || !needsDocuments(regionCode, numberType)) {
    throw notFound('NumberProduct', 'numberRequirements', 'Number requirements not found')
  }
  return {
    fields: {
      companyName: { type: 'string', required: true, description: 'Registered name of the company' },
      companyAddress: { type: 'string', required: true, description: 'Street, postal code and city' },
      useCase: { type: 'string', required: false, description: 'What the number will be used for' },
    },
    attachments: [
      {
        id: `${regionCode.toLowerCase()}-company-register`,
        title: 'Company register extract',
        description: 'Not older than six months',
        mandatory: true,
        template: [{ name: 'Declaration of use', url: 'https://files.example.com/declaration-of-use.pdf' }],
        allowedMimeTypes: ['application/pdf', 'image/png'],
        allowedDocumentTypes: ['BUSINESS_REGISTRATION'],
      },
    ],
  }
}
