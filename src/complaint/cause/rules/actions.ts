import { Temporal } from '../../../platform/time.ts'

/** In how many days an action can be due. */
export const dueDays = [7, 14, 30, 60, 90] as const

/** The day an action is due, so many days after today. */
export function dueOn(today: string, days: number): string {
  return Temporal.PlainDate.from(today).add({ days }).toString()
}

/** What somebody wants changed, as far as it was filled in. */
export type PlannedAction = { readonly words: string; readonly ownerId: string; readonly days: number | null }

export type ActionProblem = 'action_missing' | 'owner_missing' | 'due_missing'

/** Why this is no action yet; null when it is one. Without what, who and until when nothing changes. */
export function findActionProblem({ words, ownerId, days }: PlannedAction): ActionProblem | null {
  if (words.trim() === '') return 'action_missing'
  if (ownerId === '') return 'owner_missing'
  return days === null ? 'due_missing' : null
}

type Facts = { readonly ownerId: string; readonly dueOn: string; readonly doneAt: Date | null; readonly verifiedAt: Date | null }

/** `late`: its day is behind and nobody said that it is done. `done`: somebody else has to look whether it is so. */
export type ActionStanding = 'late' | 'open' | 'done' | 'verified'

export function readStanding({ dueOn: due, doneAt, verifiedAt }: Facts, today: string): ActionStanding {
  if (verifiedAt !== null) return 'verified'
  if (doneAt !== null) return 'done'
  return due < today ? 'late' : 'open'
}

export type DoneProblem = 'not_owner' | 'done_already' | 'words_missing'

/** Whoever owns an action says that it is done, and what was done. */
export function findDoneProblem({ ownerId, doneAt }: Facts, officerId: string, words: string): DoneProblem | null {
  if (ownerId !== officerId) return 'not_owner'
  if (doneAt !== null) return 'done_already'
  return words.trim() === '' ? 'words_missing' : null
}

export type VerifyProblem = 'own_action' | 'not_done' | 'verified_already' | 'evidence_missing'

/** Somebody else than the owner looks whether it is done, and says by what it is seen (acceptance C22). */
export function findVerifyProblem({ ownerId, doneAt, verifiedAt }: Facts, officerId: string, evidence: string): VerifyProblem | null {
  if (ownerId === officerId) return 'own_action'
  if (verifiedAt !== null) return 'verified_already'
  if (doneAt === null) return 'not_done'
  return evidence.trim() === '' ? 'evidence_missing' : null
}
