/** What can lie behind a report. Misconduct is one of many: most reports come of rules, systems and too few hands. */
export const causes = [
  'procedure_unclear',
  'procedure_not_followed',
  'information',
  'system',
  'capacity',
  'training',
  'facility',
  'misconduct',
  'other_body',
  'no_fault',
  'other',
] as const
export type Cause = (typeof causes)[number]

/** Reports of one unit and one topic, within so many days, that are no chance any more (domain rule 49). */
export const repeatsFrom = 3
export const repeatDays = 30

/** Whether a report can be closed only once its cause is known: when the same keeps coming, and nobody has said why. */
export function needsCause({ isRepeated, isFound }: { readonly isRepeated: boolean; readonly isFound: boolean }): boolean {
  return isRepeated && !isFound
}
