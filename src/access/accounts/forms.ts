import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { emailPattern } from '../confidentiality/rules.ts'
import { officeTypes, timeZones } from './rules/administration.ts'
import { passwordLength } from './rules/passwords.ts'
import { roles } from './rules/roles.ts'
import { skills, spokenLanguages } from './rules/work.ts'

const email = Type.String({ maxLength: 254, pattern: emailPattern })
const personName = Type.String({ maxLength: 120 })
const language = Type.Enum(['id', 'en'])
// Longer ones are refused with a problem of their own, so the schema only keeps out what is no password at all.
const password = Type.String({ maxLength: passwordLength.most })
const returnPath = Type.Optional(Type.String({ maxLength: 500 }))
const tick = Type.Boolean()

export const idParams = Type.Object({ id: uuid })
export const tokenParams = Type.Object({ token: Type.String({ pattern: '^[\\w-]{20,100}$' }) })

export const signInQuery = Type.Object({ kembali: returnPath, keluar: Type.Optional(Type.String({ maxLength: 5 })) })
export const signInForm = Type.Object({ email: Type.String({ maxLength: 254 }), password, kembali: returnPath })
export const codeQuery = Type.Object({ kembali: returnPath })
export const codeForm = Type.Object({ code: Type.String({ maxLength: 20 }), kembali: returnPath })
export const newPasswordForm = Type.Object({ next: password, again: password })

export const changePasswordForm = Type.Object({ present: password, next: password, again: password })
export const languageForm = Type.Object({ language })
export const enrolForm = Type.Object({ seal: Type.String({ maxLength: 500 }), code: Type.String({ maxLength: 20 }), password })
export const leaveForm = Type.Object({ password })
export const keyForm = Type.Object({ name: Type.String({ maxLength: 80 }), password, code: Type.Optional(Type.String({ maxLength: 20 })) })
export const endKeyForm = Type.Object({ password })

export const officerForm = Type.Object({ name: personName, email, language })
export const rolesForm = Type.Object({
  held: Type.Array(Type.String({ maxLength: 60, pattern: `^(${roles.join('|')})@[0-9a-f-]{36}$` }), { maxItems: 600 }),
  office: Type.Optional(uuid),
  added: Type.Array(Type.Enum([...roles]), { maxItems: roles.length }),
})
export const workForm = Type.Object({
  languages: Type.Array(Type.Enum([...spokenLanguages]), { maxItems: spokenLanguages.length }),
  skills: Type.Array(Type.Enum([...skills]), { maxItems: skills.length }),
})
const datePart = Type.Optional(Type.String({ maxLength: 4 }))
export const absenceForm = Type.Object({
  fromDay: datePart,
  fromMonth: datePart,
  fromYear: datePart,
  untilDay: datePart,
  untilMonth: datePart,
  untilYear: datePart,
  deputy: Type.Optional(uuid),
})
export const trainingForm = Type.Object({
  trainer: Type.Optional(uuid),
  beginDay: datePart,
  beginMonth: datePart,
  beginYear: datePart,
})
export const trainingParams = Type.Object({ id: uuid, training: uuid })
export const absenceParams = Type.Object({ id: uuid, absence: uuid })
export const ownAbsenceParams = Type.Object({ absence: uuid })
export const switchForm = Type.Object({ active: tick })
export const officersQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  kantor: Type.Optional(uuid),
  peran: Type.Optional(Type.Enum([...roles])),
  keadaan: Type.Optional(Type.Enum(['aktif', 'nonaktif'])),
  setelah: Type.Optional(Type.String({ maxLength: 400 })),
})

const officeFacts = {
  name: Type.String({ maxLength: 160 }),
  class: Type.Optional(Type.String({ maxLength: 60 })),
  city: Type.Optional(Type.String({ maxLength: 80 })),
  province: Type.Optional(Type.String({ maxLength: 80 })),
  timeZone: Type.Enum([...timeZones]),
  parent: Type.Optional(uuid),
  active: tick,
  selectable: tick,
}
export const officeForm = Type.Object(officeFacts)
export const newOfficeForm = Type.Object({
  ...officeFacts,
  code: Type.String({ maxLength: 60, pattern: '^[A-Z0-9]+(-[A-Z0-9]+)*$' }),
  type: Type.Enum([...officeTypes]),
})
export const officesQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  jenis: Type.Optional(Type.Enum([...officeTypes])),
  keadaan: Type.Optional(Type.Enum(['aktif', 'nonaktif'])),
})
