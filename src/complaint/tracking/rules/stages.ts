import { canMove, type PublicStage, publicStage, type TicketState } from '../../record/rules.ts'

/**
 * One step of the way as the complainant sees it. `current`: the office is at it. `waiting`: it stands still until the
 * complainant replies. What that means is said once, by the words of what happens next.
 */
export type StageStep = {
  readonly stage: PublicStage
  readonly state: 'done' | 'current' | 'waiting' | 'ahead'
}

const mainWay: readonly PublicStage[] = ['received', 'checking', 'in_progress', 'answered', 'closed']
const sentOnWay: readonly PublicStage[] = ['received', 'checking', 'sent_on']

type Place = { readonly way: readonly PublicStage[]; readonly at: PublicStage; readonly state?: StageStep['state'] }

/** The way with the steps before `at` done and those behind it ahead. */
function mark({ way, at, state = 'current' }: Place): readonly StageStep[] {
  const place = way.indexOf(at)
  return way.map((stage, step) => ({
    stage,
    state: step < place ? 'done' : step > place ? 'ahead' : state,
  }))
}

export type Whereabouts = {
  readonly state: TicketState
  readonly wasAnswered: boolean
  /** Where a reply leads back to: the step that stands still while the complainant is asked. */
  readonly resumeState: TicketState | null
}

/** The way of a report with the step it is at, as its owner sees it. The last step of a way that is over is done, not under way. */
export function composeStages({ state, wasAnswered, resumeState }: Whereabouts): readonly StageStep[] {
  switch (state) {
    case 'submitted':
    case 'checking':
    case 'assigned':
    case 'investigating':
      return mark({ way: mainWay, at: publicStage(state) })
    case 'waiting_complainant':
      return mark({ way: mainWay, at: resumeState === 'checking' ? 'checking' : 'in_progress', state: 'waiting' })
    case 'answered':
      return mark({ way: mainWay, at: 'answered' })
    case 'in_review':
      return mark({ way: mainWay, at: 'answered' })
    case 'merged':
      return mark({ way: mainWay, at: wasAnswered ? 'answered' : 'in_progress' })
    case 'referred':
      return mark({ way: mainWay, at: wasAnswered ? 'answered' : 'in_progress' })
    case 'transferred':
      return mark({ way: sentOnWay, at: 'sent_on', state: 'done' })
    case 'archived':
    case 'closed':
      // What was closed without an answer has a shorter way: it must not claim one.
      return mark({ way: wasAnswered ? mainWay : ['received', 'checking', 'closed'], at: 'closed', state: 'done' })
    case 'withdrawn':
      return mark({ way: ['received', 'withdrawn'], at: 'withdrawn', state: 'done' })
  }
}

/** What the number alone shows. An unknown number looks like one just received, and the page says so. */
export function composePublicStage(state: TicketState | null): PublicStage {
  return state === null ? 'received' : publicStage(state)
}

/**
 * The way that the number alone shows, from the coarse stage and nothing else. Which step waits for the complainant is not
 * told, so the waiting takes the place of that step; whether it is over for a report sent on is not told either.
 */
export function composePublicStages(stage: PublicStage): readonly StageStep[] {
  switch (stage) {
    case 'received':
    case 'checking':
    case 'in_progress':
    case 'answered':
      return mark({ way: mainWay, at: stage })
    case 'waiting_for_you':
      return mark({ way: ['received', 'waiting_for_you', 'answered', 'closed'], at: stage })
    case 'sent_on':
      return mark({ way: sentOnWay, at: stage })
    case 'closed':
      return mark({ way: ['received', 'checking', 'closed'], at: stage, state: 'done' })
    case 'withdrawn':
      return mark({ way: ['received', 'withdrawn'], at: stage, state: 'done' })
  }
}

/** Whether the complainant may take the report back: as long as the office has not answered. */
export function mayWithdraw(state: TicketState): boolean {
  return canMove(state, 'withdrawn')
}
