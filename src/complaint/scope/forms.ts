import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { consentVerdicts } from '../record/events.ts'
import { longestName, longestReason, longestReference } from './rules.ts'

const short = (most: number) => Type.Optional(Type.String({ maxLength: most }))
const words = (most: number) => Type.String({ minLength: 1, maxLength: most })

export const ticketParams = Type.Object({ id: uuid })
export const bodyParams = Type.Object({ id: uuid })
export const consentForm = Type.Object({ hop: uuid, verdict: Type.Unsafe<(typeof consentVerdicts)[number]>({ enum: consentVerdicts }) })
export const sendForm = Type.Object({ reference: short(longestReference) })
export const acknowledgeForm = Type.Object({
  receiver: words(longestName),
  reference: short(longestReference),
  onDay: short(4),
  onMonth: short(4),
  onYear: short(6),
})
export const returnForm = Type.Object({ words: words(longestReason) })
export const noForm = Type.Object({})
export const bodyForm = Type.Object({
  nameId: words(longestName),
  nameEn: words(longestName),
  handlesId: words(longestReason),
  handlesEn: words(longestReason),
  contact: short(longestReason),
  source: words(longestReason),
  active: Type.Boolean(),
})
