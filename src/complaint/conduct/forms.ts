import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { longestWords } from './rules.ts'

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
