import Type from 'typebox'

const text = Type.Optional(Type.String({ maxLength: 200 }))

/** Texts only: the filters are read by a rule that can say which of them it does not understand. */
export const trailQuery = Type.Object({
  dari: text,
  sampai: text,
  pelaku: text,
  peristiwa: text,
  objek: text,
  hasil: text,
  alamat: text,
  sebelum: text,
})
