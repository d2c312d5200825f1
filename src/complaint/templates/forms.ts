import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { longestName, longestPart, templateLanguages } from './rules.ts'

const part = Type.Optional(Type.String({ maxLength: longestPart }))

export const templateParams = Type.Object({ id: uuid })
export const templateForm = Type.Object({
  name: Type.String({ minLength: 1, maxLength: longestName }),
  /** `all`, or the id of a unit. */
  office: Type.String({ maxLength: 60 }),
  category: Type.Optional(Type.String({ maxLength: 10 })),
  language: Type.Enum(templateLanguages),
  finding: part,
  action: part,
  remedy: part,
  nextStep: part,
  active: Type.Boolean(),
})
