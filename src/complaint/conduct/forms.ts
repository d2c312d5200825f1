import Type from 'typebox'
import { longestWords } from './rules.ts'

const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const short = Type.Optional(Type.String({ maxLength: longestWords }))

export const ticketParams = Type.Object({ id: uuid })
/** The unit whose people are shown to choose from. */
export const namingQuery = Type.Object({ kantor: Type.Optional(Type.String({ maxLength: 60 })) })
export const namingForm = Type.Object({
  officers: Type.Array(uuid, { maxItems: 50 }),
  office: Type.Optional(uuid),
  whole: Type.Boolean(),
  name: short,
  unit: short,
  time: short,
})
