import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { causes, longestWords } from './rules.ts'

const short = (most: number) => Type.Optional(Type.String({ maxLength: most }))
const cause = Type.Unsafe<(typeof causes)[number]>({ enum: causes })

export const idParams = Type.Object({ id: uuid })
/** Of the action nothing may be filled in: then there is none. */
export const causeForm = Type.Object({ cause, words: short(longestWords), action: short(longestWords), owner: short(60), days: short(3) })
export const wordsForm = Type.Object({ words: short(longestWords) })
