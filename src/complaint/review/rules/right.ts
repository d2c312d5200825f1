/** What an answer says of what can be done against it. `final`: it came after the second look, and there is none after it here. */
export type ReviewRight = { readonly kind: 'review'; readonly days: number; readonly until: Date } | { readonly kind: 'final' }

type Words = {
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string
  readonly date: (at: Date, timeZone?: string) => string
}

/** The sentence that ends every answer, on pages and in mails alike; null: the right has no window. */
export function sayRight({ t, date }: Words, right: ReviewRight | null, timeZone: string): string {
  if (right === null) return t('review.answer.right.unlimited')
  if (right.kind === 'final') return t('review.answer.final')
  return t('review.answer.right', { days: right.days, until: date(right.until, timeZone) })
}
