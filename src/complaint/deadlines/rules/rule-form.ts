import { err, ok, type Result } from '../../../platform/result.ts'
import { readDay } from '../../../platform/time.ts'
import type { DeadlineRule } from './clocks.ts'

/** The form of a new version of a rule, as it was typed. */
export type TypedRule = {
  readonly rule?: string
  readonly amount?: string
  readonly validDay?: string
  readonly validMonth?: string
  readonly validYear?: string
  readonly evidence?: string
  readonly source?: string
}

/** Another length of a rule from a day on. */
export type RuleChange = {
  readonly ruleId: string
  readonly amount: number
  readonly validFrom: string
  readonly evidence: 'V' | 'S'
  readonly source: string
}

type Fault = { readonly field: 'rule' | 'amount' | 'valid' | 'evidence' | 'source'; readonly code: string }
type Known = Pick<DeadlineRule, 'id'> & { readonly validFrom: string }

const longest = 999

/** No version begins outside these years; another year is a slip. */
const years = { first: '2000', last: '2199' }

function readValid({ validDay: day = '', validMonth: month = '', validYear: year = '' }: TypedRule): string | null {
  return year < years.first || year > years.last ? null : readDay({ day, month, year })
}

/**
 * Reads the form. A version begins on a day that is still to come: what was received before keeps its promise (domain rule 9), and two of one
 * day would leave open which was meant.
 */
export function readRuleChange(typed: TypedRule, known: readonly Known[], today: string): Result<RuleChange, Fault> {
  const { rule = '', amount = '', evidence = '', source = '' } = typed
  const versions = known.filter(({ id }) => id === rule)
  if (versions.length === 0) return err({ field: 'rule', code: 'choose' })
  if (!/^\d{1,3}$/.test(amount.trim()) || Number(amount) < 1 || Number(amount) > longest) return err({ field: 'amount', code: 'amount' })
  const validFrom = readValid(typed)
  if (validFrom === null) return err({ field: 'valid', code: 'invalid' })
  if (validFrom <= today) return err({ field: 'valid', code: 'past' })
  if (versions.some((version) => version.validFrom === validFrom)) return err({ field: 'valid', code: 'taken' })
  if (evidence !== 'V' && evidence !== 'S') return err({ field: 'evidence', code: 'choose' })
  if (source.trim() === '') return err({ field: 'source', code: 'required' })
  return ok({ ruleId: rule, amount: Number(amount), validFrom, evidence, source: source.trim() })
}
