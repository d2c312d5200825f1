import { isConduct } from '../../complaint/intake/rules.ts'
import type { ArchiveReason, Channel, Kind, Outcome } from '../../complaint/record/events.ts'
import { createDice, pick } from './dice.ts'
import { fillText } from './texts.ts'
import textsEn from './texts-en.json' with { type: 'json' }
import textsId from './texts-id.json' with { type: 'json' }

export type Scenario = (typeof textsId)[number]

/** One thing that happens in a demo ticket's life, some time after the step before it. */
export type Step =
  | {
      readonly verb:
        | 'check'
        | 'take'
        | 'ask'
        | 'reply'
        | 'investigate'
        | 'note'
        | 'withdraw'
        | 'merge'
        | 'refer'
        | 'transfer'
        | 'review'
        | 'move'
    }
  | { readonly verb: 'answer'; readonly outcome: Outcome }
  | { readonly verb: 'rate'; readonly solved: 'yes' | 'partly' | 'no'; readonly treated: number; readonly words: string }
  | { readonly verb: 'archive'; readonly reason: ArchiveReason }

export type PlannedStep = { readonly hours: number; readonly step: Step }

export type PlannedTicket = {
  readonly index: number
  readonly language: 'id' | 'en'
  readonly kind: Kind
  readonly scenario: Scenario
  readonly text: string
  readonly office: string | null
  readonly channel: Channel
  readonly hoursAgo: number
  readonly happenedDaysBefore: number
  readonly relation: string | null
  readonly anonymous: boolean
  readonly secret: boolean
  readonly unidentified: boolean
  readonly email: boolean
  readonly steps: readonly PlannedStep[]
}

/** Offices with demo officers come up more often, one of them most. */
const demoOffices: readonly (readonly [string, number])[] = [
  ['KANIM-JAKARTA-SELATAN', 40],
  ['KANIM-SOEKARNO-HATTA', 16],
  ['KANIM-SURABAYA', 10],
  ['KANIM-DENPASAR', 9],
  ['KANIM-MEDAN', 5],
  ['KANIM-BATAM', 5],
  ['KANIM-MAKASSAR', 4],
  ['KANIM-BITUNG', 3],
  ['KANIM-KUPANG', 2],
  ['KANIM-BANDUNG', 3],
  ['KANIM-MALANG', 3],
]

function pickOffice(dice: () => number): string {
  let rest = dice() * demoOffices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [code, weight] of demoOffices) {
    rest -= weight
    if (rest < 0) return code
  }
  return demoOffice
}

/** Where the demo's accounts work. */
const demoOffice = 'KANIM-JAKARTA-SELATAN'

/** Three to four weeks old and still being looked into: whoever tries the manager's pages finds something that is late. */
function isLeftLying(index: number, count: number): boolean {
  return [0.5, 0.52, 0.54, 0.56].some((part) => Math.floor(part * count) === index)
}

const praise = {
  id: ['Terima kasih, cepat ditangani.', 'Petugasnya sopan.', '', '', 'Akhirnya jelas.'],
  en: ['Thank you, that was quick.', 'Polite and clear.', '', ''],
} as const
const blame = {
  id: ['Jawabannya belum menjawab masalah saya.', 'Lama sekali.', 'Masih sama seperti kemarin.'],
  en: ['This did not answer my question.', 'It took far too long.'],
} as const

function rate(dice: () => number, language: 'id' | 'en'): PlannedStep {
  const roll = dice()
  const hours = 4 + dice() * 60
  if (roll < 0.7)
    return { hours, step: { verb: 'rate', solved: 'yes', treated: dice() < 0.7 ? 5 : 4, words: pick(dice, praise[language]) } }
  if (roll < 0.87) return { hours, step: { verb: 'rate', solved: 'partly', treated: 3, words: pick(dice, blame[language]) } }
  return { hours, step: { verb: 'rate', solved: 'no', treated: 1 + Math.floor(dice() * 2), words: pick(dice, blame[language]) } }
}

function outcomeOf(kind: string, dice: () => number): Outcome {
  if (kind === 'information_request') return 'information_given'
  if (kind === 'suggestion' || kind === 'compliment') return 'noted'
  return pick(dice, ['substantiated', 'substantiated', 'partly', 'unsubstantiated', 'no_finding'] as const)
}

type Life =
  | 'submitted'
  | 'checking'
  | 'assigned'
  | 'waiting'
  | 'investigating'
  | 'answered'
  | 'rated'
  | 'archived'
  | 'withdrawn'
  | 'merged'
  | 'referred'
  | 'transferred'
  | 'in_review'

/** Old tickets are mostly done with, young ones mostly not; every state of the table occurs. */
function pickLife(dice: () => number, age: number, kind: string, place: { readonly index: number; readonly count: number }): Life {
  const { index, count } = place
  // Questions and suggestions are owed an answer in five working days, and mostly get it.
  const days = kind === 'complaint' ? age : age * 2.6
  const rare: readonly Life[] = ['merged', 'referred', 'transferred', 'in_review', 'archived', 'withdrawn']
  // Young enough to be still under way where the old ones have come to an end.
  const shown = [0.72, 0.74, 0.76, 0.78, 0.8, 0.82].map((part) => Math.floor(part * count)).indexOf(index)
  if (shown !== -1) return shown < 3 ? 'in_review' : 'referred'
  const forced = index % 17 === 0 && days > 6 ? rare[(index / 17) % rare.length] : undefined
  if (forced) return forced
  const roll = dice()
  if (days < 1.5) return roll < 0.6 ? 'submitted' : roll < 0.85 ? 'checking' : 'assigned'
  if (days < 8)
    return roll < 0.1
      ? 'submitted'
      : roll < 0.25
        ? 'checking'
        : roll < 0.5
          ? 'assigned'
          : roll < 0.65
            ? 'waiting'
            : roll < 0.85
              ? 'investigating'
              : 'answered'
  if (days < 22)
    return roll < 0.06
      ? 'checking'
      : roll < 0.2
        ? 'assigned'
        : roll < 0.27
          ? 'waiting'
          : roll < 0.45
            ? 'investigating'
            : roll < 0.65
              ? 'answered'
              : 'rated'
  // A few take longer than they may, none for ever.
  return roll < 0.15 && days < 32 ? 'investigating' : roll < 0.16 ? 'answered' : 'rated'
}

const plain = (
  verb: Exclude<Step, { outcome: Outcome } | { solved: string } | { reason: string }>['verb'],
  hours: number,
): PlannedStep => ({ hours, step: { verb } })

function planSteps(
  dice: () => number,
  life: Life,
  ticket: { scenario: Scenario; language: 'id' | 'en'; moved: boolean; old: boolean },
): readonly PlannedStep[] {
  const quick = ticket.scenario.kind !== 'complaint'
  // Now and then it takes too long.
  const slow = dice() < 0.07 ? 2.5 : 1
  const soon = (): number => 1 + dice() * (quick ? 4 : 14)
  const inTime = (): number => slow * (quick ? 2 + dice() * 20 : 20 + dice() * 100)
  const answer = (): PlannedStep => ({ hours: inTime(), step: { verb: 'answer', outcome: outcomeOf(ticket.scenario.kind, dice) } })
  const begun = [plain('check', soon()), ...(ticket.moved ? [plain('move', soon()), plain('check', soon())] : []), plain('take', soon())]
  const asked = ticket.scenario.question === '' ? [] : [plain('ask', soon()), plain('reply', soon() * 2)]
  const worked = [...begun, ...asked, plain('investigate', soon()), ...(dice() < 0.4 ? [plain('note', soon())] : [])]
  const answered: readonly PlannedStep[] = [...worked, answer()]
  // Whoever is not satisfied gets a second answer.
  const end = (rated: PlannedStep): readonly PlannedStep[] =>
    rated.step.verb === 'rate' && rated.step.solved === 'no' ? [rated, plain('note', soon()), answer()] : [rated]
  switch (life) {
    case 'submitted':
      return []
    case 'checking':
      return [plain('check', soon())]
    case 'assigned':
      return begun
    case 'waiting':
      return [...begun, plain('ask', soon())]
    case 'investigating':
      return worked
    case 'answered':
      return answered
    case 'rated':
      return [...answered, ...end(rate(dice, ticket.language))]
    case 'archived':
      return [
        plain('check', soon()),
        { hours: soon(), step: { verb: 'archive', reason: pick(dice, ['duplicate', 'too_general', 'not_about_service'] as const) } },
      ]
    case 'withdrawn':
      return [plain('check', soon()), plain('withdraw', soon())]
    case 'merged':
      return [...begun, plain('merge', soon())]
    case 'referred':
      return [...begun, plain('refer', soon()), ...(ticket.old ? [answer()] : [])]
    case 'transferred':
      return [plain('check', soon()), plain('transfer', soon())]
    case 'in_review':
      return [...answered, plain('review', soon()), ...(ticket.old ? [answer()] : [])]
  }
}

function planTicket(dice: () => number, index: number, count: number): PlannedTicket {
  const language = dice() < 0.82 ? 'id' : 'en'
  const scenario = pick<Scenario>(dice, language === 'id' ? textsId : textsEn)
  // Denser towards today, as in a desk that has just become known.
  const days = 75 * (1 - index / count) ** 1.4 + dice() * 0.8
  const conduct = isConduct(scenario.kind as Kind, scenario.category)
  const late = !conduct && isLeftLying(index, count)
  const picked = pickLife(dice, days, scenario.kind, { index, count })
  const life = late ? 'investigating' : picked
  const unidentified = conduct ? dice() < 0.35 : dice() < 0.03
  const text = fillText(dice, scenario, language)
  const place = dice() < 0.07 ? null : pickOffice(dice)
  return {
    index,
    language,
    kind: scenario.kind as Kind,
    scenario,
    text,
    office: late ? demoOffice : place,
    channel: pick(dice, ['web', 'web', 'web', 'web', 'web', 'web', 'phone', 'counter', 'letter'] as const),
    hoursAgo: days * 24,
    happenedDaysBefore: Math.floor(dice() * 12),
    relation: dice() < 0.15 ? pick(dice, ['family', 'lawyer', 'sponsor', 'friend']) : null,
    anonymous: !unidentified && dice() < (conduct ? 0.4 : 0.06),
    secret: dice() < (conduct ? 0.5 : 0.04),
    unidentified,
    email: dice() < 0.45,
    steps: planSteps(dice, life, { scenario, language, moved: !conduct && dice() < 0.2 && days < 14, old: days > 14 }),
  }
}

/** The demo's tickets, oldest first. */
export function planDemo(count: number, seed = 20_261_124): readonly PlannedTicket[] {
  const dice = createDice(seed)
  return Array.from({ length: count }, (_, index) => planTicket(dice, index, count))
}
