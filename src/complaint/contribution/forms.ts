import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { longestQuestion, longestReply, longestShared, mostDays } from './rules.ts'

export const idParams = Type.Object({ id: uuid })
export const requestParams = Type.Object({ id: uuid, request: uuid })
export const askForm = Type.Object({
  office: uuid,
  question: Type.String({ minLength: 1, maxLength: longestQuestion }),
  shared: Type.Optional(Type.String({ maxLength: longestShared })),
  days: Type.Integer({ minimum: 0, maximum: mostDays }),
})
export const replyForm = Type.Object({
  words: Type.Optional(Type.String({ maxLength: longestReply })),
  deed: Type.Unsafe<'answer' | 'decline' | 'draft'>({ enum: ['answer', 'decline', 'draft'] }),
})
export const passForm = Type.Object({ office: uuid })
