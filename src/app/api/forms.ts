import Type from 'typebox'
import { archiveReasons, closeReasons, kinds, outcomes, ticketClasses } from '../../complaint/record/events.ts'
import { publicStages, ticketStates } from '../../complaint/record/rules.ts'
import { hopReasons, legalBases, shares } from '../../complaint/scope/rules.ts'
import { locales } from '../../platform/i18n.ts'

const text = (maxLength: number, description: string) => Type.String({ maxLength, description })
const needed = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description })
const instant = Type.String({ format: 'date-time' })
const choice = <T extends string>(values: readonly T[], description: string) => Type.Enum([...values], { description })

const number = needed(40, 'Ticket number, as printed or typed')
const accessCode = needed(60, 'Access code, as printed or typed')

/** A report, as the public form takes it. State, class, office in charge and assignee are not the sender's to say. */
export const submitForm = Type.Object({
  kind: choice(kinds, 'What it is'),
  category: needed(20, 'Code of a category or sub-category, from GET /api/v1/categories'),
  office: Type.Optional(text(60, 'Code of the office it is about, from GET /api/v1/offices; absent: not known')),
  accused: Type.Optional(
    text(300, 'Who is complained of, in words or by names parted by commas; sealed, and kept from whoever is named and their unit'),
  ),
  accusedOffice: Type.Optional(text(60, 'Code of their unit, if it is another one than the office it is about')),
  text: needed(50_000, 'What happened'),
  wish: Type.Optional(text(5000, 'What the person wants')),
  happenedOn: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Day it happened' })),
  happenedAt: Type.Optional(text(300, 'Place, in words')),
  relation: Type.Optional(text(40, 'How the sender stands to the person it is about; absent: the sender')),
  anonymous: Type.Optional(Type.Boolean({ description: 'Identity hidden from handlers' })),
  secret: Type.Optional(Type.Boolean({ description: 'Content hidden from the public and restricted inside' })),
  unidentified: Type.Optional(Type.Boolean({ description: 'No identity at all: name, e-mail and phone are not kept' })),
  name: Type.Optional(text(200, 'Name')),
  email: Type.Optional(text(254, 'E-mail')),
  phone: Type.Optional(text(40, 'Phone')),
  language: Type.Optional(choice(locales, 'Language of answers and mails; absent: Indonesian')),
  idempotencyKey: Type.String({
    minLength: 16,
    maxLength: 200,
    description: 'A UUID or other unguessable text chosen by the sender; the same key again makes no second report',
  }),
})

export const proofForm = Type.Object({ number, accessCode })
export const messageForm = Type.Object({ number, accessCode, body: needed(20_000, 'What to say') })

const promise = Type.Object({ kind: Type.Enum(['first_check', 'completeness', 'answer']), dueAt: instant, law: Type.String() })

export const submitted = Type.Object({
  number: Type.String(),
  accessCode: Type.Union([Type.String(), Type.Null()], { description: 'Shown this once; null when the key was used before' }),
  repeated: Type.Boolean(),
  submittedAt: instant,
  promises: Type.Array(promise),
})
export const stageAnswer = Type.Object({
  number: Type.String(),
  stage: Type.Enum([...publicStages], {
    description: 'A number that nobody has answers like a report just received: numbers cannot be tried out',
  }),
})
const messageOf = <T extends string>(authors: readonly T[]) =>
  Type.Object({
    id: Type.String(),
    at: instant,
    by: Type.Enum([...authors]),
    kind: Type.Enum(['message', 'question', 'answer']),
    body: Type.String(),
    answer: Type.Union([
      Type.Object({ finding: Type.String(), action: Type.String(), remedy: Type.String(), nextStep: Type.String() }),
      Type.Null(),
    ]),
  })
export const tracked = Type.Object({
  number: Type.String(),
  stage: Type.Enum([...publicStages]),
  submittedAt: instant,
  office: Type.String(),
  promises: Type.Array(Type.Object({ kind: Type.String(), dueAt: instant, law: Type.String() })),
  timeline: Type.Array(Type.Object({ at: instant, event: Type.String() })),
  messages: Type.Array(messageOf(['you', 'officer'])),
})
export const written = Type.Object({ id: Type.String() })

export const categoryList = Type.Object({
  categories: Type.Array(
    Type.Object({
      code: Type.String(),
      parent: Type.Union([Type.String(), Type.Null()]),
      id: Type.String(),
      en: Type.String(),
      class: Type.Enum([...ticketClasses]),
    }),
  ),
})
export const officeList = Type.Object({
  offices: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      city: Type.Union([Type.String(), Type.Null()]),
      province: Type.Union([Type.String(), Type.Null()]),
      timeZone: Type.String(),
    }),
  ),
})

export const bodyList = Type.Object({
  bodies: Type.Array(
    Type.Object({
      id: Type.String(),
      code: Type.Union([Type.String(), Type.Null()], { description: 'null for those that administrators added; use the id' }),
      name: Type.Object({ id: Type.String(), en: Type.String() }),
      handles: Type.Object({ id: Type.String(), en: Type.String() }),
      contact: Type.String(),
    }),
  ),
})

export const listQuery = Type.Object({
  office: Type.Optional(text(60, 'Code of one of the own units; absent: the first')),
  state: Type.Optional(choice(ticketStates, 'Only this state; absent: all that await an answer')),
  after: Type.Optional(text(100, 'Value of `next` of the page before')),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: 'At most so many; 50 when absent' })),
})
const line = Type.Object({
  id: Type.String(),
  number: Type.String(),
  title: Type.String(),
  kind: Type.String(),
  category: Type.String(),
  state: Type.Enum([...ticketStates]),
  submittedAt: instant,
  dueAt: instant,
  assigneeId: Type.Union([Type.String(), Type.Null()]),
})
export const ticketList = Type.Object({ tickets: Type.Array(line), next: Type.Union([Type.String(), Type.Null()]) })
export const ticketParams = Type.Object({ id: Type.String({ format: 'uuid', examples: ['01a20c62-6a80-7401-b776-21e936259c9b'] }) })
export const ticketAnswer = Type.Object({
  id: Type.String(),
  number: Type.String(),
  state: Type.Enum([...ticketStates]),
  version: Type.Integer(),
  kind: Type.String(),
  category: Type.String(),
  title: Type.String(),
  body: Type.String(),
  wish: Type.String(),
  happenedOn: Type.Union([Type.String(), Type.Null()]),
  happenedAt: Type.String(),
  submittedAt: instant,
  dueAt: instant,
  assigneeId: Type.Union([Type.String(), Type.Null()]),
  person: Type.Union([Type.Object({ name: Type.String(), email: Type.String(), phone: Type.String() }), Type.Null()], {
    description: 'null when hidden or never given',
  }),
  messages: Type.Array(messageOf(['complainant', 'officer'])),
  notes: Type.Array(Type.Object({ at: instant, by: Type.String(), body: Type.String() })),
  timeline: Type.Array(Type.Object({ at: instant, event: Type.String() })),
})

/** One verb on one ticket. `version` is the one read; a newer one on the server refuses with 409. */
export const actForm = Type.Object({
  verb: Type.Enum([
    'take',
    'assign',
    'release',
    'investigate',
    'ask',
    'write',
    'note',
    'answer',
    'close',
    'reopen',
    'archive',
    'unarchive',
    'transfer',
    'send_on',
    'hand_over',
    'acknowledge',
    'give_back',
    'cancel_send_on',
  ]),
  version: Type.Optional(Type.Integer({ description: 'Needed for release, answer, close, archive and transfer' })),
  officerId: Type.Optional(Type.String({ format: 'uuid', description: 'assign' })),
  office: Type.Optional(text(60, 'transfer: code of the new office')),
  receivingBody: Type.Optional(text(60, 'send_on: code or id of the body outside this service')),
  sendOnReason: Type.Optional(choice(hopReasons, 'send_on: why it is another body’s')),
  shares: Type.Optional(
    Type.Array(choice(shares, 'send_on: what goes along'), { maxItems: shares.length, description: 'send_on: absent: the text alone' }),
  ),
  basis: Type.Optional(choice(legalBases, 'send_on: legal basis in place of consent; absent: the complainant is asked')),
  basisWords: Type.Optional(text(2000, 'send_on: the rule of the legal basis, and why the complainant is not asked')),
  reference: Type.Optional(text(100, 'hand_over, acknowledge: the body’s reference')),
  receiver: Type.Optional(text(150, 'acknowledge: who at the body has it')),
  on: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'acknowledge: the day; absent: today' })),
  body: Type.Optional(text(20_000, 'ask, write, note')),
  words: Type.Optional(text(5000, 'release, close, archive, transfer: the reason in words; assign: a word to the colleague')),
  archiveReason: Type.Optional(choice(archiveReasons, 'archive')),
  closeReason: Type.Optional(choice(closeReasons, 'close')),
  outcome: Type.Optional(choice(outcomes, 'answer')),
  finding: Type.Optional(text(20_000, 'answer')),
  action: Type.Optional(text(20_000, 'answer')),
  remedy: Type.Optional(text(20_000, 'answer')),
  nextStep: Type.Optional(text(20_000, 'answer')),
})
export const acted = Type.Object({
  id: Type.String(),
  state: Type.Union([Type.Enum([...ticketStates]), Type.Null()], { description: 'null when it has left your sight' }),
  version: Type.Union([Type.Integer(), Type.Null()]),
})
