import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { kinds, longestName, skills, spokenLanguages } from './rules.ts'

const choice = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ enum: values })
const name = Type.String({ minLength: 1, maxLength: longestName })
const code = Type.String({ maxLength: 10, pattern: '^[A-Z]{2,5}(\\.\\d{2})?$' })

export const idParams = Type.Object({ id: uuid })
/** A made-up report to try the rules on. */
export const trialQuery = Type.Object({
  kantor: Type.Optional(uuid),
  kategori: Type.Optional(code),
  bahasa: Type.Optional(choice(spokenLanguages)),
  jenis: Type.Optional(choice(kinds)),
})
export const ruleForm = Type.Object({
  name,
  position: Type.Integer({ minimum: 1, maximum: 9999 }),
  active: Type.Boolean(),
  office: Type.Optional(uuid),
  category: Type.Optional(code),
  language: Type.Optional(choice(spokenLanguages)),
  kind: Type.Optional(choice(kinds)),
  target: choice(['people', 'person', 'queue'] as const),
  skill: Type.Optional(choice(skills)),
  speaks: Type.Boolean(),
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  officer: Type.Optional(uuid),
  queue: Type.Optional(uuid),
})
export const handOverForm = Type.Object({ to: Type.Optional(uuid) })
export const newQueueForm = Type.Object({ name, office: uuid })
export const queueForm = Type.Object({ name, active: Type.Boolean(), members: Type.Array(uuid, { maxItems: 500 }) })
