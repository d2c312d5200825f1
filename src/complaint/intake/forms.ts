import Type from 'typebox'
import { kinds } from '../record/events.ts'
import { limits, relations } from './rules.ts'

const short = (most: number) => Type.Optional(Type.String({ maxLength: most }))

export const kindForm = Type.Object({ kind: Type.Enum(kinds) })
/** A code or a word of ours: what is offered depends on the answers before, so the step compares it. */
export const topicForm = Type.Object({ topic: Type.String({ maxLength: 40 }) })
export const reasonForm = Type.Object({ reason: Type.String({ maxLength: 40 }) })
export const signpostForm = Type.Object({})
/** `unknown`, or the id of an office. */
export const officeForm = Type.Object({ know: Type.Optional(Type.Enum(['yes', 'no'])), office: short(60) })
export const storyForm = Type.Object({
  text: Type.String({ maxLength: limits.text }),
  wish: short(limits.wish),
  reference: short(limits.reference),
})
export const timeForm = Type.Object({
  happenedDay: short(20),
  happenedMonth: short(20),
  happenedYear: short(20),
  happenedRoughly: short(limits.happenedRoughly),
  happenedAt: short(limits.happenedAt),
  accused: short(limits.accused),
})
export const subjectForm = Type.Object({ subject: Type.Enum(['self', ...relations]) })
export const privacyForm = Type.Object({ anonymous: Type.Boolean(), secret: Type.Boolean(), unidentified: Type.Boolean() })
export const contactForm = Type.Object({
  name: short(limits.name),
  email: short(limits.email),
  phone: short(limits.phone),
  /** The button that goes on without any identity. */
  withoutIdentity: Type.Boolean(),
})
export const filesForm = Type.Object({ remove: short(60), stay: Type.Boolean() })
export const sendForm = Type.Object({ idempotencyKey: short(100) })
