import { recallAmounts } from '../../complaint/deadlines/index.ts'

/** What the pages for everybody say of times: days for a question, for a complaint, for the examination of officers, and by law. */
export function readPromises(now: Date): Readonly<Record<'question' | 'complaint' | 'examination' | 'law', number>> {
  const amounts = recallAmounts(now)
  const days = (rule: string): number => {
    const amount = amounts.get(rule)
    if (amount === undefined) throw new Error(`no rule ${rule}`)
    return amount
  }
  return {
    question: days('CLASS-INFO'),
    complaint: days('CLASS-NON-OVERSIGHT'),
    examination: days('CLASS-OVERSIGHT'),
    law: days('UU25-DECIDE'),
  }
}
