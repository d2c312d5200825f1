import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { longestReason } from './rules.ts'

export const ticketParams = Type.Object({ id: uuid })
export const askForm = Type.Object({ words: Type.Optional(Type.String({ maxLength: longestReason })) })
export const assignForm = Type.Object({ officer: uuid })
