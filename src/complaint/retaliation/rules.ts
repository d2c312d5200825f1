import type { TicketState } from '../record/rules.ts'

/** Days after the end of a report about staff on which its complainant is asked (acceptance C23). */
export const checkDays = [30, 90] as const
export type CheckDays = (typeof checkDays)[number]

export const treatments = ['same', 'worse', 'no_contact'] as const
export type Treatment = (typeof treatments)[number]
export const pressures = ['no', 'yes'] as const
export type Pressure = (typeof pressures)[number]

export type CheckAnswer = { readonly treated: Treatment; readonly pressed: Pressure }

export const longestTelling = 5000
/** Where they are answered: behind number and code, beside the report. */
export const checkUrl = '/lacak/laporan/keadaan'
/** How long the browser that answered may show the new code again. */
export const codeMinutes = 30

const day = 86_400_000

/** When the questions are due. Calendar days: a person counts so. */
export function planDays(endedAt: Date): readonly { readonly days: CheckDays; readonly askAt: Date }[] {
  return checkDays.map((days) => ({ days, askAt: new Date(endedAt.getTime() + days * day) }))
}

/** A withdrawn report counts too: taking it back may be what somebody was pressed to. */
export function hasEnded(state: TicketState): boolean {
  return state === 'closed' || state === 'withdrawn' || state === 'archived'
}

/** Whether an answer is a complaint of its own. */
export function isRetaliation({ treated, pressed }: CheckAnswer): boolean {
  return treated === 'worse' || pressed === 'yes'
}
