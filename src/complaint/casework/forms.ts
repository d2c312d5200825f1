import Type from 'typebox'
import { uuid } from '../../platform/http/shapes.ts'
import { hopReasons, legalBases, longestWords, shares } from '../scope/rules.ts'
import {
  archiveReasons,
  bulkDeeds,
  closeReasons,
  deskChannels,
  extensionReasons,
  kinds,
  longestMessage,
  longestReason,
  longestViewName,
  mostAtOnce,
  outcomes,
  pauseReasons,
  relations,
  reportLimits,
  reportRelations,
  returnReasons,
  severities,
  severityReasons,
  ticketClasses,
} from './rules.ts'

const choice = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ enum: values })
const words = (most: number) => Type.String({ minLength: 1, maxLength: most })
const short = (most: number) => Type.Optional(Type.String({ maxLength: most }))
const version = Type.Integer({ minimum: 1 })

export const ticketParams = Type.Object({ id: uuid })
export const linkParams = Type.Object({ id: uuid, link: uuid })
export const splitParams = Type.Object({ id: uuid, split: uuid })
export const fileParams = Type.Object({ id: uuid, file: uuid })

const listParts = {
  kantor: short(60),
  bagian: short(20),
  keadaan: short(30),
  kategori: short(10),
  kelas: short(10),
  petugas: short(60),
  tenggat: short(20),
  kanal: short(20),
  jenis: short(30),
  antrean: short(60),
  urut: short(20),
  setelah: short(80),
  sebelum: short(80),
}
export const listQuery = Type.Object(listParts)
export const watchListQuery = Type.Object({ kantor: short(60), dari: short(20) })
export const watchTicketQuery = Type.Object({ versi: short(10) })
export const searchQuery = Type.Object({ q: short(300), kantor: short(60), setelah: short(80), sebelum: short(80) })
export const loadQuery = Type.Object({
  kantor: short(60),
  daftar: short(20),
  setelah: short(80),
  sebelum: short(80),
  ditugaskan: short(6),
  dilewati: short(6),
})

export const assignForm = Type.Object({ officer: uuid, words: short(longestReason), version: Type.Optional(version) })
export const releaseForm = Type.Object({ words: words(longestReason), version })
export const bulkForm = Type.Object({
  officer: uuid,
  office: uuid,
  list: short(20),
  tickets: Type.Array(uuid, { minItems: 1, maxItems: 100 }),
})
export const bulkDeedForm = Type.Object({
  deed: choice(bulkDeeds),
  tickets: Type.Array(uuid, { minItems: 1, maxItems: mostAtOnce }),
  officer: Type.Optional(uuid),
  words: short(longestReason),
  list: short(500),
})
export const saveViewForm = Type.Object({ name: words(longestViewName), shared: short(1), query: short(500), office: short(60) })
export const changeViewForm = Type.Object({
  deed: choice(['rename', 'share', 'unshare', 'up', 'down', 'delete']),
  name: short(longestViewName),
})
export const noteForm = Type.Object({ body: words(longestMessage), mention: Type.Optional(uuid) })
export const messageForm = Type.Object({ body: words(longestMessage), pause: Type.Optional(choice(pauseReasons)) })
export const answerForm = Type.Object({
  finding: words(longestMessage),
  action: words(longestMessage),
  remedy: short(longestMessage),
  nextStep: words(longestMessage),
  outcome: choice(outcomes),
  version,
})
/** Unsent: nothing in it is missing yet. */
export const draftForm = Type.Object({
  finding: short(longestMessage),
  action: short(longestMessage),
  remedy: short(longestMessage),
  nextStep: short(longestMessage),
  outcome: Type.Optional(choice(outcomes)),
})
export const checkForm = Type.Object({
  check: uuid,
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  verdict: choice(['approved', 'returned']),
  reason: Type.Optional(choice(returnReasons)),
  words: short(longestReason),
  version,
})
export const closeForm = Type.Object({ reason: choice(closeReasons), words: short(longestReason), version })
export const archiveForm = Type.Object({ reason: choice(archiveReasons), words: words(longestReason), version })
export const transferForm = Type.Object({ office: uuid, words: words(longestReason), version })
export const sendOnForm = Type.Object({
  body: uuid,
  reason: choice(hopReasons),
  words: words(longestReason),
  message: words(longestWords),
  share: Type.Array(choice(shares), { maxItems: shares.length }),
  consent: choice(['ask', 'basis']),
  basis: Type.Optional(choice(legalBases)),
  basisWords: short(longestReason),
  version,
})
export const extendForm = Type.Object({
  days: Type.Integer({ minimum: 1, maximum: 60 }),
  reason: choice(extensionReasons),
  words: words(longestReason),
  version,
})
export const reclassifyForm = Type.Object({ category: words(10), class: Type.Optional(choice(ticketClasses)), version })
export const gradeForm = Type.Object({
  severity: choice(severities),
  reasons: Type.Array(choice(severityReasons), { maxItems: severityReasons.length }),
  words: short(longestReason),
  version,
})

export const mergeForm = Type.Object({ numbers: Type.String({ maxLength: 100_000 }), version })
export const linkForm = Type.Object({ number: words(60), relation: choice(relations), words: words(longestReason) })
export const splitForm = Type.Object({
  text: words(reportLimits.body),
  wish: short(reportLimits.wish),
  kind: choice(kinds),
  category: words(10),
  office: Type.Optional(uuid),
  files: Type.Array(uuid, { maxItems: 100 }),
  words: words(longestReason),
  version,
})

export const registerForm = Type.Object({
  channel: choice(deskChannels),
  kind: choice(kinds),
  category: words(10),
  office: Type.Optional(uuid),
  accused: short(reportLimits.accused),
  accusedOffice: Type.Optional(uuid),
  text: words(reportLimits.text),
  wish: short(reportLimits.wish),
  receivedDay: short(4),
  receivedMonth: short(4),
  receivedYear: short(6),
  happenedDay: short(4),
  happenedMonth: short(4),
  happenedYear: short(6),
  happenedAt: short(reportLimits.happenedAt),
  relation: Type.Optional(choice(reportRelations)),
  name: short(reportLimits.name),
  email: short(reportLimits.email),
  phone: short(reportLimits.phone),
  language: choice(['id', 'en']),
  wishes: Type.Array(choice(['anonymous', 'secret', 'unidentified']), { maxItems: 3 }),
  idempotencyKey: words(100),
})
