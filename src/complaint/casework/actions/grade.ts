import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import type { Severity, SeverityReason } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { findGradeProblem } from '../../triage/rules.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type Grading = {
  readonly ticketId: string
  readonly version: number
  readonly severity: Severity
  readonly reasons: readonly SeverityReason[]
  readonly words: string
}

/** Says how grave a matter is, and why. It moves no clock: the law's dates bind, and of what is due together the graver comes first. */
export async function gradeTicket(
  ctx: Context,
  { ticketId, version, severity, reasons, words }: Grading,
): Promise<Result<LoadedTicket, VerbProblem | 'reasons_missing'>> {
  return performVerb<'reasons_missing'>(ctx, { ticketId, verb: 'grade', version }, () => {
    const problem = findGradeProblem(severity, reasons)
    if (problem !== null) return err(problem)
    return ok([{ type: 'ticket.severity_set', payload: { severity, reasons: [...new Set(reasons)], words } }])
  })
}
