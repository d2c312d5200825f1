import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { eventAges, longestReason, residences } from './rules.ts'

const choice = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ enum: values })

export const ticketParams = Type.Object({ id: uuid })
export const askForm = Type.Object({ words: Type.Optional(Type.String({ maxLength: longestReason })) })
export const outsideForm = Type.Object({ residence: choice(residences), age: choice(eventAges) })
export const assignForm = Type.Object({ officer: uuid })
