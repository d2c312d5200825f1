import Type from 'typebox'
import { letterLanguages, letters, longestBody, longestSubject } from './rules.ts'

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'

export const letterParams = Type.Object({
  letter: Type.Union(letters.map((letter) => Type.Literal(letter))),
  language: Type.Union(letterLanguages.map((language) => Type.Literal(language))),
})

export const textForm = Type.Object({
  // One line: a line break in a subject would be a second header.
  subject: Type.String({ minLength: 1, maxLength: longestSubject, pattern: '^[^\\n]*$' }),
  body: Type.String({ minLength: 1, maxLength: longestBody }),
})

export const ticketParams = Type.Object({ id: Type.String({ pattern: uuid }) })
export const mailParams = Type.Object({ mailId: Type.String({ pattern: uuid }) })

/** `2026-11-24T03:00:00.000Z_<id>`: behind which mail a page of the outbox begins. */
export const outboxQuery = Type.Object({
  dari: Type.Optional(Type.String({ pattern: `^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z_${uuid.slice(1)}` })),
})
