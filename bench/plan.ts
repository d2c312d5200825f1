import { createHash } from 'node:crypto'
import { answerDue, type Clock, type DeadlineRule, type Holidays, startClocksOnReceipt } from '../src/complaint/deadlines/rules.ts'
import { centralUnits, classify, isRestricted, type RoutedCategory, routeReport } from '../src/complaint/intake/rules.ts'
import type { Channel, Kind, TicketEvent } from '../src/complaint/record/events.ts'
import { apply, composeAccessCode, composeNumber, type TicketStanding } from '../src/complaint/record/rules.ts'
import { composeId, createRandom, createWeighted, type Random } from './random.ts'

export type PlannedOffice = { readonly id: string; readonly code: string; readonly name: string; readonly timeZone: string }
export type PlannedOfficer = { readonly id: string; readonly name: string; readonly officeId: string }

/** What the tickets are planned on: the register as the database has it. */
export type Ground = {
  readonly offices: readonly PlannedOffice[]
  /** Who may be given tickets, by unit. */
  readonly handlers: ReadonlyMap<string, readonly PlannedOfficer[]>
  readonly categories: readonly RoutedCategory[]
  readonly rules: readonly DeadlineRule[]
  readonly holidays: Holidays
  /** Languages of the bank of texts; a ticket takes the language of its text. */
  readonly texts: readonly { readonly language: string }[]
  /** Milliseconds: the last report came just before. */
  readonly now: number
  readonly count: number
}

export type PlannedEvent = {
  readonly id: string
  readonly at: number
  readonly event: TicketEvent
  readonly by: 'complainant' | PlannedOfficer | 'system'
}
export type PlannedMessage = {
  readonly id: string
  readonly at: number
  readonly kind: 'message' | 'question' | 'answer'
  readonly by: 'complainant' | PlannedOfficer
  readonly text: number
}

export type PlannedTicket = {
  readonly id: string
  readonly number: string
  readonly kind: Kind
  readonly channel: Channel
  readonly language: string
  readonly concernedOfficeId: string | null
  readonly anonymous: boolean
  readonly secret: boolean
  readonly unidentified: boolean
  readonly relation: string | null
  readonly submittedAt: number
  /** Place in the bank of texts. */
  readonly text: number
  readonly clocks: readonly Clock[]
  readonly events: readonly PlannedEvent[]
  readonly messages: readonly PlannedMessage[]
  readonly standing: TicketStanding
}

const day = 86_400_000
const months24 = 730 * day
const numbersPerYear = 100_000_000

/** The share of open tickets falls with age so that about 8 in 100 are open when reports have doubled over the two years. */
const openDays = 44

/** The end a ticket comes to; the weights make about 92 of 100 answered or put away. */
const ends = ['closed', 'answered', 'archived', 'withdrawn', 'transferred'] as const
const open = ['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'] as const
type End = (typeof ends)[number] | (typeof open)[number]
const chooseEnd = createWeighted([80, 7, 3, 1.5, 0.5])
const chooseOpen = createWeighted([10, 10, 15, 25, 40])
const kinds: readonly Kind[] = ['complaint', 'information_request', 'suggestion', 'criticism', 'compliment']
const chooseKind = createWeighted([62, 20, 7, 8, 3])
const channels: readonly Channel[] = ['web', 'api', 'phone', 'letter', 'counter']
const chooseChannel = createWeighted([78, 4, 10, 2, 6])

/** The access code of a generated ticket, from its number: the bench can open each of them, and nothing needs to be written down. */
export function composeBenchCode(number: string): string {
  return composeAccessCode(createHash('sha256').update(`bench ${number}`).digest())
}

type Step = {
  readonly event: (random: Random, at: number) => TicketEvent
  readonly by: 'complainant' | 'officer' | 'system'
  readonly message?: PlannedMessage['kind']
}

function composeSteps(random: Random, end: End, officer: PlannedOfficer, messageId: () => string): readonly Step[] {
  const checking: Step = { by: 'officer', event: () => ({ type: 'ticket.checking_started', payload: {} }) }
  const assigned: Step = {
    by: 'officer',
    event: () => ({ type: 'ticket.assigned', payload: { officerId: officer.id, officerName: officer.name, by: 'self' } }),
  }
  const investigating: Step = { by: 'officer', event: () => ({ type: 'ticket.investigation_started', payload: {} }) }
  const asked: Step = {
    by: 'officer',
    message: 'question',
    event: () => ({ type: 'ticket.question_asked', payload: { messageId: messageId() } }),
  }
  const replied: Step = {
    by: 'complainant',
    message: 'message',
    event: () => ({ type: 'ticket.complainant_wrote', payload: { messageId: messageId(), files: 0 } }),
  }
  const wrote: Step = {
    by: 'officer',
    message: 'message',
    event: () => ({ type: 'ticket.officer_wrote', payload: { messageId: messageId() } }),
  }
  const answered: Step = {
    by: 'officer',
    message: 'answer',
    event: (random) => ({
      type: 'ticket.answered',
      payload: { messageId: messageId(), outcome: random.pick(['substantiated', 'partly', 'unsubstantiated', 'information_given']) },
    }),
  }
  const rated: Step = {
    by: 'complainant',
    event: (random) => ({ type: 'ticket.rated', payload: { solved: random.pick(['yes', 'partly', 'no']) } }),
  }
  const closed: Step = {
    by: 'system',
    event: (random) => ({ type: 'ticket.closed', payload: { reason: random.pick(['solved', 'no_reply']), words: '' } }),
  }
  const dialogue = random.chance(0.25) ? [asked, replied] : random.chance(0.15) ? [wrote] : []
  const worked = [checking, assigned, ...dialogue, investigating]
  switch (end) {
    case 'submitted':
      return []
    case 'checking':
      return [checking]
    case 'waiting_complainant':
      return [checking, assigned, asked]
    case 'assigned':
      return [checking, assigned]
    case 'investigating':
      return worked
    case 'answered':
      return [...worked, answered]
    case 'closed':
      return [...worked, answered, ...(random.chance(0.3) ? [rated] : []), closed]
    case 'archived':
      return [checking, { by: 'officer', event: () => ({ type: 'ticket.archived', payload: { reason: 'too_general', words: '' } }) }]
    case 'withdrawn':
      return [checking, { by: 'complainant', event: () => ({ type: 'ticket.withdrawn', payload: { words: '' } }) }]
    case 'transferred':
      return [checking, { by: 'officer', event: () => ({ type: 'ticket.transferred', payload: { to: 'Dinas kependudukan', words: '' } }) }]
  }
}

type PlannedClocks = { readonly clocks: readonly Clock[]; readonly dueAt: Date }

/** Counting working days is dear and the same for a whole day: kept by class, zone and day. */
function createClockBook(ground: Ground): (serviceClass: 'INFO' | 'NON' | 'OVR', timeZone: string, at: number) => PlannedClocks {
  const book = new Map<string, PlannedClocks>()
  return (serviceClass, timeZone, at) => {
    const key = `${serviceClass} ${timeZone} ${Math.floor((at + 8 * 3_600_000) / day)}`
    const known = book.get(key)
    if (known) return known
    const clocks = startClocksOnReceipt({
      serviceClass,
      timeZone,
      receivedAt: new Date(at),
      rules: ground.rules,
      holidays: ground.holidays,
    })
    const answer = clocks.ok ? answerDue(clocks.value) : null
    if (!clocks.ok || answer === null) throw new Error('no clock binds the answer')
    const planned = { clocks: clocks.value, dueAt: answer.dueAt }
    book.set(key, planned)
    return planned
  }
}

function createOfficeChooser(offices: readonly PlannedOffice[]): (random: Random) => PlannedOffice {
  const concerned = offices.filter(({ code }) => !Object.values(centralUnits).some((central) => central === code))
  // The big cities first: the first one gets about a tenth of everything.
  const big = ['SELATAN', 'SURABAYA', 'SOEKARNO', 'DENPASAR', 'MEDAN', 'BATAM', 'BANDUNG', 'BEKASI', 'MAKASSAR', 'SEMARANG']
  const rank = ({ code }: PlannedOffice): number => (big.findIndex((name) => code.includes(name)) + big.length) % big.length
  const isBig = ({ code }: PlannedOffice): boolean => big.some((name) => code.includes(name))
  const sorted = [...concerned.filter(isBig).sort((a, b) => rank(a) - rank(b)), ...concerned.filter((office) => !isBig(office))]
  const choose = createWeighted(sorted.map((_, place) => (place + 1) ** -0.8))
  return (random) => {
    const found = sorted[choose(random)]
    if (!found) throw new Error('no office to choose')
    return found
  }
}

/** Plans the ticket at a place, always the same one: 0 is the oldest. */
export function createPlanner(ground: Ground): (index: number) => PlannedTicket {
  const clocksOf = createClockBook(ground)
  const chooseOffice = createOfficeChooser(ground.offices)
  const byCode = new Map(ground.offices.map((office) => [office.code, office]))
  const leaves = ground.categories.filter(({ code }) => code.includes('.'))
  const ofFamily = (family: string) => leaves.filter(({ code }) => code.startsWith(family))
  // Passports are most of what people bring.
  const families = ['PSP', 'SVC', 'ITK', 'VSA', 'TPI', 'DIG', 'INT', 'WAS', 'PMI', 'DET', 'REF'].map(ofFamily)
  const chooseFamily = createWeighted([46, 12, 11, 9, 8, 4, 4, 3, 1, 1, 1])
  const information = ofFamily('INF')

  function route(random: Random): { kind: Kind; category: RoutedCategory; concerned: PlannedOffice | null; unit: PlannedOffice } {
    const kind = kinds[chooseKind(random)] ?? 'complaint'
    const category = random.pick(kind === 'information_request' ? information : (families[chooseFamily(random)] ?? leaves))
    const concerned = random.chance(0.06) ? null : chooseOffice(random)
    const destination = routeReport({ kind, category, concernedOfficeCode: concerned?.code ?? null })
    const unit = destination === 'concerned' ? concerned : byCode.get(centralUnits[destination])
    if (!unit) throw new Error(`no unit for ${category.code}`)
    return { kind, category, concerned, unit }
  }

  function placeInTime(random: Random, index: number): number {
    const share = (index + random.unit()) / ground.count
    // Twice as many reports at the end of the two years as at their beginning.
    return Math.floor(ground.now - months24 * (2 - Math.sqrt(1 + 3 * share)))
  }

  return (index) => {
    const random = createRandom(index)
    const submittedAt = placeInTime(random, index)
    const age = ground.now - submittedAt
    const id = composeId(random, submittedAt)
    // Multiplying by a number without a common factor visits every number of the year once, in no order that shows.
    const number = composeNumber(new Date(submittedAt).getUTCFullYear(), (index * 61_803_399 + 12_345) % numbersPerYear)
    const { kind, category, concerned, unit } = route(random)
    const serviceClass = classify(kind, category)
    const text = random.below(ground.texts.length)
    const secret = random.chance(0.04)
    const unidentified = random.chance(0.12)
    const anonymous = !unidentified && random.chance(0.15)
    const channel = channels[chooseChannel(random)] ?? 'web'
    const language = ground.texts[text]?.language ?? 'id'
    const planned = clocksOf(serviceClass, unit.timeZone, submittedAt)
    const officer = random.pick(ground.handlers.get(unit.id) ?? [])
    const isOpen = random.chance(Math.exp(-age / day / openDays))
    const end = isOpen ? (open[chooseOpen(random)] ?? 'submitted') : (ends[chooseEnd(random)] ?? 'closed')
    const submitted: TicketEvent = {
      type: 'ticket.submitted',
      payload: {
        kind,
        category: category.code,
        class: serviceClass,
        channel,
        language,
        officeId: unit.id,
        concernedOfficeId: concerned?.id ?? null,
        anonymous,
        secret,
        unidentified,
        restricted: isRestricted(secret, category),
        dueAt: planned.dueAt.toISOString(),
        lateFiled: false,
      },
    }
    const messages: PlannedMessage[] = []
    const events: PlannedEvent[] = [{ id: composeId(random, submittedAt), at: submittedAt, event: submitted, by: 'complainant' }]
    let messageId = ''
    const steps = composeSteps(random, end, officer, () => messageId)
    const length = Math.min(age * 0.95, (2 + random.unit() * 25) * day)
    steps.forEach((step, place) => {
      const at = Math.floor(submittedAt + (length * (place + 0.2 + 0.6 * random.unit())) / steps.length)
      const by = step.by === 'officer' ? officer : step.by
      if (step.message && by !== 'system') {
        messageId = composeId(random, at)
        messages.push({ id: messageId, at, kind: step.message, by, text: random.below(ground.texts.length) })
      }
      events.push({ id: composeId(random, at), at, event: step.event(random, at), by })
    })
    const standing = events.reduce<TicketStanding | null>((before, { event, at }) => apply(before, event, new Date(at)), null)
    if (standing === null) throw new Error('a ticket without events')
    return {
      id,
      number,
      kind,
      channel,
      language,
      concernedOfficeId: concerned?.id ?? null,
      anonymous,
      secret,
      unidentified,
      relation: random.chance(0.2) ? random.pick(['family', 'lawyer', 'sponsor']) : null,
      submittedAt,
      text,
      clocks: planned.clocks,
      events,
      messages,
      standing,
    }
  }
}
