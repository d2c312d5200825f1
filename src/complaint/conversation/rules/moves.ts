import { err, ok, type Result } from '../../../platform/result.ts'
import type { Outcome, PauseReason, TicketEvent } from '../../record/events.ts'
import { movesTo, type TicketStanding, type TicketState } from '../../record/rules.ts'

/** Who acts, as far as the history names them. */
export type ActingOfficer = { readonly id: string; readonly name: string }

type Standing = Pick<TicketStanding, 'state' | 'assigneeId'>

function assignToSelf(officer: ActingOfficer): TicketEvent {
  return { type: 'ticket.assigned', payload: { officerId: officer.id, officerName: officer.name, by: 'self' } }
}

function composeStep(step: TicketState, officer: ActingOfficer): readonly TicketEvent[] {
  if (step === 'checking') return [{ type: 'ticket.checking_started', payload: {} }]
  if (step === 'assigned') return [assignToSelf(officer)]
  if (step === 'investigating') return [{ type: 'ticket.investigation_started', payload: {} }]
  return []
}

/** The events of the steps that lie before `to` when an officer's verb leads there; the verb adds its own event. */
export function implySteps(
  standing: Standing,
  to: TicketState,
  officer: ActingOfficer,
): Result<readonly TicketEvent[], 'move_not_allowed'> {
  // Only the undoing of a merge leads out of it, whatever the verb.
  const steps = standing.state === 'merged' ? null : movesTo(standing.state, to)
  if (steps === null) return err('move_not_allowed')
  return ok(steps.slice(0, -1).flatMap((step) => composeStep(step, officer)))
}

/** A question waits for the complainant. A second one while waiting adds to the first and leads back to the same place. */
export function planQuestion(
  standing: Standing,
  officer: ActingOfficer,
  question: { readonly messageId: string; readonly pause: PauseReason },
): Result<readonly TicketEvent[], 'move_not_allowed'> {
  const implied = implySteps(standing, 'waiting_complainant', officer)
  return implied.ok ? ok([...implied.value, { type: 'ticket.question_asked', payload: question }]) : implied
}

/** An answer means that somebody checked, took and investigated. Nobody answers namelessly: without an assignee it is who answers. */
export function planAnswer(
  standing: Standing,
  officer: ActingOfficer,
  answer: { readonly messageId: string; readonly outcome: Outcome },
): Result<readonly TicketEvent[], 'move_not_allowed'> {
  if (standing.state === 'answered') return err('move_not_allowed')
  const implied = implySteps(standing, 'answered', officer)
  if (!implied.ok) return implied
  const takes = standing.assigneeId === null && !implied.value.some(({ type }) => type === 'ticket.assigned')
  return ok([...(takes ? [assignToSelf(officer)] : []), ...implied.value, { type: 'ticket.answered', payload: answer }])
}

/** A reply after the answer opens the matter again; a withdrawn one is over, because its owner said so. */
export function planReply(
  standing: Pick<Standing, 'state'>,
  messageId: string,
  files: number,
): Result<readonly TicketEvent[], 'conversation_ended'> {
  if (standing.state === 'withdrawn') return err('conversation_ended')
  const reopens = standing.state === 'answered' || standing.state === 'closed'
  return ok([
    ...(reopens ? ([{ type: 'ticket.reopened', payload: { reason: 'reply' } }] as const) : []),
    { type: 'ticket.complainant_wrote', payload: { messageId, files } },
  ])
}
