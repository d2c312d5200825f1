import { err, ok, type Result } from '../../../platform/result.ts'
import { Temporal } from '../../../platform/time.ts'
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

function readDay({ validDay = '', validMonth = '', validYear = '' }: TypedRule): string | null {
  const numbers = [validYear, validMonth, validDay].map(Number)
  const [year = 0, month = 0, day = 0] = numbers
  if (!numbers.every(Number.isInteger) || year < 2000 || year > 2199) return null
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
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
  const validFrom = readDay(typed)
  if (validFrom === null) return err({ field: 'valid', code: 'invalid' })
  if (validFrom <= today) return err({ field: 'valid', code: 'past' })
  if (versions.some((version) => version.validFrom === validFrom)) return err({ field: 'valid', code: 'taken' })
  if (evidence !== 'V' && evidence !== 'S') return err({ field: 'evidence', code: 'choose' })
  if (source.trim() === '') return err({ field: 'source', code: 'required' })
  return ok({ ruleId: rule, amount: Number(amount), validFrom, evidence, source: source.trim() })
}
