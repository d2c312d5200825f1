import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'

export const warningParams = Type.Object({ id: uuid })
const short = (most: number) => Type.Optional(Type.String({ maxLength: most }))
export const calendarQuery = Type.Object({ tahun: Type.Optional(Type.String({ pattern: '^20[0-9]{2}$' })), pindah: short(1) })
/** One form for every change of the calendar; which of its parts are asked for hangs on `change`. */
export const calendarForm = Type.Object({
  change: Type.Enum(['add', 'remove', 'year']),
  day: short(10),
  dateDay: short(2),
  dateMonth: short(2),
  dateYear: short(4),
  scope: short(80),
  type: short(30),
  name: short(160),
  source: short(300),
  hours: short(60),
  year: short(4),
})
export const hoursForm = Type.Object({
  scope: short(80),
  source: short(300),
  day1: short(60),
  day2: short(60),
  day3: short(60),
  day4: short(60),
  day5: short(60),
})
export const ruleForm = Type.Object({
  rule: short(60),
  amount: short(10),
  validDay: short(2),
  validMonth: short(2),
  validYear: short(4),
  evidence: short(1),
  source: short(300),
})
export const warningsQuery = Type.Object({
  bagian: Type.Optional(Type.Enum(['terbuka', 'semua'])),
  setelah: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
})
