import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { longestItem, mostItems } from './rules.ts'

const position = Type.String({ pattern: '^\\d{1,3}$' })
const positions = Type.Array(position, { maxItems: 100 })
/** Longer than a list may be, so that one line too many is said as that. */
const items = Type.Optional(Type.String({ maxLength: 2 * mostItems * (longestItem + 1) }))
const code = Type.String({ maxLength: 10 })

export const ticketParams = Type.Object({ id: uuid })
export const codeParams = Type.Object({ code })
export const tickForm = Type.Object({ category: code, version: Type.Integer({ minimum: 1 }), before: positions, after: positions })
export const listForm = Type.Object({ wordsId: items, wordsEn: items, before: Type.Integer({ minimum: 0 }) })
