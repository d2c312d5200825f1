import Type from 'typebox'
import { ticketClasses } from './events.ts'
import { categoryCode, confidentialities } from './rules/categories.ts'

const name = Type.String({ maxLength: 160 })
const code = Type.String({ maxLength: 10, pattern: categoryCode.source })
const facts = {
  nameId: name,
  nameEn: name,
  class: Type.Enum([...ticketClasses]),
  confidentiality: Type.Enum([...confidentialities]),
  active: Type.Boolean(),
}

export const codeParams = Type.Object({ code })
export const categoryForm = Type.Object(facts)
export const newCategoryForm = Type.Object({ ...facts, code })
