import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { longestMessage } from '../conversation/rules.ts'
import { longestRatingWords } from './rules.ts'

/** No limits here: what is too long is simply wrong, and every wrong pair gets the same answer. */
export const enterForm = Type.Object({ number: Type.Optional(Type.String()), accessCode: Type.Optional(Type.String()) })
/** No limit either: an endless number is a wrong one, and is told so like any other. */
export const numberQuery = Type.Object({ nomor: Type.Optional(Type.String()) })
export const messageForm = Type.Object({
  body: Type.Optional(Type.String()),
  idempotencyKey: Type.Optional(Type.String({ maxLength: 100 })),
})
export const withdrawalForm = Type.Object({ words: Type.Optional(Type.String({ maxLength: 2000 })) })
export const recoveryForm = Type.Object({ number: Type.Optional(Type.String()), email: Type.Optional(Type.String()) })
export const noForm = Type.Object({})
export const relativeForm = Type.Object({ relative: uuid })
export const fileParams = Type.Object({ file: uuid })
export const tokenParams = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })

export const ratingForm = Type.Object({
  solved: Type.Union([Type.Literal('yes'), Type.Literal('partly'), Type.Literal('no')]),
  treated: Type.Integer({ minimum: 1, maximum: 5 }),
  words: Type.Optional(Type.String({ maxLength: longestRatingWords })),
  missing: Type.Optional(Type.String({ maxLength: longestMessage })),
})
