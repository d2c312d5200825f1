import Type from 'typebox'
import { longestTelling, pressures, treatments } from './rules.ts'

export const checkForm = Type.Object({
  treated: Type.Enum(treatments),
  pressed: Type.Enum(pressures),
  words: Type.Optional(Type.String({ maxLength: longestTelling })),
})
