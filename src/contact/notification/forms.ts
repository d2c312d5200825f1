import Type from 'typebox'
import { uuid, uuidPattern } from '../../platform/http/shapes.ts'
import { letterLanguages, letters, longestBody, longestSubject } from './rules.ts'

export const letterParams = Type.Object({
  letter: Type.Union(letters.map((letter) => Type.Literal(letter))),
  language: Type.Union(letterLanguages.map((language) => Type.Literal(language))),
})

export const textForm = Type.Object({
  // One line: a line break in a subject would be a second header.
  subject: Type.String({ minLength: 1, maxLength: longestSubject, pattern: '^[^\\n]*$' }),
  body: Type.String({ minLength: 1, maxLength: longestBody }),
})

export const ticketParams = Type.Object({ id: uuid })
export const mailParams = Type.Object({ mailId: uuid })

/** `2026-11-24T03:00:00.000Z_<id>`: behind which mail a page of the outbox begins. */
export const outboxQuery = Type.Object({
  dari: Type.Optional(Type.String({ pattern: `^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z_${uuidPattern.slice(1)}` })),
})
