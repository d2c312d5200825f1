import { canMove, type PublicStage, publicStage, type TicketState } from '../../record/rules.ts'

/** One step of the way as the complainant sees it. */
export type StageStep = { readonly stage: PublicStage; readonly state: 'done' | 'current' | 'ahead' }

const mainWay: readonly PublicStage[] = ['received', 'checking', 'in_progress', 'answered', 'closed']

/** The ways that leave the main one, by the stage they lead to. */
function findWay(stage: PublicStage, wasAnswered: boolean): readonly PublicStage[] {
  switch (stage) {
    case 'waiting_for_you':
      return ['received', 'checking', 'waiting_for_you', 'in_progress', 'answered', 'closed']
    case 'sent_on':
      return ['received', 'checking', 'sent_on', 'answered']
    case 'withdrawn':
      return ['received', 'withdrawn']
    case 'closed':
      return wasAnswered ? mainWay : ['received', 'checking', 'closed']
    case 'received':
    case 'checking':
    case 'in_progress':
    case 'answered':
      return mainWay
  }
}

/**
 * The way of a report with the step it is at. A report that was closed without an answer has a shorter way; the last
 * step of a way that is over is done, not under way.
 */
export function composeStages(stage: PublicStage, wasAnswered: boolean): readonly StageStep[] {
  const way = findWay(stage, wasAnswered)
  const at = way.indexOf(stage)
  const isOver = stage === 'closed' || stage === 'withdrawn'
  return way.map((step, place) => ({
    stage: step,
    state: place < at || (place === at && isOver) ? 'done' : place === at ? 'current' : 'ahead',
  }))
}

/** What the number alone shows. An unknown number looks like one just received, and the page says so. */
export function composePublicStage(state: TicketState | null): PublicStage {
  return state === null ? 'received' : publicStage(state)
}

/** Whether the complainant may take the report back: as long as the office has not answered. */
export function mayWithdraw(state: TicketState): boolean {
  return canMove(state, 'withdrawn')
}
