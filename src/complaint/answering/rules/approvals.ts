import type { Outcome, Severity, TicketClass } from '../../record/events.ts'

/** What decides how much an answer can do harm. */
export type Risk = {
  readonly class: TicketClass
  readonly conduct: boolean
  readonly restricted: boolean
  readonly secret: boolean
  readonly severity: Severity
  readonly outcome: Outcome | null
}

/** How many others must approve, and the weightiest reason for it. */
export type CheckNeed = {
  readonly approvals: number
  readonly because: 'conduct' | 'very_high' | 'examination' | 'restricted' | 'secret' | 'unsubstantiated'
}

/** The first row that fits counts: from the gravest matter down. What fits none goes out on its author's word. */
const table: readonly (CheckNeed & { readonly when: Partial<Risk> })[] = [
  { approvals: 2, because: 'conduct', when: { conduct: true } },
  { approvals: 2, because: 'very_high', when: { severity: 'very_high' } },
  { approvals: 1, because: 'examination', when: { class: 'OVR' } },
  { approvals: 1, because: 'restricted', when: { class: 'NON', restricted: true } },
  { approvals: 1, because: 'secret', when: { class: 'NON', secret: true } },
  { approvals: 1, because: 'unsubstantiated', when: { class: 'NON', outcome: 'unsubstantiated' } },
]

/** The check that an answer needs before it is sent (acceptance C15); null when it needs none. */
export function needsCheck(risk: Risk): CheckNeed | null {
  const row = table.find(({ when }) => (Object.keys(when) as (keyof Risk)[]).every((fact) => when[fact] === risk[fact]))
  return row === undefined ? null : { approvals: row.approvals, because: row.because }
}
