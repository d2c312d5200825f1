import Type from 'typebox'
import { emailPattern } from '../../access/confidentiality/rules.ts'
import { uuid } from '../../platform/http/shapes.ts'
import { sharePurposes } from '../record/events.ts'
import { bases, longestCopy, longestEmail, longestName, longestWords, mailLanguages, mostDays } from './rules.ts'

const oneOf = <T extends string>(values: readonly T[]) => Type.Unsafe<T>({ enum: values })
const short = (most: number) => Type.Optional(Type.String({ maxLength: most }))
const words = Type.String({ minLength: 1, maxLength: longestWords })

export const ticketParams = Type.Object({ id: uuid })
export const linkParams = Type.Object({ id: uuid, link: uuid })
export const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })
export const fileParams = Type.Object({ token: tokenParams.properties.token, file: uuid })
export const noForm = Type.Object({})
export const shareForm = Type.Object({
  body: Type.Optional(uuid),
  otherBody: short(longestName),
  email: Type.String({ minLength: 1, maxLength: longestEmail, pattern: emailPattern }),
  language: oneOf(mailLanguages),
  purpose: oneOf(sharePurposes),
  purposeWords: words,
  basis: oneOf(bases),
  basisWords: words,
  shared: short(longestCopy),
  answer: short(longestCopy),
  file: Type.Array(uuid, { maxItems: 50 }),
  days: Type.Integer({ minimum: 1, maximum: mostDays }),
  checked: Type.Boolean(),
})
