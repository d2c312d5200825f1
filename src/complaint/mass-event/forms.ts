import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { longestMessage, longestTitle, longestWords, type ReturnReason, returnReasons } from './rules.ts'

const language = Type.String({ pattern: '^[a-z]{2,3}$' })
const part = Type.Optional(Type.String({ maxLength: longestMessage }))

export const idParams = Type.Object({ id: uuid })
export const ticketParams = Type.Object({ id: uuid, ticket: uuid })
export const textParams = Type.Object({ id: uuid, language })

export const openForm = Type.Object({
  office: uuid,
  title: Type.String({ minLength: 1, maxLength: longestTitle }),
  words: Type.String({ minLength: 1, maxLength: longestWords }),
})
/** `fitting`: what does not fit is left out. */
export const attachForm = Type.Object({
  numbers: Type.Optional(Type.String({ maxLength: 20_000 })),
  /** Ticked among those that are suggested. */
  picked: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 100 })),
  deed: Type.Optional(Type.Unsafe<'fitting'>({ enum: ['fitting'] })),
})
export const textForm = Type.Object({
  finding: part,
  action: part,
  remedy: part,
  nextStep: part,
  outcome: Type.Optional(Type.String({ maxLength: 40 })),
  deed: Type.Unsafe<'draft' | 'propose'>({ enum: ['draft', 'propose'] }),
})
export const textQuery = Type.Object({ ubah: Type.Optional(Type.String({ maxLength: 1 })) })
export const decideForm = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  verdict: Type.Unsafe<'approved' | 'returned'>({ enum: ['approved', 'returned'] }),
  reason: Type.Optional(Type.Unsafe<ReturnReason>({ enum: returnReasons })),
  words: Type.Optional(Type.String({ maxLength: longestWords })),
})
export const startForm = Type.Object({ language })
export const restForm = Type.Object({ language: Type.Optional(language) })
export const chooseForm = Type.Object({ event: uuid })
