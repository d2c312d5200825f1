import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { type IdentityReason, identityReasons } from '../record/events.ts'
import { longestReason, shortestReason } from './rules.ts'

export const idParams = Type.Object({ id: uuid })
export const openingParams = Type.Object({ id: uuid, opening: uuid })
export const askForm = Type.Object({
  reason: Type.Unsafe<IdentityReason>({ enum: [...identityReasons] }),
  words: Type.String({ minLength: shortestReason, maxLength: longestReason }),
})
export const decideForm = Type.Object({
  verdict: Type.Unsafe<'approved' | 'refused'>({ enum: ['approved', 'refused'] }),
  words: Type.Optional(Type.String({ maxLength: longestReason })),
})
